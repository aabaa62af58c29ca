// Every id of spec/rerouting has a scenario of its name, and no scenario an id that the specification lacks.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('.', import.meta.url).pathname;

it('the set of scenario names equals the set of ids', () => {
  const specified = JSON.parse(
    readFileSync(new URL('../../fixtures/transport/rerouting.json', import.meta.url), 'utf8'),
  ) as { id: string }[];
  const named = new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts') && name !== 'coverage.test.ts')
      .flatMap((name) => [...readFileSync(folder + name, 'utf8').matchAll(/\(\s*'([A-Z]\d+) [^']/g)])
      .map((match) => match[1]!),
  );
  expect([...named].sort()).toEqual(specified.map((row) => row.id).sort());
});
