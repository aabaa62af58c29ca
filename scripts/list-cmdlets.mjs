// Writes cmdlets/index.ts, the explicit list of all cmdlets, from the files below cmdlets/ that define one
// (`export default defineCmdlet(…)` or a function like it whose name ends so). Run it after adding or removing a cmdlet: npm run list

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { root } from './ensure-installed.mjs';

const folder = join(root, 'cmdlets');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'index.ts')
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => /^export default \w*[cC]mdlet\(/m.test(readFileSync(path, 'utf8')))
  .map((path) => relative(folder, path).split(sep).join('/'))
  .sort((a, b) => (a < b ? -1 : 1));

/** `Get-ADSite` → `getADSite`, `net` → `net`. */
function identifier(path) {
  const words = basename(path, '.ts').split(/[^A-Za-z0-9]+/);
  const joined = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  const name = joined[0].toLowerCase() + joined.slice(1);
  return ['delete', 'export', 'import', 'new'].includes(name) ? `${name}Command` : name;
}

const imports = files.map((path) => `import ${identifier(path)} from './${path}';\n`).join('');
const entries = files.map((path) => `  ${identifier(path)},\n`).join('');
const list = entries === '' ? '[]' : `[\n${entries}]`;
const text = `// Every cmdlet and native command of the shell: one import and one entry each, by path. \`npm run list\` writes it; a test
// compares it with the folder and with docs/cmdlets.md.

import type { CmdletDefinition } from '../src/runtime/cmdlet.ts';
${imports}
export const cmdlets: readonly CmdletDefinition[] = ${list};
`;
const target = join(folder, 'index.ts');
writeFileSync(target, text);
spawnSync(process.execPath, [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', target], {
  cwd: root,
  stdio: ['ignore', 'ignore', 2],
});
