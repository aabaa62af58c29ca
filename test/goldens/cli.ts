// npm run goldens [-- filter…] [--id <id>] [--json] [--ratchet] [--report <file>] [--fixtures <file.jsonl>] [--threads n]
//   filter    area or id, wildcards allowed
//   --id      shows script and diff of these
//   --diff    shows the diff of every failing one
//   --json    the results as JSON instead of the table
//   --ratchet fails unless exactly the ids in known-failures.json fail; without it the exit code tells whether all passed

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadGoldens, loadKnownFailures, selectGoldens } from './cases.ts';
import { runAll } from './pool.ts';
import { checkRatchet, explain, failingIds, summarize } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    id: { type: 'string', multiple: true },
    diff: { type: 'boolean' },
    json: { type: 'boolean' },
    ratchet: { type: 'boolean' },
    report: { type: 'string' },
    fixtures: { type: 'string', multiple: true },
    threads: { type: 'string' },
  },
});

const all = loadGoldens(values.fixtures);
const goldens = selectGoldens(all, [...positionals, ...(values.id ?? [])]);
const script = (id: string) => goldens.find((golden) => golden.id === id)?.script ?? '';

if (values.id) {
  for (const result of await runAll(goldens, 1)) console.log(explain(result, script(result.id)));
} else {
  const started = performance.now();
  const results = await runAll(goldens, values.threads ? Number(values.threads) : undefined);
  const failing = failingIds(results);
  if (values.json) console.log(JSON.stringify(results));
  else {
    if (values.diff) for (const result of results) if (!result.passed) console.log(explain(result, script(result.id)));
    console.log(summarize(results));
    if (failing.length > 0) console.log(`failing: ${failing.join(' ')}`);
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  const complaints = values.ratchet ? checkRatchet(results, loadKnownFailures()) : failing;
  if (values.ratchet) for (const complaint of complaints) console.log(complaint);
  if (values.report) {
    writeFileSync(
      values.report,
      JSON.stringify({ passed: results.length - complaints.length, failed: complaints.length }),
    );
  }
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
