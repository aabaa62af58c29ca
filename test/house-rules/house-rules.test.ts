// House rules that no other tool checks. Each failure says what to do.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, repositoryRoot, type SourceFile } from '../support/repository.ts';

const product = filesBelow(['src', 'cmdlets', 'state']);
const tests = filesBelow(['test']);
const outsideHost = product.filter(({ path }) => !path.startsWith('src/host/') && !path.startsWith('src/web/'));

/** `path:line: text` of every line that matches, comments left out. */
function lines(files: SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
      .map(({ line, number }) => `${path}:${number}: ${line.trim()}`),
  );
}

describe('house rules', () => {
  it('no file is longer than 400 lines: split it by what its parts are about', () => {
    // The list of cmdlets is as long as there are cmdlets.
    const long = [...product, ...tests]
      .filter(({ path }) => path !== 'cmdlets/index.ts')
      .map(({ path, text }) => ({ path, count: text.split('\n').length - 1 }))
      .filter(({ count }) => count > 400);
    expect(long).toEqual([]);
  });

  it('every file begins with a comment that says what lies here', () => {
    const silent = product.filter(({ text }) => !/^(#!.*\n)?(\/\/|\/\*)/.test(text)).map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  it('Node is imported in src/host only: take what you need as a parameter, see src/runtime/host.ts', () => {
    expect(lines(outsideHost, /(from|import\(?|require\()\s*['"]node:/)).toEqual([]);
  });

  it('time, randomness and timers come in as parameters: ask host.clock and host.random', () => {
    const clocks =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\(|\bperformance\.now\b/;
    // A .NET member may have such a name; then it stands in a string.
    const found = lines(outsideHost, clocks).filter((line) => !/['"`][^'"`]*(Date\.now|Math\.random)/.test(line));
    expect(found).toEqual([]);
  });

  it('no test is skipped or exclusive: repair it, or remove it with the feature', () => {
    expect(lines(tests, /\b(it|test|describe)\.(skip|only|todo|fails)\b|\bx(it|describe)\(/)).toEqual([]);
  });

  it('nothing is left to do in the code: finish it, or open an issue', () => {
    const marks = new RegExp(`\\b(${['TO', 'DO|FIX', 'ME'].join('')})\\b`);
    const found = [...product, ...tests].flatMap(({ path, text }) => (marks.test(text) ? [path] : []));
    expect(found).toEqual([]);
  });

  it('no catch block is empty: handle the error, or say in a comment why it is nothing', () => {
    const found = product.filter(({ text }) => /catch\s*(\([^)]*\)\s*)?\{\s*\}/.test(text)).map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('there are no barrel files: import from the file that defines it', () => {
    const barrels = product.filter(({ path, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
      return (
        code !== '' &&
        !path.endsWith('cmdlets/index.ts') &&
        /^(export (type )?(\*|\{[^}]*\}) from '[^']*';\s*)+$/.test(code)
      );
    });
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it('docs/architecture.md names only paths that exist', () => {
    const text = readFileSync(join(repositoryRoot, 'docs/architecture.md'), 'utf8');
    const named = [...text.matchAll(/`((?:src|cmdlets|state|test|docs|scripts|bench|\.ci)(?:\/[\w.*-]*)*)`/g)].map(
      (match) => match[1]!,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(repositoryRoot, path.replace(/\/?\*.*$/, ''))))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };

  it('pins the packages of every platform, so that npm ci takes it everywhere', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('records no download addresses', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
