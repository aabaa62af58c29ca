// The repository's own files, for tests that read them.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the root, with `/`. */
  path: string;
  text: string;
}

/** Files below these folders whose name ends so, fixtures left out. */
export function filesBelow(folders: string[], ending = '.ts'): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(repositoryRoot, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
      .filter(({ path }) => !path.startsWith('test/fixtures/')),
  );
}
