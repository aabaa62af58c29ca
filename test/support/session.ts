// A session in this process on a sandbox folder of its own: the whole product without a terminal.

import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DriveFolder } from '../../src/host/files/host-files.ts';
import { sandboxDrives } from '../../src/host/files/sandbox-drives.ts';
import { labFiles } from '../../src/host/storage/lab-files.ts';
import { NodeFolder } from '../../src/host/storage/node-folder.ts';
import { organizationFiles } from '../../src/host/storage/organization-files.ts';
import type { Interrupt, UserInterface } from '../../src/runtime/host.ts';
import { openSession, type Session } from '../../src/session.ts';

const organizationsFolder = fileURLToPath(new URL('../../state/organizations/', import.meta.url));

/** Sandboxes that live for a moment lie in memory where the system has a folder for that: a sandbox is many small files. */
const memoryFolder = '/dev/shm';
const enoughBytes = 2 ** 30;
function sandboxesFolder(): string {
  if (!existsSync(memoryFolder)) return tmpdir();
  const { bavail, bsize } = statfsSync(memoryFolder);
  return bavail * bsize > enoughBytes ? memoryFolder : tmpdir();
}

export interface TestSession {
  session: Session;
  /** Runs text; gives everything that was written meanwhile. */
  run(text: string): string;
  /** Enters a line at the prompt; gives everything that was written meanwhile. */
  enter(line: string): string;
  /** Ends it and removes its folder. */
  dispose(): void;
}

export interface TestSessionOptions {
  organization?: string;
  seed?: number;
  server?: string;
  culture?: string;
  ui?: Partial<UserInterface>;
  interrupt?: Interrupt;
  /** Drives beside C:. */
  drives?: DriveFolder[];
}

export function openTestSession(options: TestSessionOptions = {}): TestSession {
  let chunks: string[] = [];
  const write = (text: string) => void chunks.push(text);
  const cannotAsk = (): never => {
    throw new Error('a test asked the user, though the host said that nobody is there');
  };
  const { ui, drives = [], ...rest } = options;
  const folder = mkdtempSync(join(sandboxesFolder(), 'hubshell-session-'));
  const session = openSession({
    folder: new NodeFolder(folder),
    files: (context) => sandboxDrives(folder, drives, context),
    ui: {
      interactive: false,
      write,
      writeError: write,
      readLine: cannotAsk,
      choose: cannotAsk,
      readKey: cannotAsk,
      progress: () => {},
      clear: () => {},
      setTitle: () => {},
      columns: 80,
      rows: 24,
      colors: false,
      ...ui,
    },
    interrupt: { requested: false, clear: () => {} },
    organizations: organizationFiles(organizationsFolder),
    labs: labFiles(fileURLToPath(new URL('../../state/labs/', import.meta.url))),
    monotonicMs: () => performance.now(),
    wallClockMs: () => 0,
    followsRealTime: false,
    warn: (text) => write(`WARNING: ${text}\n`),
    ...rest,
  });
  return {
    session,
    run: (text) => {
      chunks = [];
      session.run(text);
      return chunks.join('');
    },
    enter: (line) => {
      chunks = [];
      session.enter(line);
      return chunks.join('');
    },
    dispose: () => {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
