// Which drives a shell has: the sandbox's own C:, the mounted folders, and the folder of the script that -File names.

import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CommandLine, CommandLineError, notAScript } from './command-line.ts';
import type { DriveFolder } from './files/host-files.ts';
import { locateScript } from './script-location.ts';

export interface DrivePlan {
  /** All but the sandbox's own. */
  drives: DriveFolder[];
  /** Path of the script as scripts see it. */
  scriptPath?: string;
}

/** Throws CommandLineError when a folder or the script is not there. */
export function planDrives({ mounts, file }: CommandLine): DrivePlan {
  const drives = mounts.map(({ drive: name, folder }): DriveFolder => {
    const full = resolve(folder);
    if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) {
      throw new CommandLineError(
        `Cannot mount '${folder}' as drive '${name}' because the folder does not exist.`,
        false,
      );
    }
    return { name, folder: realpathSync(full), description: folder, mounted: true, writable: true };
  });
  const twice = drives.find(
    ({ name }, index) => drives.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) !== index,
  );
  if (twice) throw new CommandLineError(`Cannot mount two folders as drive '${twice.name}'.`, false);
  if (file === undefined) return { drives };
  const script = locateScript(file, drives);
  if (!script) throw new CommandLineError(notAScript(file), true);
  return { drives: script.drive ? [...drives, script.drive] : drives, scriptPath: script.path };
}
