// Spreads goldens over threads. A thread that does not answer in time is ended and replaced; its golden has failed.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { bundleForThreads } from './bundle.ts';
import type { Golden } from './cases.ts';
import type { GoldenResult } from './run-golden.ts';

const THREAD_LIMIT_MS = 10_000;
/** So many goldens in a row that end their thread: the engine itself does not load. */
const BROKEN_AFTER = 4;

function failed(golden: Golden, fault: string): GoldenResult {
  const { id, area, output: expected, exit: expectedExit } = golden;
  return { id, area, passed: false, expected, actual: '', expectedExit, actualExit: -1, fault, milliseconds: 0 };
}

function startThread(file: string): Worker {
  return new Worker(file, { execArgv: ['--enable-source-maps'] });
}

/** One thread working through `next` until it is empty. */
async function work(
  file: string,
  next: () => Golden | undefined,
  report: (result: GoldenResult) => void,
): Promise<void> {
  let thread = startThread(file);
  let deaths = 0;
  for (let golden = next(); golden; golden = next()) {
    const result = await ask(thread, golden);
    deaths = result.actualExit === -1 ? deaths + 1 : 0;
    if (deaths === BROKEN_AFTER) throw new Error(`no golden can run: ${result.fault}`);
    if (deaths > 0) {
      await thread.terminate();
      thread = startThread(file);
    }
    report(result);
  }
  await thread.terminate();
}

function ask(thread: Worker, golden: Golden): Promise<GoldenResult> {
  return new Promise((resolve) => {
    const finish = (result: GoldenResult) => {
      clearTimeout(timer);
      thread.removeAllListeners('message');
      thread.removeAllListeners('error');
      thread.removeAllListeners('exit');
      resolve(result);
    };
    const timer = setTimeout(() => finish(failed(golden, 'no answer: the thread hangs')), THREAD_LIMIT_MS);
    thread.once('message', finish);
    thread.once('error', (error: Error) => finish(failed(golden, error.stack ?? error.message)));
    thread.once('exit', () => finish(failed(golden, 'the thread ended')));
    thread.postMessage(golden);
  });
}

/** Results in the order of the goldens. */
export async function runAll(goldens: Golden[], threads = availableParallelism()): Promise<GoldenResult[]> {
  const results = new Map<string, GoldenResult>();
  let index = 0;
  const count = Math.max(1, Math.min(threads, goldens.length));
  const bundle = await bundleForThreads('./worker.ts');
  const lanes = Array.from({ length: count }, () =>
    work(
      bundle.file,
      () => goldens[index++],
      (result) => results.set(result.id, result),
    ),
  );
  try {
    await Promise.all(lanes);
  } finally {
    bundle.remove();
  }
  return goldens.map((golden) => results.get(golden.id)!);
}
