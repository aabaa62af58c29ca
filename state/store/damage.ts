// Files of the sandbox that cannot be read.

import { schemaVersion } from './schema.ts';

/** A file of the sandbox that cannot be used: which, where inside, and what rule it breaks. */
export class DamagedFileError extends Error {
  constructor(
    readonly file: string,
    readonly rule: string,
  ) {
    super(`The file '${file}' is damaged: ${rule}.`);
    this.name = 'DamagedFileError';
  }
}

/** A good file of a later program version: it must be left alone. */
export class NewerVersionError extends Error {
  constructor(
    readonly file: string,
    readonly version: number,
  ) {
    super(
      `The file '${file}' has schema version ${version}, made by a later version of hubshell; this one reads up to version ${schemaVersion}. Nothing was changed.`,
    );
    this.name = 'NewerVersionError';
  }
}
