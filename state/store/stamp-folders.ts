// Folders of the machines' drives say in virtual time when something came into them or left them.

import type { StorageFolder } from './storage-folder.ts';

/** Stamps the folders that these paths lie in, up to their drives (`drives/EX01/C`), each once. */
export function stampFolders(files: StorageFolder, paths: Iterable<string>, timeMs: number): void {
  const folders = new Set<string>();
  for (const path of paths) {
    const names = path.split('/');
    for (let count = names.length - 1; count >= 3; count--) folders.add(names.slice(0, count).join('/'));
  }
  for (const folder of folders) files.stamp(folder, timeMs);
}
