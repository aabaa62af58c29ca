// A file that cannot be used is never overwritten: it is moved to a visible name beside it, and a warning says so.

import type { StorageFolder } from './storage-folder.ts';

/** The first free `<file>.damaged-<n>`. */
function damagedName(folder: StorageFolder, file: string): string {
  for (let number = 1; ; number++) {
    const name = `${file}.damaged-${number}`;
    if (!folder.exists(name)) return name;
  }
}

/** Moves the file to its visible name, which is returned. */
export function setAside(folder: StorageFolder, file: string): string {
  const name = damagedName(folder, file);
  folder.rename(file, name);
  return name;
}

/** Keeps a piece of a file under a visible name, which is returned; the file itself stays. */
export function setPieceAside(folder: StorageFolder, file: string, piece: Uint8Array): string {
  const name = damagedName(folder, file);
  folder.writeAtomic(name, piece);
  return name;
}
