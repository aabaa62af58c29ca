// Tables of cases: a sentence, a script, and its output (`output` in session.ts). All were compared with PowerShell 7.6.5.

import { expect, test } from 'vitest';
import { output } from './session.ts';

export type Case = [sentence: string, script: string, expected: string];

export function testCases(cases: readonly Case[]): void {
  test.each(cases)('%s', (_sentence, script, expected) => {
    expect(output(script)).toBe(expected);
  });
}
