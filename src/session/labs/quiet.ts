// Options of a session that runs a lab's scripts: no screen, no history, no person, time that only scripts move.

import type { LabControl } from '../../../state/store/lab-control.ts';
import type { StorageFolder } from '../../../state/store/storage-folder.ts';
import type { UserInterface } from '../../runtime/host.ts';
import type { SessionOptions } from '../options.ts';
import type { QuietOptions } from './lab-session.ts';
import { type Attempt, labFolder } from './lab-store.ts';

const nobody = (): never => {
  throw new Error('a script of a lab asked a question');
};

const noScreen: UserInterface = {
  interactive: false,
  write: () => {},
  writeError: () => {},
  readLine: nobody,
  choose: nobody,
  readKey: nobody,
  progress: () => {},
  clear: () => {},
  setTitle: () => {},
  columns: 120,
  rows: 50,
  colors: false,
};

interface QuietParts extends QuietOptions {
  folder: StorageFolder;
  labControl: LabControl;
}

export function quietOptions(
  outer: SessionOptions,
  { path, folder, labControl, organization, seed, server }: QuietParts,
): SessionOptions {
  const { files, organizations, interrupt, monotonicMs, wallClockMs, cmdlets } = outer;
  return {
    ...{ folder, organizations, interrupt, monotonicMs, wallClockMs, organization, seed, server, cmdlets, labControl },
    files: (context) =>
      files({
        part: path,
        get server() {
          return context.server;
        },
        machine: (name) => context.machine(name),
        nowTicks: () => context.nowTicks(),
      }),
    ui: noScreen,
    followsRealTime: false,
    warn: () => {},
    culture: 'en-US',
    withoutHistory: true,
  };
}

/** Where the sandbox of a lab that is open lies. */
export function openedLab({ lab, seed }: Pick<Attempt, 'lab' | 'seed'>): QuietOptions {
  const { name, organization, server } = lab;
  return { path: labFolder(name), organization, seed, ...(server !== undefined && { server }) };
}
