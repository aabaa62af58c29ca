// Bundles the engine for the threads that run goldens: they start faster than on sources, and a module that is missing (half of a
// change in the working tree) fails only the goldens that reach it.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const missingModules: Plugin = {
  name: 'missing-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir, importer }) => {
      const full = join(resolveDir, path);
      if (existsSync(full)) return undefined;
      console.error(`missing: ${full}, imported from ${importer}`);
      return { path: full, namespace: 'missing' };
    });
    onLoad({ filter: /.*/, namespace: 'missing' }, ({ path }) => ({
      contents: `const fail = () => { throw new Error(${JSON.stringify(`missing: ${path}`)}); };
        module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? true : fail) });`,
    }));
  },
};

/** Recordings know the language and the core cmdlets; the rest of the product is not needed to run them. */
const coreCmdletsOnly: Plugin = {
  name: 'core-cmdlets-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]cmdlets[\\/]index\.ts$/ }, ({ path }) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      const left = lines
        .filter((line) => /^import \w+ from '(?!\.\/core\/)/.test(line))
        .map((line) => line.split(' ')[1]!);
      const kept = lines.filter(
        (line) => !left.some((name) => line.trim() === `${name},` || line.startsWith(`import ${name} `)),
      );
      return { contents: kept.join('\n'), loader: 'ts' };
    });
  },
};

export interface Bundle {
  file: string;
  remove(): void;
}

export async function bundleForThreads(entry: string): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'hubshell-goldens-'));
  const file = join(folder, 'worker.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [missingModules, coreCmdletsOnly],
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
