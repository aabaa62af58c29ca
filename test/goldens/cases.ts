// The goldens: scripts with what the reference PowerShell printed for them (test/fixtures/goldens, recorded once, never edited).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Golden {
  id: string;
  area: string;
  script: string;
  output: string;
  exit: number;
}

const folder = fileURLToPath(new URL('../fixtures/goldens/', import.meta.url));

/** All goldens in the order of their files; `files` instead of the project's own when given. */
export function loadGoldens(files?: string[]): Golden[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const paths = files ?? names.sort().map((name) => join(folder, name));
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Golden),
  );
}

/** Where hubshell is known to differ: id → reason. */
export function loadKnownFailures(): Record<string, string> {
  return JSON.parse(readFileSync(new URL('known-failures.json', import.meta.url), 'utf8'));
}

const wildcard = (text: string) =>
  new RegExp(
    `^${text
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'i',
  );

/** Keeps the goldens whose area or id is one of the filters (`flow`, `flow-012`, `flow-0*`); all without filters. */
export function selectGoldens(goldens: Golden[], filters: string[]): Golden[] {
  if (filters.length === 0) return goldens;
  const patterns = filters.map(wildcard);
  return goldens.filter((golden) => patterns.some((pattern) => pattern.test(golden.area) || pattern.test(golden.id)));
}
