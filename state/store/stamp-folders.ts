// Folders of the machines' drives say in virtual time when something came into them or left them.

import type { StorageFolder } from './storage-folder.ts';

/** Stamps the folders that a path lies in, up to its drive (`drives/EX01/C`). */
export function stampFolders(files: StorageFolder, path: string, timeMs: number): void {
  const names = path.split('/');
  for (let count = names.length - 1; count >= 3; count--) files.stamp(names.slice(0, count).join('/'), timeMs);
}
