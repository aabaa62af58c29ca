// Builds dist/: the shell as one CommonJS bundle with V8's code cache beside it, what only a typed session needs as a second
// bundle, and hubshell.js, which loads them. CommonJS because Node starts it faster than modules, and because only a script
// (not a module) can be given a code cache on Node 20.

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './ensure-installed.mjs';

/** Bundles by name; a dynamic import of one of these files becomes a `require` of its bundle. */
const bundles = {
  shell: join(root, 'src/host/main.ts'),
  terminal: join(root, 'src/host/terminal/session.ts'),
  ask: join(root, 'src/host/terminal/ask.ts'),
};

const separateBundles = {
  name: 'separate-bundles',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = Object.keys(bundles).find((bundle) => bundles[bundle] === join(resolveDir, path));
      return name && { path: `./${name}.js`, external: true };
    });
  },
};

export async function build() {
  const { build: bundle } = await import('esbuild');
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  await bundle({
    absWorkingDir: root,
    entryPoints: bundles,
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    // Names and lines stay, so that a stack trace can be read; the code cache makes their length cheap.
    minifySyntax: true,
    legalComments: 'none',
    // What libraries ask of it is where they lie; a path serves as well as an address.
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
    // Code with a code cache cannot import modules; a bundle is required when it is needed.
    supported: { 'dynamic-import': false },
    plugins: [separateBundles],
  });
  // The package is made of modules; what is built is not.
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  for (const data of ['organizations', 'labs']) {
    rmSync(join(dist, data), { recursive: true, force: true });
    cpSync(join(root, 'state', data), join(dist, data), { recursive: true });
  }
  rmSync(join(dist, 'shell.cache'), { force: true });
  const unfinished = join(dist, 'hubshell.js.new');
  copyFileSync(join(root, 'scripts/loader.cjs'), unfinished);
  chmodSync(unfinished, 0o755);
  const cached = spawnSync(process.execPath, [unfinished, '--make-code-cache'], {
    cwd: dist,
    stdio: ['ignore', 2, 2],
  });
  if (cached.status !== 0) console.error('No code cache could be made; the shell starts more slowly.');
  // Last, because its time tells whether the build is stale.
  renameSync(unfinished, join(dist, 'hubshell.js'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
