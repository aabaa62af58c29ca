// A world as plain JSON. The head holds all that is small; big collections come as iterables so that they can be stored in segments.

import type { JsonObject, JsonValue } from './json.ts';

/** Version of the snapshot's form; migrations start from it. */
export const snapshotVersion = 1;

/** Big collections: names are stable, order of the rows counts. */
export const collectionNames = [
  'contents',
  'messages',
  'mailboxItems',
  'shadowMessages',
  'safetyNet',
  'outsideMail',
  'drafts',
  'events',
  'decisions',
] as const;
export type CollectionName = (typeof collectionNames)[number];

export interface WorldSnapshot {
  head: SnapshotHead;
  /** Rows are small JSON values; each can be read only once from a world that goes on. */
  collections: Record<CollectionName, Iterable<JsonValue>>;
}

export interface SnapshotHead {
  version: number;
  organization: string;
  seed: number;
  now: number;
  [part: string]: JsonValue | JsonObject | undefined;
}
