// Running a program and measuring it, for the benchmarks.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const benchFolder = fileURLToPath(new URL('./', import.meta.url));
export const shell = fileURLToPath(new URL('../dist/hubshell.js', import.meta.url));

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function geometricMean(values: number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

export interface Run {
  wallMs: number;
  output: string;
  errors: string;
}

/** Runs a program to its end; throws when it fails. */
export function run(program: string, args: string[], environment: Record<string, string> = {}): Run {
  const started = performance.now();
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const wallMs = performance.now() - started;
  if (result.status !== 0) {
    throw new Error(`${program} ${args.join(' ')} ended with ${result.status}\n${result.stdout}${result.stderr}`);
  }
  return { wallMs, output: result.stdout, errors: result.stderr };
}

/** Does something with a sandbox folder that is gone afterwards. */
export function withSandbox<T>(work: (state: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'hubshell-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
