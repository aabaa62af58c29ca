// A sandbox as one text, for Export-Sandbox and Import-Sandbox: the state with its rows, and the history if wanted.

import { collectionNames, type SnapshotHead, type WorldSnapshot } from '../../state/schema/snapshot.ts';
import { checksumText, crc32 } from '../../state/store/checksum.ts';
import type { Json, Origin } from '../../state/store/journal-record.ts';
import { SandboxControlError } from '../../state/store/sandbox-control.ts';
import { schemaVersion } from '../../state/store/schema.ts';
import { writeCollections } from '../../state/store/segments.ts';
import { encodeSnapshot } from '../../state/store/snapshot.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import type { WorldKeeper } from './world-keeper.ts';

interface ExportContent {
  origin: Origin;
  at: number;
  world: Json;
  collections: Record<string, Json[]>;
  history?: { sequence: number; at: number; kind: string; text: string; realTime: string }[];
}

const checksumOf = (text: string) => checksumText(crc32(new TextEncoder().encode(text)));

export function exportSandbox(keeper: WorldKeeper, withHistory: boolean): string {
  const { head, collections } = keeper.world.snapshot();
  const content: ExportContent = {
    origin: keeper.store.origin,
    at: keeper.world.now,
    world: head as unknown as Json,
    collections: Object.fromEntries(Object.entries(collections).map(([name, rows]) => [name, [...rows] as Json[]])),
  };
  if (withHistory) {
    const entries = keeper.store
      .fullHistory()
      .lineage()
      .filter(({ record }) => record.entry);
    content.history = entries.map(({ record: { sequence, at, entry } }) => ({ sequence, at, ...entry! }));
  }
  const text = JSON.stringify(content);
  return `{"format":"hubshell export","schemaVersion":${schemaVersion},"checksum":"${checksumOf(text)}","content":${text}}\n`;
}

/** Checks the text, tries it in a world of its own, and stores it as a snapshot file, whose name is returned. */
export function importSandbox(folder: StorageFolder, keeper: WorldKeeper, text: string, name: string): string {
  const content = checkedContent(text, name);
  const snapshot = {
    head: content.world as unknown as SnapshotHead,
    collections: content.collections,
  } as unknown as WorldSnapshot;
  try {
    keeper.scratch(snapshot);
  } catch (error) {
    throw new SandboxControlError(
      'InvalidValue',
      `The file '${name}' cannot be imported: content.world: ${(error as Error).message}`,
    );
  }
  const number = keeper.store.sequence + 1;
  const file = `checkpoints/import-${number}.json`;
  const collections = Object.fromEntries(
    collectionNames.map((collection) => [collection, content.collections[collection] ?? []]),
  );
  const stored = writeCollections(folder, `checkpoint-import-${number}`, collections);
  const { origin, at, world } = content;
  folder.writeAtomic(file, encodeSnapshot({ sequence: number, head: number, at, origin, ...stored, logs: {}, world }));
  return file;
}

function checkedContent(text: string, name: string): ExportContent {
  const fault = (path: string, rule: string) =>
    new SandboxControlError('InvalidValue', `The file '${name}' cannot be imported: ${path}: ${rule}.`);
  let parsed: { format?: unknown; schemaVersion?: unknown; checksum?: unknown; content?: ExportContent };
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw fault('the whole file', `it must be JSON (${(error as Error).message})`);
  }
  if (parsed?.format !== 'hubshell export') throw fault('format', 'it must be "hubshell export"');
  if (parsed.schemaVersion !== schemaVersion) throw fault('schemaVersion', `it must be ${schemaVersion}`);
  const { content } = parsed;
  if (typeof content !== 'object' || content === null) throw fault('content', 'it must be an object');
  if (checksumOf(JSON.stringify(content)) !== parsed.checksum)
    throw fault('checksum', 'it must be that of the content; the file was cut or changed');
  if (typeof content.collections !== 'object' || content.collections === null)
    throw fault('content.collections', 'it must be an object');
  for (const [collection, rows] of Object.entries(content.collections))
    if (!Array.isArray(rows)) throw fault(`content.collections.${collection}`, 'it must be a list');
  if (typeof content.at !== 'number') throw fault('content.at', 'it must be a number');
  if (typeof content.origin?.organization !== 'string') throw fault('content.origin.organization', 'it must be a text');
  return content;
}
