// Plays a lab's file as `Test-Lab -Path` does, and gives what it found.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Lab } from '../../state/schema/lab.ts';
import { parseLab } from '../../state/schema/lab-validation.ts';
import { openTestSession, type TestSession, type TestSessionOptions } from '../support/session.ts';

export const labsFolder = fileURLToPath(new URL('../../state/labs/', import.meta.url));

export const labNames = readdirSync(labsFolder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort();

export const labText = (name: string): string => readFileSync(`${labsFolder}/${name}.json`, 'utf8');
export const readLab = (name: string): Lab => parseLab(labText(name), `${name}.json`);

/** A session that has the labs' folder as drive L:. */
export function openLabSession(options: TestSessionOptions = {}): TestSession {
  const drives = [{ name: 'L', folder: labsFolder, description: '', mounted: true, writable: false }];
  return openTestSession({ drives, ...options });
}

export interface Finding {
  Text: string;
  Met: boolean;
  Why: string;
}

export function checkLab(name: string, seed?: number): { passed: boolean; findings: Finding[]; milliseconds: number } {
  const test = openLabSession();
  try {
    const parameters = seed === undefined ? '' : ` -Seed ${seed}`;
    const text = test.run(
      `Test-Lab -Path L:\\${name}.json${parameters} | Select-Object Passed, Goals, @{n='Ms';e={$_.Elapsed.TotalMilliseconds}} | ConvertTo-Json -Depth 4`,
    );
    const { Passed: passed, Goals: findings, Ms: milliseconds } = JSON.parse(text);
    return { passed, findings, milliseconds };
  } finally {
    test.dispose();
  }
}

/** What does not fit, a line each. */
export const faultsOf = (findings: Finding[]): string[] =>
  findings.filter(({ Met }) => !Met).map(({ Text, Why }) => `${Text}: ${Why}`);
