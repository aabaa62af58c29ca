// telnet.exe: a conversation by hand with what listens on a port. Texts: facts/outputs 9.2 and 11.
// Without a terminal the lines come from the pipeline: 'ehlo','quit' | telnet EX03 2525.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { hostArguments } from '../../completion/program-arguments.ts';
import { localName, waitMilliseconds, worldOf } from '../local-machine.ts';
import { NativeConsole, nativeProgram } from './native-console.ts';

interface Texts {
  connecting(host: string): string;
  failed(port: number): string;
  lost: string;
}

const english: Texts = {
  connecting: (host) => `Connecting To ${host}...`,
  failed: (port) => `Could not open connection to the host, on port ${port}: Connect failed`,
  lost: 'Connection to host lost.',
};
const japanese: Texts = {
  connecting: (host) => `接続中: ${host}...`,
  failed: (port) => `ホストへ接続できませんでした。 ポート番号 ${port}: 接続に失敗しました`,
  lost: 'ホストとの接続が切断されました。',
};

function printReply(console: NativeConsole, cmdlet: CmdletContext, reply: { lines?: string[]; waitMs?: number }): void {
  waitMilliseconds(cmdlet, reply.waitMs ?? 0);
  for (const line of reply.lines ?? []) console.printLine(line);
}

/** What Windows' telnet does before a connection is open: a prompt of its own. */
function commandMode(console: NativeConsole): { host: string; port: number } | undefined {
  console.print("Welcome to Microsoft Telnet Client\n\nEscape Character is 'CTRL+]'\n\n");
  for (;;) {
    const line = console.readLine('Microsoft Telnet> ');
    if (line === undefined || /^\s*q(uit)?\s*$/i.test(line)) return undefined;
    const open = /^\s*o(?:pen)?\s+(\S+)(?:\s+(\d+))?\s*$/i.exec(line);
    if (open) return { host: open[1]!, port: Number(open[2] ?? 23) };
    if (line.trim() !== '') console.printLine('Invalid Command. type ?/help for help');
  }
}

/** A connection that was opened: each line goes to the other side as it comes. */
class Conversation {
  closed = false;
  private session = 0;

  constructor(
    private readonly console: NativeConsole,
    private readonly cmdlet: CmdletContext,
    private readonly texts: Texts,
  ) {}

  /** Connects and prints the banner; false when nobody answers. */
  open(host: string, port: number): boolean {
    const opened = worldOf(this.cmdlet).apply({ kind: 'smtp.open', from: localName(this.cmdlet), to: host, port });
    if (opened.connect !== 'ok' || opened.session === undefined) {
      waitMilliseconds(this.cmdlet, opened.waitMs ?? 0);
      this.console.printLine(this.texts.connecting(host) + this.texts.failed(port));
      this.closed = true;
      return false;
    }
    this.session = opened.session;
    this.print(opened);
    return true;
  }

  say(line: string): void {
    if (!this.closed) this.print(worldOf(this.cmdlet).apply({ kind: 'smtp.line', session: this.session, line }));
  }

  private print(reply: { lines?: string[]; waitMs?: number; closed?: boolean }): void {
    printReply(this.console, this.cmdlet, reply);
    if (reply.closed !== true) return;
    this.closed = true;
    this.console.print(`\n${this.texts.lost}\n`);
  }

  close(): void {
    if (!this.closed) worldOf(this.cmdlet).apply({ kind: 'smtp.close', session: this.session });
    this.closed = true;
  }
}

function converse(conversation: Conversation, console: NativeConsole, host: string, port: number): number {
  if (!conversation.open(host, port)) return 1;
  while (!conversation.closed) {
    const line = console.readLine();
    if (line === undefined) conversation.close();
    else conversation.say(line);
  }
  return 0;
}

function textsFor(cmdlet: CmdletContext): Texts {
  return cmdlet.host.uiCulture.toLowerCase().startsWith('ja') ? japanese : english;
}

/** Arguments that are no options: host and port. */
const places = (cmdlet: CmdletContext): string[] => [...cmdlet.nativeArgs].filter((arg) => !/^[-/]/.test(arg));

/** At a terminal, or without a host on the command line. */
const byHand = nativeProgram((console, args, cmdlet) => {
  const [host, port] = args.filter((arg) => !/^[-/]/.test(arg));
  const target = host === undefined ? commandMode(console) : { host, port: portNumber(port) };
  return target === undefined
    ? 0
    : converse(new Conversation(console, cmdlet, textsFor(cmdlet)), console, target.host, target.port);
});

/** Lines that are piped in are said while the commands that make them still run, as through a pipe of the system. */
function piped(cmdlet: CmdletContext, host: string, port: string | undefined): CmdletRun {
  const console = new NativeConsole(cmdlet, []);
  const conversation = new Conversation(console, cmdlet, textsFor(cmdlet));
  return {
    begin() {
      cmdlet.exitCode = conversation.open(host, portNumber(port)) ? 0 : 1;
    },
    process() {
      for (const line of String(cmdlet.input ?? '').split('\n')) conversation.say(line);
    },
    end() {
      conversation.close();
      console.flush();
    },
    dispose: () => conversation.close(),
  };
}

export default defineCmdlet({
  name: 'telnet.exe',
  kind: 'native',
  module: '',
  synopsis: 'Opens a connection to a port and converses with what listens there.',
  description:
    'Types the lines of the keyboard, or of the pipeline, to the other side and prints what it answers. SMTP listens on 25, 587, 717, 2525 and 475 of Exchange servers as their Receive connectors say, and on 25 of outside hosts.',
  parameters: {},
  completeArgument: hostArguments,
  examples: [{ script: "'ehlo','quit' | telnet EX02 25" }],
  create: (cmdlet) => {
    const [host, port] = places(cmdlet);
    return cmdlet.expectingInput && host !== undefined ? piped(cmdlet, host, port) : byHand(cmdlet);
  },
});

function portNumber(text: string | undefined): number {
  if (text === undefined) return 23;
  if (text.toLowerCase() === 'smtp') return 25;
  return Number.parseInt(text, 10) || 23;
}
