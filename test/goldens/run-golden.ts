// Runs one golden in a fresh session, as its recording was made: the script lies as `s.ps1` in an empty folder and is dot-sourced
// by a command that sets $TestDrive to another empty folder.

import { cmdlets } from '../../cmdlets/index.ts';
import { Engine } from '../../src/runtime/engine.ts';
import { createTestHost } from '../support/test-host.ts';
import type { Golden } from './cases.ts';

export interface GoldenResult {
  id: string;
  area: string;
  passed: boolean;
  expected: string;
  actual: string;
  expectedExit: number;
  actualExit: number;
  /** What went wrong in hubshell itself, when it did. */
  fault?: string;
  milliseconds: number;
}

const TIME_LIMIT_MS = 5_000;
// NormalView and plain text, which the recording asked for, are what hubshell does by itself.
const PRELUDE = '$TestDrive="G:\\td"; . G:\\s.ps1';

/** The recording says `<dir>/s.ps1` where hubshell says `G:\s.ps1`, and `<td>` for `G:\td`. */
function normalize(output: string): string {
  return output.replace(/G:\\s\.ps1/g, '<dir>/s.ps1').replace(/G:\\td/g, '<td>');
}

export function runGolden(golden: Golden): GoldenResult {
  const started = performance.now();
  const host = createTestHost({ timeLimitMs: TIME_LIMIT_MS });
  host.files.makeDirectory('G:\\td');
  host.files.write('G:\\s.ps1', new TextEncoder().encode(golden.script));
  let actualExit = 0;
  let fault: string | undefined;
  try {
    const engine = new Engine(host, cmdlets);
    actualExit = engine.execute(PRELUDE).exitCode;
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : `thrown: ${describe(error)}`;
  }
  const actual = normalize(host.output);
  const passed = fault === undefined && actual === golden.output && actualExit === golden.exit;
  const { id, area, output: expected, exit: expectedExit } = golden;
  const milliseconds = performance.now() - started;
  return { id, area, passed, expected, actual, expectedExit, actualExit, fault, milliseconds };
}

/** What is thrown need not be an Error; its class and its fields tell the most. */
function describe(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  const fields = Object.entries(thrown).map(([name, value]) => `${name}: ${String(value)}`);
  return `${thrown.constructor.name} { ${fields.join(', ')} }`;
}
