// Small sessions for the interpreter's tests: a script in, everything it put out as lines.

import { cmdlets } from '../../../cmdlets/index.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { Engine } from '../../../src/runtime/engine.ts';
import { ErrorRecord } from '../../../src/runtime/errors.ts';
import { CallbackOutput } from '../../../src/runtime/streams.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { createTestHost } from '../../support/test-host.ts';

export interface Ran {
  /** Output objects as text, errors as `error: <FullyQualifiedErrorId>`, in the order they came. */
  lines: string[];
  values: Value[];
  exitCode: number;
  /** What went to the terminal at once: warnings, Write-Host. */
  screen: string;
}

export function run(script: string): Ran {
  const host = createTestHost({ timeLimitMs: 2000 });
  const engine = new Engine(host, cmdlets);
  const values: Value[] = [];
  const sink = new CallbackOutput((value) => void values.push(value));
  const { exitCode } = engine.execute(script, { sink });
  const lines = values.map((value) =>
    value instanceof ErrorRecord ? `error: ${value.fullyQualifiedErrorId}` : toText(value),
  );
  return { lines, values, exitCode, screen: host.output };
}

/** The lines of a script, joined by ` | ` for tables of cases. */
export function output(script: string): string {
  return run(script).lines.join(' | ');
}
