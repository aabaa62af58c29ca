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

/** Collections of a snapshot: small ones stand in the snapshot itself, where they are easy to read, large ones in segments. */
export interface StoredCollections {
  rows: Record<string, Json[]>;
  segments: SegmentReference[];
}

const inlineCharacters = 64 * 1024;
const segmentCharacters = 4 * 1024 * 1024;

/** Stores the rows of the collections; the names of segments begin with `name`. */
export function writeCollections(
  folder: StorageFolder,
  name: string,
  collections: Record<string, Iterable<unknown>>,
): StoredCollections {
  const stored: StoredCollections = { rows: {}, segments: [] };
  for (const collection of Object.keys(collections)) {
    const writer = new SegmentWriter(folder, `${name}-${collection}`, collection, stored.segments);
    const rows: Json[] = [];
    let characters = 0;
    for (const row of collections[collection]!) {
      const line = JSON.stringify(row);
      characters += line.length;
      if (characters <= inlineCharacters) rows.push(row as Json);
      writer.add(line);
    }
    if (characters <= inlineCharacters) stored.rows[collection] = rows;
    else writer.finish();
  }
  return stored;
}

class SegmentWriter {
  private pending: string[] = [];
  private characters = 0;
  private number = 0;
  private readonly folder: StorageFolder;
  private readonly name: string;
  private readonly collection: string;
  private readonly written: SegmentReference[];

  constructor(folder: StorageFolder, name: string, collection: string, written: SegmentReference[]) {
    this.folder = folder;
    this.name = name;
    this.collection = collection;
    this.written = written;
  }

  add(line: string): void {
    this.pending.push(line);
    this.characters += line.length + 1;
    if (this.characters >= segmentCharacters) this.finish();
  }

  finish(): void {
    if (this.pending.length === 0) return;
    const { collection } = this;
    const bytes = new TextEncoder().encode(`${this.pending.join('\n')}\n`);
    const file = `segments/${this.name}-${++this.number}.jsonl`;
    this.folder.writeAtomic(file, bytes);
    this.written.push({
      file,
      collection,
      bytes: bytes.length,
      lines: this.pending.length,
      checksum: checksumText(crc32(bytes)),
    });
    this.pending = [];
    this.characters = 0;
  }
}

/** Names of the collections that a snapshot has. */
export function storedNames({ rows, segments }: StoredCollections): string[] {
  return [...new Set([...Object.keys(rows), ...segments.map(({ collection }) => collection)])];
}

export function segmentBytes({ segments }: StoredCollections): number {
  return segments.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Rows of one collection in order; each segment is checked as a whole before its first row is given out. */
export function* readRows(folder: StorageFolder, stored: StoredCollections, collection: string): Generator<Json> {
  yield* stored.rows[collection] ?? [];
  const decoder = new TextDecoder();
  for (const reference of stored.segments) {
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
