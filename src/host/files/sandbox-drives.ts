// The files of a sandbox on disk: drive C: of the machine the shell sits on, the administrative shares of the others, and what was
// mounted. Each machine's drives lie in the sandbox folder under its name.

import { join } from 'node:path';
import type { SandboxFilesContext } from '../../session.ts';
import { type DriveFolder, HostFiles } from './host-files.ts';

export function sandboxDrives(folder: string, mounted: DriveFolder[], context: SandboxFilesContext): HostFiles {
  const driveFolder = (machine: string, letter: string) => join(folder, context.part, 'drives', machine, letter);
  const own: DriveFolder = {
    name: 'C',
    // Asked for only when the drive is used: which machine's it is stands in the sandbox, and a script elsewhere may need none.
    get folder() {
      return driveFolder(context.server, 'C');
    },
    description: '',
    mounted: false,
    writable: true,
  };
  return new HostFiles({
    drives: [own, ...mounted],
    share: (computer, share) => {
      const machine = context.machine(computer);
      const letter = /^([A-Za-z])\$$/.exec(share)?.[1];
      return machine === undefined || letter === undefined ? undefined : driveFolder(machine, letter.toUpperCase());
    },
    nowTicks: () => context.nowTicks(),
  });
}
