// npm run bench [-- startup] [language] [transport] [scale] [--only <workload>] [--pairs n] [--rounds n] [--messages n] [--waiting n]
// PWSH=<path of a PowerShell> runs the language workloads in it side by side. Ratios below 1 mean that hubshell is faster.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { measureLanguage } from './language.ts';
import { geometricMean } from './measure.ts';
import { LargeSandboxes, measureFlow, measureWaiting } from './scale.ts';
import { measureStartup } from './startup.ts';
import { measureTransport } from './transport.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '*' },
    pairs: { type: 'string', default: '15' },
    rounds: { type: 'string', default: '2' },
    messages: { type: 'string', default: '200000' },
    waiting: { type: 'string', default: '1000000' },
  },
});
const wanted = (part: string) => positionals.length === 0 || positionals.includes(part);

function table(head: string[], rows: string[][]): void {
  const printed = new Table({
    head,
    style: { head: [], border: [] },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });
  printed.push(...rows);
  console.log(printed.toString());
}

const build = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
if (spawnSync(process.execPath, [build], { stdio: 'inherit' }).status !== 0) process.exit(1);

if (wanted('startup')) {
  const { nodeMs, shellMs, ratio } = measureStartup(Number(values.pairs));
  console.log(`\nStart-up, median of ${values.pairs} pairs (limit 2; the reference needs 4)`);
  table(
    ['', 'ms', 'ratio'],
    [
      ['node -e 0', nodeMs.toFixed(1), ''],
      ['hubshell -Command 1', shellMs.toFixed(1), ratio.toFixed(2)],
    ],
  );
}

if (wanted('language')) {
  const { reference, workloads } = measureLanguage(values.only, Number(values.rounds));
  console.log(`\nLanguage, against ${reference}`);
  table(
    ['workload', 'ms', 'reference ms', 'ratio', 'checksum'],
    workloads.map(({ name, ms, referenceMs, ratio, checksumAgrees }) => [
      name,
      ms.toFixed(1),
      referenceMs.toFixed(1),
      ratio.toFixed(2),
      checksumAgrees ? 'same' : 'DIFFERS',
    ]),
  );
  console.log(
    `geometric mean of the ratios: ${geometricMean(workloads.map(({ ratio }) => ratio)).toFixed(3)} (limit 0.5)`,
  );
  if (workloads.some(({ checksumAgrees }) => !checksumAgrees)) process.exitCode = 1;
}

if (wanted('transport')) {
  const { messages, seconds, messagesPerSecond } = measureTransport(5000);
  console.log('\nTransport, from submission in Redmond to the inbox in Tokyo');
  table(['messages', 'seconds', 'messages/s'], [[String(messages), seconds.toFixed(2), messagesPerSecond.toFixed(0)]]);
}

if (wanted('scale')) {
  const sandboxes = new LargeSandboxes();
  try {
    const flow = measureFlow(sandboxes, Number(values.messages));
    console.log(
      '\nScale: 10,000 mailboxes, 20 servers, 6 sites; logs, journal and snapshot on the disk (limit 5000 messages/s)',
    );
    table(
      ['messages', 'seconds', 'messages/s', 'tracking log lines'],
      [[String(flow.messages), flow.seconds.toFixed(1), flow.messagesPerSecond.toFixed(0), String(flow.trackingLines)]],
    );
    const most = Number(values.waiting);
    console.log(
      '\nWaiting mail (limits at 1,000,000: 1 GiB, that is 1074 bytes each; Get-Queue 100 ms; Get-Message 1000 ms)',
    );
    table(
      ['waiting', 'µs/message', 'bytes/message', 'Get-Queue ms', 'Get-Message -Filter ms'],
      [most / 100, most / 10, most].map((messages) => {
        const waiting = measureWaiting(sandboxes, messages);
        return [
          String(messages),
          waiting.microsecondsPerMessage.toFixed(0),
          waiting.bytesPerMessage.toFixed(0),
          waiting.getQueueMs.toFixed(1),
          waiting.getMessageMs.toFixed(0),
        ];
      }),
    );
  } finally {
    sandboxes.dispose();
  }
}
