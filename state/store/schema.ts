// What the store's own files must look like. The schemas are built on first use, because a shell that touches no sandbox must not
// pay for them. A problem is told as "path inside the file: rule".

import * as v from 'valibot';

/** Version of the files that this program writes. */
export const schemaVersion = 1;

const natural = () => v.pipe(v.number(), v.integer(), v.minValue(0));
const json = () => v.unknown();

const makeOrigin = () =>
  v.object({ organization: v.pipe(v.string(), v.nonEmpty()), seed: natural(), options: v.optional(json()) });

const makeHeader = () =>
  v.object({
    format: v.literal('hubshell journal'),
    schemaVersion: natural(),
    after: natural(),
    head: natural(),
    origin: makeOrigin(),
  });

const makeRecord = () =>
  v.object({
    sequence: v.pipe(natural(), v.minValue(1)),
    at: v.number(),
    input: v.optional(json()),
    entry: v.optional(
      v.object({ kind: v.picklist(['Cmdlet', 'Message', 'Clock', 'Lab']), text: v.string(), realTime: v.string() }),
    ),
    files: v.optional(
      v.array(v.looseObject({ kind: v.picklist(['content', 'append', 'folder', 'move']), path: v.string() })),
    ),
    head: v.optional(natural()),
    origin: v.optional(makeOrigin()),
    snapshot: v.optional(v.string()),
  });

const makeSnapshot = () =>
  v.object({
    sequence: natural(),
    head: natural(),
    at: v.number(),
    origin: makeOrigin(),
    rows: v.record(v.string(), v.array(json())),
    segments: v.array(
      v.object({
        file: v.pipe(v.string(), v.regex(/^segments\/[\w.-]+\.jsonl$/)),
        collection: v.string(),
        bytes: natural(),
        lines: natural(),
        checksum: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/)),
      }),
    ),
    logs: v.record(v.string(), natural()),
    world: json(),
    checkpoint: v.optional(v.object({ name: v.string(), description: v.string(), realTime: v.string() })),
  });

let header: ReturnType<typeof makeHeader> | undefined;
let record: ReturnType<typeof makeRecord> | undefined;
let snapshot: ReturnType<typeof makeSnapshot> | undefined;

export function journalHeaderProblem(value: unknown): string | undefined {
  header ??= makeHeader();
  return problem(header, value);
}

export function journalRecordProblem(value: unknown): string | undefined {
  record ??= makeRecord();
  return problem(record, value);
}

/** Checks what lies under `content` of a snapshot file. */
export function snapshotProblem(value: unknown): string | undefined {
  snapshot ??= makeSnapshot();
  return problem(snapshot, value);
}

function problem(schema: v.GenericSchema, value: unknown): string | undefined {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return undefined;
  const issue = result.issues[0];
  const path = v.getDotPath(issue) ?? '';
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
