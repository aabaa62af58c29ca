// Brings a snapshot's content from an older schema version to the current one, one step after the other.
// A step is added with every change of the schema; each released version has a fixture in test/fixtures/state that is migrated by a test.

export interface Migration {
  from: number;
  /** What changed, for the reader. */
  what: string;
  /** Gets and returns the whole content of the snapshot of version `from`; may change it in place. */
  apply(content: unknown): unknown;
}

/** In order; the step `from: n` leads to version n + 1. Version 1 is the first, so there is none yet. */
export const migrations: readonly Migration[] = [];

/** `content` of version `from` as version `to`. */
export function migrate(content: unknown, from: number, to: number, steps: readonly Migration[] = migrations): unknown {
  let current = content;
  for (let version = from; version < to; version++) {
    const step = steps.find((candidate) => candidate.from === version);
    if (!step) throw new Error(`No migration leads from schema version ${version} to ${version + 1}.`);
    current = step.apply(current);
  }
  return current;
}
