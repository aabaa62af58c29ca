// The simulation runs without Node: bundled for no platform and run in an empty context it writes the same bytes as here, run twice, and
// saved and resumed in the middle.

import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';

const script = `
import contoso from './state/organizations/contoso.json';
import fabrikam from './state/organizations/fabrikam2010.json';
import northwind from './state/organizations/northwind2007.json';
import { World } from './src/transport/world.ts';

const hour = 3600000;
const mail = {
  Contoso: ['alice', ['allstaff', 'x@fabrikam.com', 'x@proseware.com', 'z@tailspintoys.com', 'x@nwtraders.msft']],
  Fabrikam2010: ['amy', ['cho@fabrikam.com', 'ben@fabrikam.com', 'x@contoso.com', 'x@adatum.com']],
  Northwind2007: ['ann', ['everyone', 'veterans', 'x@partner.com', 'x@oldpartner.com', 'FAX:5551234', 'announcements']],
};
const faults = {
  Contoso: [
    { kind: 'machine.set', identity: 'EX02', settings: { crash: true } },
    { kind: 'link.set', from: 'Redmond', to: 'Tokyo', lossPercent: 40 },
    { kind: 'host.set', identity: 'mx1.fabrikam.com', settings: { Behavior: 'TempFail' } },
  ],
  Fabrikam2010: [
    { kind: 'machine.set', identity: 'HUB03', settings: { online: false } },
    { kind: 'config.set', class: 'sendConnector', identity: 'To Contoso', properties: { Enabled: false } },
  ],
  Northwind2007: [
    { kind: 'config.remove', class: 'adSiteLink', identity: 'C-D' },
    { kind: 'machine.set', identity: 'E2K3-1', settings: { online: false } },
    { kind: 'config.set', class: 'adSite', identity: 'SiteB', properties: { HubSiteEnabled: true } },
  ],
};

function play(data, resumes) {
  const lines = [];
  const effects = {
    logs: { append: (server, record) => lines.push(server + JSON.stringify(record)) },
    disk: { write: (server, path, text) => lines.push(server + path + text), remove: (server, path) => lines.push(server + path) },
  };
  let world = World.create(data, effects);
  const text = () => {
    const { head, collections } = world.snapshot();
    return JSON.stringify([head, Object.entries(collections).map(([name, rows]) => [name, [...rows]])]);
  };
  const resume = () => {
    if (!resumes) return;
    const [head, collections] = JSON.parse(text());
    world = World.restore({ head, collections: Object.fromEntries(collections) }, effects);
  };
  const [from, to] = mail[data.name];
  for (const fault of [undefined, ...faults[data.name], undefined]) {
    if (fault !== undefined) world.apply(fault);
    world.apply({ kind: 'submit', from, to, subject: 'all' });
    world.apply({ kind: 'advance', to: world.now + 1500 });
    resume();
    world.apply({ kind: 'advance', to: world.now + 5 * hour });
    resume();
  }
  return JSON.stringify(lines) + text();
}

globalThis.result = [contoso, fabrikam, northwind].map((data) => [play(data, false), play(data, false), play(data, true)]);
`;

let code = '';

beforeAll(async () => {
  const bundled = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2022',
  });
  code = bundled.outputFiles[0]!.text;
});

it('asks for nothing of Node', () => {
  expect(code).not.toMatch(/require\(|from ['"]node:/);
});

it('gives the same state and logs in a bare context, twice, and when saved and resumed on the way', () => {
  const bare: { result?: string[][] } = {};
  runInNewContext(code, bare);
  const here: { result?: string[][] } = {};
  new Function('globalThis', code)(here);
  expect(bare.result).toHaveLength(3);
  for (const [index, [first, second, resumed]] of bare.result!.entries()) {
    expect(first!.length).toBeGreaterThan(100_000);
    expect(second === first).toBe(true);
    expect(resumed === first).toBe(true);
    expect(here.result![index]!.every((text) => text === first)).toBe(true);
  }
}, 60_000);
