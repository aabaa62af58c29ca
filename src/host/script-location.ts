// Where a script named by -File lies for scripts: on the mounted drive that holds it, else on a drive of its own, readable only,
// whose root is the script's folder. So $PSScriptRoot and the script's siblings work, and nothing else of the host shows.

import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { DriveFolder } from './files/host-files.ts';

export interface ScriptLocation {
  /** Path as scripts see it. */
  path: string;
  /** The drive to add for it, unless a mounted one holds it. */
  drive?: DriveFolder;
}

/** Undefined when there is no such file. */
export function locateScript(file: string, mounts: DriveFolder[]): ScriptLocation | undefined {
  const full = resolve(file);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) return undefined;
  const real = realpathSync(full);
  for (const { name, folder } of mounts) {
    const inside = relative(realpathSync(folder), real);
    if (!inside.startsWith('..') && !isAbsolute(inside)) {
      return { path: `${name}:\\${inside.split(sep).join('\\')}` };
    }
  }
  const taken = new Set(mounts.map(({ name }) => name.toUpperCase()));
  // S for script, where it is free.
  const name = [...'STUVWXYZDEFGHIJKLMNOPQR'].find((letter) => !taken.has(letter)) ?? 'Script';
  const drive = { name, folder: dirname(real), description: 'script', mounted: true, writable: false };
  return { path: `${name}:\\${basename(real)}`, drive };
}
