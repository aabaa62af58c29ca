// The simulation runs without Node: bundled for no platform and run in an empty context it writes the same bytes as here.

import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const script = `
import contoso from './state/organizations/contoso.json';
import { World } from './src/transport/world.ts';
const lines = [];
const world = World.create(contoso, { logs: { append: (server, record) => lines.push(server + JSON.stringify(record)) }, disk: { write() {}, remove() {} } });
world.apply({ kind: 'submit', from: 'alice', to: ['allstaff', 'x@fabrikam.com', 'x@proseware.com'], subject: 'all' });
world.apply({ kind: 'advance', to: world.now + 6 * 3600000 });
const { head, collections } = world.snapshot();
globalThis.result = JSON.stringify([lines, head, Object.entries(collections).map(([name, rows]) => [name, [...rows]])]);
`;

it('gives the same state and logs in a bare context', async () => {
  const bundled = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2022',
  });
  const code = bundled.outputFiles[0]!.text;
  expect(code).not.toMatch(/require\(|from ['"]node:/);
  const bare: { result?: string } = {};
  runInNewContext(code, bare);
  const here: { result?: string } = {};
  new Function('globalThis', code)(here);
  expect(bare.result!.length).toBeGreaterThan(10_000);
  expect(bare.result === here.result).toBe(true);
});
