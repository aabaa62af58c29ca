// Segments: the message store beside the snapshot, as files of JSON lines of a few megabytes each, because a single text cannot
// hold a million messages. A segment is written once and never changed.

import { checksumText, crc32 } from './checksum.ts';
import { DamagedFileError } from './damage.ts';
import type { Json } from './journal-record.ts';
import type { StorageFolder } from './storage-folder.ts';

export interface SegmentReference {
  file: string;
  /** The collection whose rows it holds. */
  collection: string;
  bytes: number;
  lines: number;
  checksum: string;
}

const segmentCharacters = 4 * 1024 * 1024;

/** Writes the rows of the collections as segments whose names begin with `name`. */
export function writeSegments(
  folder: StorageFolder,
  name: string,
  collections: Record<string, Iterable<unknown>>,
): SegmentReference[] {
  const written: SegmentReference[] = [];
  const encoder = new TextEncoder();
  for (const collection of Object.keys(collections)) {
    let pending: string[] = [];
    let characters = 0;
    let number = 0;
    const flush = () => {
      const bytes = encoder.encode(`${pending.join('\n')}\n`);
      const file = `segments/${name}-${collection}-${++number}.jsonl`;
      folder.writeAtomic(file, bytes);
      written.push({
        file,
        collection,
        bytes: bytes.length,
        lines: pending.length,
        checksum: checksumText(crc32(bytes)),
      });
      pending = [];
      characters = 0;
    };
    for (const row of collections[collection]!) {
      const line = JSON.stringify(row);
      pending.push(line);
      characters += line.length + 1;
      if (characters >= segmentCharacters) flush();
    }
    if (pending.length > 0) flush();
  }
  return written;
}

/** Rows of one collection in order; each file is checked as a whole before its first row is given out. */
export function* readRows(
  folder: StorageFolder,
  references: readonly SegmentReference[],
  collection: string,
): Generator<Json> {
  const decoder = new TextDecoder();
  for (const reference of references) {
    if (reference.collection !== collection) continue;
    const bytes = folder.read(reference.file);
    if (!bytes) throw new DamagedFileError(reference.file, 'it must exist, because the snapshot names it');
    const actual = checksumText(crc32(bytes));
    if (bytes.length !== reference.bytes || actual !== reference.checksum)
      throw new DamagedFileError(
        reference.file,
        `it must have ${reference.bytes} bytes with checksum ${reference.checksum}, not ${bytes.length} with ${actual}`,
      );
    const lines = decoder.decode(bytes).split('\n');
    lines.pop();
    for (const line of lines) yield JSON.parse(line);
  }
}
