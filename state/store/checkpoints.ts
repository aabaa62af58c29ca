// Checkpoints: snapshots under names of their own in `checkpoints/`, with their segments beside those of the running snapshot.

import { checksumText, crc32 } from './checksum.ts';
import { readSnapshot, type Warn } from './recovery.ts';
import type { SnapshotDocument } from './snapshot.ts';
import type { StorageFolder } from './storage-folder.ts';

const checkpointFolder = 'checkpoints';

/** A name for files: readable, and different for different names (letter case does not count). */
function fileName(name: string): string {
  const lower = name.toLowerCase();
  const readable = lower.replace(/[^a-z0-9]+/g, '-').slice(0, 40);
  return `${readable}-${checksumText(crc32(new TextEncoder().encode(lower)))}`;
}

export function checkpointFile(name: string): string {
  return `${checkpointFolder}/${fileName(name)}.json`;
}

/** What the names of a checkpoint's segments begin with. They never begin like those of the running snapshot. */
export function checkpointSegments(name: string): string {
  return `checkpoint-${fileName(name)}`;
}

/** All checkpoints that can be read; a damaged one is set aside and told of. */
export function readCheckpoints(folder: StorageFolder, warn: Warn): SnapshotDocument[] {
  return folder
    .list(checkpointFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readSnapshot(folder, `${checkpointFolder}/${name}`, warn))
    .filter((document) => document?.checkpoint !== undefined) as SnapshotDocument[];
}

export function removeCheckpoint(folder: StorageFolder, document: SnapshotDocument): void {
  folder.remove(checkpointFile(document.checkpoint!.name));
  for (const { file } of document.segments) folder.remove(file);
}
