// A host for tests: time that moves only by sleeping, seeded randomness, output collected in one text, nobody to ask.

import type { RuntimeHost, UserInterface } from '../../src/runtime/host.ts';
import { MemoryFiles } from './memory-files.ts';

/** 2026-03-02T08:00:00 in .NET ticks. */
const START_TICKS = 639_080_352_000_000_000n;

export interface TestHost extends RuntimeHost {
  files: MemoryFiles;
  /** All that was written so far, standard output and error as they came. */
  readonly output: string;
}

export interface TestHostOptions {
  /** The script is interrupted, as by Ctrl+C, when it runs longer. */
  timeLimitMs?: number;
  ui?: Partial<UserInterface>;
}

export function createTestHost(options: TestHostOptions = {}): TestHost {
  const chunks: string[] = [];
  let ticks = START_TICKS;
  let seed = 0x2545f491;
  const deadline = performance.now() + (options.timeLimitMs ?? Number.POSITIVE_INFINITY);
  const cannotAsk = (): never => {
    throw new Error('a test asked the user, though the host said that nobody is there');
  };
  const ui: UserInterface = {
    interactive: false,
    write: (text) => void chunks.push(text),
    writeError: (text) => void chunks.push(text),
    readLine: cannotAsk,
    choose: cannotAsk,
    readKey: cannotAsk,
    progress: () => {},
    clear: () => {},
    setTitle: () => {},
    columns: 80,
    rows: 24,
    colors: false,
    ...options.ui,
  };
  return {
    ui,
    files: new MemoryFiles(),
    clock: {
      nowTicks: () => ticks,
      utcOffsetMinutes: () => 0,
      timeZone: 'UTC',
      sleep: (milliseconds) => {
        ticks += BigInt(Math.round(milliseconds * 10_000));
      },
      monotonicMs: () => performance.now(),
    },
    random: {
      // xorshift32
      nextUint32: () => {
        seed ^= seed << 13;
        seed ^= seed >>> 17;
        seed ^= seed << 5;
        return seed >>> 0;
      },
    },
    services: {
      get: (type) => {
        throw new Error(`no service ${String((type as { name?: string }).name)} in a test without a world`);
      },
    },
    interrupt: {
      get requested() {
        return performance.now() > deadline;
      },
      clear: () => {},
    },
    environment: new Map([
      ['COMPUTERNAME', 'EX01'],
      ['USERNAME', 'Administrator'],
      ['TEMP', 'C:\\Windows\\Temp'],
      ['PATH', 'C:\\Windows\\System32'],
    ]),
    culture: 'en-US',
    uiCulture: 'en-US',
    get output() {
      return chunks.join('');
    },
  };
}
