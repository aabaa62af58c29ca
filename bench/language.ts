// The language workloads against the reference PowerShell: run side by side when PWSH names one, else against its recorded times,
// carried over to this machine by a calibration program that ran beside both (reference.json, calibrate.mjs).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, run, shell, withSandbox } from './measure.ts';

export interface WorkloadResult {
  name: string;
  ms: number;
  referenceMs: number;
  ratio: number;
  checksumAgrees: boolean;
}

export interface LanguageResult {
  reference: string;
  workloads: WorkloadResult[];
}

interface Recorded {
  reference: string;
  calibrationMs: number;
  workloads: Record<string, { ms: number; checksum: string }>;
}

type Times = Map<string, { ms: number; checksum: string }>;

function parseTimes(output: string): Times {
  const times: Times = new Map();
  for (const line of output.split('\n')) {
    const match = /^(\S+)\s+([\d.]+) (\S+)\s*$/.exec(line);
    if (match) times.set(match[1]!, { ms: Number(match[2]), checksum: match[3]! });
  }
  return times;
}

function best(runs: Times[]): Times {
  const times: Times = new Map(runs[0]);
  for (const other of runs.slice(1)) {
    for (const [name, time] of other)
      if (time.ms < (times.get(name)?.ms ?? Number.POSITIVE_INFINITY)) times.set(name, time);
  }
  return times;
}

const calibrate = () => Number(run(process.execPath, [join(benchFolder, 'calibrate.mjs')]).output);

export function measureLanguage(only: string, rounds: number): LanguageResult {
  const script = join(benchFolder, 'language.ps1');
  const { PWSH } = process.env;
  const ours: Times[] = [];
  const theirs: Times[] = [];
  let calibrationMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    withSandbox((state) => {
      const args = [shell, '-NoLogo', '-NonInteractive', '-State', state, '-File', script, '-Only', only];
      ours.push(parseTimes(run(process.execPath, args).output));
    });
    if (PWSH) theirs.push(parseTimes(run(PWSH, ['-NoProfile', '-File', script, '-Only', only]).output));
    else calibrationMs = Math.min(calibrationMs, calibrate());
  }
  const recorded: Recorded = JSON.parse(readFileSync(join(benchFolder, 'reference.json'), 'utf8'));
  const scale = calibrationMs / recorded.calibrationMs;
  const reference: Times = PWSH
    ? best(theirs)
    : new Map(
        Object.entries(recorded.workloads).map(([name, { ms, checksum }]) => [name, { ms: ms * scale, checksum }]),
      );
  const workloads = [...best(ours)].map(([name, { ms, checksum }]) => {
    const other = reference.get(name);
    const referenceMs = other?.ms ?? Number.NaN;
    return { name, ms, referenceMs, ratio: ms / referenceMs, checksumAgrees: checksum === other?.checksum };
  });
  const source = PWSH ? PWSH : `${recorded.reference}, recorded, × ${scale.toFixed(2)}`;
  return { reference: source, workloads };
}
