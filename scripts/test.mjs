// `npm test`: every check of the project, one after the other, and a last line `N passed, N failed` over all of them.
// Types, lint, import direction, unused code, the build count as one each; unit tests and goldens as many as they are.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-installed.mjs';

ensureInstalled();
const scratch = mkdtempSync(join(tmpdir(), 'hubshell-test-'));
const total = { passed: 0, failed: 0 };

function node(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

function tool(name, path, args) {
  return () => node([join(root, 'node_modules', path), ...args]) || `${name} failed`;
}

/** Runs something that writes its counts to a file; a run that could not write them counts as one failure. */
function counted(args, read) {
  return () => {
    const report = join(scratch, `${total.passed + total.failed}.json`);
    node(args(report));
    let counts;
    try {
      counts = read(JSON.parse(readFileSync(report, 'utf8')));
    } catch {
      return 'it ended without a report';
    }
    // The step itself is counted by the loop below.
    total.passed += counts.passed - (counts.failed === 0 ? 1 : 0);
    total.failed += Math.max(0, counts.failed - 1);
    return counts.failed === 0 || `${counts.failed} failed`;
  };
}

const steps = [
  ['types', tool('tsc', 'typescript/bin/tsc', ['-p', '.'])],
  ['lint', tool('biome', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  [
    'imports',
    tool('depcruise', 'dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config',
      '.dependency-cruiser.json',
      'src',
      'cmdlets',
      'state',
    ]),
  ],
  ['unused code', tool('knip', 'knip/bin/knip.js', [])],
  ['build', () => node(['scripts/build.mjs']) || 'the build failed'],
  [
    'unit tests and scenarios',
    counted(
      (report) => [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      // A file that cannot be loaded has no tests to count; it is a failure all the same.
      (result) => ({
        passed: result.numPassedTests,
        failed: Math.max(result.numFailedTests, result.testResults.filter((file) => file.status === 'failed').length),
      }),
    ),
  ],
  [
    'goldens',
    counted(
      (report) => ['--import', 'tsx', 'test/goldens/cli.ts', '--ratchet', '--report', report],
      (result) => result,
    ),
  ],
];

const failures = [];
for (const [name, run] of steps) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const outcome = run();
  console.log(
    `== ${name}: ${outcome === true ? 'passed' : outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (outcome === true) total.passed++;
  else {
    total.failed++;
    failures.push(name);
  }
}
rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
