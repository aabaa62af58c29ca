// An open shell as the host uses it: the session behind the command line, with this machine's files and clock as its edges.

import { join } from 'node:path';
import { completeInput } from '../runtime/completion/complete-input.ts';
import type { Interrupt, UserInterface } from '../runtime/host.ts';
import { openSession, type Session } from '../session.ts';
import { offerOf, showBanner } from './banner.ts';
import type { CommandLine } from './command-line.ts';
import { planDrives } from './drives.ts';
import { sandboxDrives } from './files/sandbox-drives.ts';
import { monotonicMs } from './node-process.ts';
import { sandboxFolder } from './sandbox-folder.ts';
import { labFiles } from './storage/lab-files.ts';
import { NodeFolder } from './storage/node-folder.ts';
import { organizationFiles } from './storage/organization-files.ts';
import type { CompletionItem } from './thread/protocol.ts';

export interface ShellEdges {
  ui: UserInterface;
  interrupt: Interrupt;
  /** Folder of the sample organisations; that of the labs lies beside it. */
  organizations: string;
  /** A typed session: virtual time follows real time, and waiting is real. Absent: time moves only by what scripts do. */
  live?: { wait(milliseconds: number): void };
}

export interface ExecuteOutcome {
  exitCode: number;
  /** `exit` was run. */
  exited: boolean;
}

const TICKS_PER_DAY = 864_000_000_000n;
const YELLOW = '\x1b[33;1m';
const PLAIN = '\x1b[0m';

export class Shell {
  readonly #session: Session;
  readonly #ui: UserInterface;
  /** Path, as scripts see it, of the script that -File names. */
  readonly scriptPath: string | undefined;

  constructor(commandLine: CommandLine, { ui, interrupt, organizations, live }: ShellEdges) {
    const folder = sandboxFolder(commandLine.state);
    const { drives, scriptPath } = planDrives(commandLine);
    this.#ui = ui;
    this.scriptPath = scriptPath;
    const sandbox = new NodeFolder(folder);
    // Who names a folder gets it, even when nothing that is run asks for the sandbox.
    if (commandLine.state !== undefined) sandbox.ensure();
    this.#session = openSession({
      folder: sandbox,
      files: (context) => sandboxDrives(folder, drives, context),
      ui,
      interrupt,
      organizations: organizationFiles(organizations),
      labs: labFiles(join(organizations, '..', 'labs')),
      monotonicMs: monotonicMs,
      wallClockMs: () => Date.now(),
      followsRealTime: live !== undefined,
      wait: live?.wait,
      warn: (text) => ui.write(ui.colors ? `${YELLOW}WARNING: ${text}${PLAIN}\n` : `WARNING: ${text}\n`),
      organization: commandLine.organization,
      server: commandLine.server,
      culture: commandLine.culture,
    });
  }

  /** The text of -Command and what the host itself asks for. */
  execute(text: string): ExecuteOutcome {
    return this.#session.run(text);
  }

  /** What was typed or piped in. */
  enter(text: string): ExecuteOutcome {
    return this.#session.enter(text);
  }

  /** What the function `prompt` gives, PowerShell's own when that fails; in a lab with the lab and its clock in front. */
  prompt(): string {
    const { lab } = this.#session;
    return lab ? `[${lab.name} ${lab.time}] ${this.#ownPrompt()}` : this.#ownPrompt();
  }

  #ownPrompt(): string {
    try {
      const text = this.#session.engine.invokeCommand('prompt').join('\n');
      return text === '' ? 'PS>' : text;
    } catch {
      // A broken prompt function must not end the session; pwsh shows this text too.
      return 'PS>';
    }
  }

  /** Opens the sandbox, so that what is wrong with it is told before the first prompt. */
  open(): void {
    this.#session.open();
  }

  showBanner(): void {
    const { environment } = this.#session.engine.host;
    const domain = environment.get('USERDNSDOMAIN')?.toLowerCase() ?? '';
    const server = this.#session.server;
    const { lab, knowsLabs } = this.#session;
    const { uiCulture, clock } = this.#session.engine.host;
    const fullName = domain === '' ? server : `${server}.${domain}`;
    showBanner(this.#ui, fullName, offerOf(uiCulture, lab?.name, knowsLabs), Number(clock.nowTicks() / TICKS_PER_DAY));
  }

  /** Lets virtual time follow real time while nothing runs. */
  catchUp(): void {
    this.#session.catchUp();
  }

  complete(text: string, cursor: number): { start: number; end: number; items: CompletionItem[] } {
    const { start, length, matches } = completeInput(this.#session.engine, text, cursor);
    // Commands' descriptions are their syntax, which takes a while to make for hundreds.
    const described = matches.length <= 60;
    const items = matches.map((match) => ({
      text: match.completionText,
      label: match.listItemText,
      toolTip: described || match.resultType !== 'Command' ? match.toolTip : '',
    }));
    return { start, end: start + length, items };
  }

  close(): void {
    this.#session.close();
  }
}
