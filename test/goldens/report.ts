// What a run of goldens says: counts by area, failing ids, a diff for single ones, and the ratchet: the list of known failures
// may only shrink.

import type { GoldenResult } from './run-golden.ts';

export function summarize(results: GoldenResult[]): string {
  const areas = new Map<string, { passed: number; total: number }>();
  for (const { area, passed } of results) {
    const counts = areas.get(area) ?? { passed: 0, total: 0 };
    counts.total++;
    if (passed) counts.passed++;
    areas.set(area, counts);
  }
  const row = (name: string, { passed, total }: { passed: number; total: number }) =>
    `${name.padEnd(14)} ${String(passed).padStart(5)} / ${String(total).padEnd(5)} ${((100 * passed) / total).toFixed(1).padStart(6)} %`;
  const passed = results.filter((result) => result.passed).length;
  return [...[...areas].map(([name, counts]) => row(name, counts)), row('all', { passed, total: results.length })].join(
    '\n',
  );
}

export function failingIds(results: GoldenResult[]): string[] {
  return results.filter((result) => !result.passed).map((result) => result.id);
}

/** Script, expected and actual output with the differing lines marked, for `--id`. */
export function explain(result: GoldenResult, script: string): string {
  const lines = [
    `---- ${result.id}: ${result.passed ? 'passed' : 'FAILED'} (${result.milliseconds.toFixed(0)} ms)`,
    script,
  ];
  if (result.passed) return lines.join('\n');
  if (result.fault !== undefined) lines.push('---- fault', result.fault);
  if (result.expectedExit !== result.actualExit)
    lines.push(`---- exit ${result.actualExit}, expected ${result.expectedExit}`);
  lines.push('---- - expected, + actual', ...diffLines(result.expected.split('\n'), result.actual.split('\n')));
  return lines.join('\n');
}

/** A line diff by longest common subsequence. Trailing blanks are made visible in differing lines. */
function diffLines(expected: string[], actual: string[]): string[] {
  const width = actual.length + 1;
  const lengths = new Int32Array((expected.length + 1) * width);
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        expected[i] === actual[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const show = (line: string) => line.replace(/ +$/, (blanks) => '·'.repeat(blanks.length)).replace(/\r/g, '␍');
  const out: string[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && expected[i] === actual[j]) {
      out.push(`  ${expected[i]}`);
      i++;
      j++;
    } else if (
      j >= actual.length ||
      (i < expected.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      out.push(`- ${show(expected[i++]!)}`);
    } else {
      out.push(`+ ${show(actual[j++]!)}`);
    }
  }
  return out;
}

/** Complaints of the ratchet; empty when the run is as the list says. */
export function checkRatchet(results: GoldenResult[], known: Record<string, string>): string[] {
  const complaints: string[] = [];
  for (const { id, passed } of results) {
    if (!passed && !(id in known)) complaints.push(`${id} fails and is not in known-failures.json`);
    if (passed && id in known) complaints.push(`${id} passes: take it off known-failures.json`);
  }
  const ids = new Set(results.map((result) => result.id));
  for (const id of Object.keys(known)) if (!ids.has(id)) complaints.push(`${id} in known-failures.json is no golden`);
  return complaints;
}
