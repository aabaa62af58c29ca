// The list of cmdlets, the folder and the reference page name the same cmdlets.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cmdlets } from '../../cmdlets/index.ts';
import { filesBelow, repositoryRoot } from '../support/repository.ts';
import { referencePage } from './reference-page.ts';

const isCmdletFile = /^[A-Z][A-Za-z]+-[A-Za-z]+\.ts$/;

describe('cmdlets/index.ts', () => {
  it('lists every cmdlet file of the folder', () => {
    const files = filesBelow(['cmdlets']).filter(({ path }) => isCmdletFile.test(basename(path)));
    const listed = new Set(cmdlets.map(({ name }) => name.toLowerCase()));
    const missing = files.filter(({ path }) => !listed.has(basename(path, '.ts').toLowerCase()));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it('names no cmdlet or alias twice', () => {
    const names = cmdlets.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('gives every cmdlet a synopsis, an example and a sentence for each parameter', () => {
    const lacking = cmdlets.flatMap(({ name, synopsis, examples, parameters }) => [
      ...(synopsis.trim() === '' ? [`${name}: synopsis`] : []),
      ...(examples.length === 0 ? [`${name}: example`] : []),
      ...Object.entries(parameters)
        .filter(([, parameter]) => parameter.help.trim() === '')
        .map(([parameter]) => `${name} -${parameter}: help`),
    ]);
    expect(lacking).toEqual([]);
  });

  it('is what docs/cmdlets.md lists (npm run docs writes it)', () => {
    const page = readFileSync(join(repositoryRoot, 'docs/cmdlets.md'), 'utf8');
    expect(page).toBe(referencePage(cmdlets));
  });
});
