// A thread that runs goldens one by one, as they are sent to it.

import { parentPort } from 'node:worker_threads';
import type { Golden } from './cases.ts';
import { runGolden } from './run-golden.ts';

parentPort?.on('message', (golden: Golden) => parentPort?.postMessage(runGolden(golden)));
