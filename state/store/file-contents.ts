// Contents of users' files as they were and became, so that a step back in the history can bring them back. Small ones stand in
// the journal itself, larger ones in `history/files/`, each once.

import { checksumText, crc32 } from './checksum.ts';
import type { StorageFolder } from './storage-folder.ts';

const inlineBytes = 1024;
const inlineMark = '=';

export class FileContents {
  private readonly folder: StorageFolder;

  constructor(folder: StorageFolder) {
    this.folder = folder;
  }

  /** Keeps the bytes and gives their reference. */
  keep(bytes: Uint8Array): string {
    if (bytes.length <= inlineBytes) return inlineMark + btoa(String.fromCharCode(...bytes));
    const base = `${checksumText(crc32(bytes))}-${bytes.length}`;
    for (let number = 1; ; number++) {
      const name = `history/files/${base}-${number}`;
      const existing = this.folder.read(name);
      if (existing && !equal(existing, bytes)) continue;
      if (!existing) this.folder.writeAtomic(name, bytes);
      return name;
    }
  }

  /** Undefined when the content has been lost. */
  get(reference: string): Uint8Array | undefined {
    if (!reference.startsWith(inlineMark)) return this.folder.read(reference);
    return Uint8Array.from(atob(reference.slice(1)), (character) => character.charCodeAt(0));
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
