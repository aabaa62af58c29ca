// The snapshot, `state.json`: readable JSON with a checksum over its content. lowdb reads and writes it through the adapter below,
// which never overwrites the only good copy. Parts too large for one text (messages) lie in segments beside it.

import type { SyncAdapter } from 'lowdb';
import { LowSync } from 'lowdb';
import { migrate } from '../migrations/migrate.ts';
import { checksumText, crc32 } from './checksum.ts';
import { DamagedFileError, NewerVersionError } from './damage.ts';
import type { Json, Origin } from './journal-record.ts';
import { schemaVersion, snapshotProblem } from './schema.ts';
import type { SegmentReference } from './segments.ts';
import type { StorageFolder } from './storage-folder.ts';

export const snapshotFile = 'state.json';
export const previousSnapshotFile = 'state.previous.json';

export interface CheckpointLabel {
  name: string;
  description: string;
  /** Host time, ISO 8601. */
  realTime: string;
}

export interface SnapshotDocument {
  /** Last journal record that is part of it. */
  sequence: number;
  /** Record whose state it is; differs from `sequence` only after a move in the history. */
  head: number;
  /** Virtual time, milliseconds since 1970 UTC. */
  at: number;
  origin: Origin;
  /** Rows of the small collections, by name. */
  rows: Record<string, Json[]>;
  segments: SegmentReference[];
  /** Length of each log file at this instant, by path on the drives. */
  logs: Record<string, number>;
  world: Json;
  /** Name and words of a checkpoint; absent in the running snapshot. */
  checkpoint?: CheckpointLabel;
}

const opening = (version: number, checksum: string) =>
  `{\n"format": "hubshell sandbox",\n"schemaVersion": ${version},\n"checksum": "${checksum}",\n"content": `;
const closing = '\n}\n';
const openingPattern =
  /^\{\n"format": "hubshell sandbox",\n"schemaVersion": (\d{1,9}),\n"checksum": "([0-9a-f]{8})",\n"content": /;

export function encodeSnapshot(document: SnapshotDocument): Uint8Array {
  const encoder = new TextEncoder();
  const content = encoder.encode(JSON.stringify(document, null, 1));
  const start = encoder.encode(opening(schemaVersion, checksumText(crc32(content))));
  const whole = new Uint8Array(start.length + content.length + closing.length);
  whole.set(start);
  whole.set(content, start.length);
  whole.set(encoder.encode(closing), start.length + content.length);
  return whole;
}

/** Reads and checks a snapshot file's bytes. Throws DamagedFileError or NewerVersionError. */
export function decodeSnapshot(bytes: Uint8Array, file: string): SnapshotDocument {
  const decoder = new TextDecoder();
  const match = openingPattern.exec(decoder.decode(bytes.subarray(0, 200)));
  if (!match) throw new DamagedFileError(file, snapshotFormProblem(decoder.decode(bytes)));
  const version = Number(match[1]);
  if (version > schemaVersion) throw new NewerVersionError(file, version);
  const end = bytes.length - closing.length;
  const actual = checksumText(crc32(bytes, match[0].length, end));
  if (end < match[0].length || actual !== match[2])
    throw new DamagedFileError(
      file,
      `checksum: ${match[2]} must be that of the content (${actual}); the file was cut or changed`,
    );
  let content: unknown;
  try {
    content = JSON.parse(decoder.decode(bytes.subarray(match[0].length, end)));
  } catch (error) {
    throw new DamagedFileError(file, `content: it must be JSON (${(error as Error).message})`);
  }
  const document = migrate(content, version, schemaVersion);
  const problem = snapshotProblem(document);
  if (problem !== undefined) throw new DamagedFileError(file, `content.${problem}`);
  return document as SnapshotDocument;
}

/** Says as exactly as possible why a text is no snapshot. */
function snapshotFormProblem(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return `it must be JSON (${(error as Error).message})`;
  }
  return 'it must begin with "format": "hubshell sandbox", "schemaVersion", "checksum" and "content"';
}

/** lowdb's door to the folder: whole-file reads, atomic durable writes, the last good snapshot kept beside the new one. */
class SnapshotAdapter implements SyncAdapter<SnapshotDocument> {
  private readonly folder: StorageFolder;

  constructor(folder: StorageFolder) {
    this.folder = folder;
  }

  read(): SnapshotDocument | null {
    const bytes = this.folder.read(snapshotFile);
    return bytes ? decodeSnapshot(bytes, snapshotFile) : null;
  }

  write(document: SnapshotDocument): void {
    const bytes = encodeSnapshot(document);
    if (this.folder.exists(snapshotFile)) this.folder.copy(snapshotFile, previousSnapshotFile);
    this.folder.writeAtomic(snapshotFile, bytes);
  }
}

const emptyDocument = (): SnapshotDocument => ({
  sequence: 0,
  head: 0,
  at: 0,
  origin: { organization: '', seed: 0 },
  rows: {},
  segments: [],
  logs: {},
  world: null,
});

/** The current snapshot as a lowdb database. `data.origin.organization` is empty until one was read or written. */
export function snapshotDatabase(folder: StorageFolder): LowSync<SnapshotDocument> {
  return new LowSync(new SnapshotAdapter(folder), emptyDocument());
}
