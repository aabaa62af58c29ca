// Runs a TypeScript program of the repository (goldens, transcripts, bench), after installing what is missing.
// usage: node scripts/run.mjs <file.ts> [arguments]

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-installed.mjs';

ensureInstalled();
const [file, ...args] = process.argv.slice(2);
const result = spawnSync(process.execPath, ['--import', 'tsx', join(root, file), ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
