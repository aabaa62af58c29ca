// Installs what the lock file pins when node_modules is missing or does not agree with it. Needs nothing but Node and npm,
// so that `npm start` and `npm test` work on a fresh clone.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packages of a lock file that every platform needs, as `path → version`. */
function pinned(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const entries = Object.entries(packages).filter(
    ([path, entry]) => path !== '' && !entry.optional && !entry.devOptional,
  );
  return new Map(entries.map(([path, entry]) => [path, entry.version]));
}

function installed() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  const present = pinned(marker);
  for (const [path, version] of pinned(join(root, 'package-lock.json'))) {
    if (present.get(path) !== version || !existsSync(join(root, path))) return false;
  }
  return true;
}

/** Stops the process with a clear message when the Node that runs is too old or the installation fails. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`hubshell needs Node 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (installed()) return;
  console.error('Installing what package-lock.json pins ...');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  // Standard input belongs to the shell that is about to start; the installer's output must not mix with what the shell prints.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('The installation failed; see above. Run `npm ci` by hand to see what is wrong.');
    process.exit(result.status || 1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled();
