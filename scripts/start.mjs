// `npm start`: installs and builds what is missing or stale, then is the shell itself, with the arguments after `--`.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './ensure-installed.mjs';

const bin = join(root, 'dist', 'hubshell.js');

function newestChangeMs(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time tells of removed files.
  let newest = stat.mtimeMs;
  for (const entry of readdirSync(path)) newest = Math.max(newest, newestChangeMs(join(path, entry)));
  return newest;
}

function stale() {
  const built = statSync(bin, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return true;
  const sources = ['src', 'cmdlets', 'state', 'package-lock.json', 'scripts/build.mjs'];
  return sources.some((source) => newestChangeMs(join(root, source)) > built);
}

ensureInstalled();
if (stale()) {
  const { build } = await import('./build.mjs');
  await build();
}
process.argv[1] = bin;
await import(pathToFileURL(bin).href);
