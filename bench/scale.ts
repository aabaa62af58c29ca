// A large organisation (10,000 mailboxes, 20 servers, 6 sites) in the built program, with its logs, journal and snapshot on the
// disk: mail a second, memory for waiting mail, how fast the queue cmdlets answer then, and how the cost of a message grows.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { largeOrganization, mailboxAddress, partnerDomain } from './large-organization.ts';
import { benchFolder, run, shell } from './measure.ts';

const size = { mailboxes: 10_000, servers: 20, sites: 6, partners: 50 };
const name = 'Large';

export interface FlowResult {
  messages: number;
  seconds: number;
  messagesPerSecond: number;
  trackingLines: number;
}

export interface WaitingResult {
  messages: number;
  /** To accept and queue them, with routing and first attempts. */
  microsecondsPerMessage: number;
  bytesPerMessage: number;
  getQueueMs: number;
  getMessageMs: number;
}

/** The built program with the large organisation beside the others, in a folder of its own. */
export class LargeSandboxes {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hubshell-scale-'));
  readonly #program = join(this.#folder, 'dist/hubshell.js');
  #sandboxes = 0;

  constructor() {
    cpSync(dirname(shell), dirname(this.#program), { recursive: true });
    const organizations = join(dirname(this.#program), 'organizations');
    mkdirSync(organizations, { recursive: true });
    writeFileSync(join(organizations, `${name.toLowerCase()}.json`), JSON.stringify(largeOrganization(name, size)));
  }

  /** Runs a script in a new sandbox: numbers that it puts out by name, and the bytes held when it puts out `memory?`. */
  measure(script: string): { numbers: Record<string, number>; heldBytes: number } {
    const state = join(this.#folder, `sandbox${++this.#sandboxes}`);
    const file = join(this.#folder, 'workload.ps1');
    writeFileSync(file, script);
    const preload = ['--expose-gc', '--max-old-space-size=8192', '--require', join(benchFolder, 'memory-report.cjs')];
    const args = ['-NoLogo', '-NonInteractive', '-State', state, '-Organization', name, '-File', file];
    const { output, errors } = run(process.execPath, [...preload, this.#program, ...args]);
    rmSync(state, { recursive: true, force: true });
    const numbers = Object.fromEntries(
      [...output.matchAll(/^(\w+)=(-?[\d.]+)\r?$/gm)].map(([, key, value]) => [key!, Number(value)]),
    );
    return { numbers, heldBytes: Number(/^held (\d+)$/m.exec(errors)?.[1]) };
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const sendingTo = (address: string, batches: number, perBatch: number) => `
foreach ($i in 1..${batches}) {
  $from = '${mailboxAddress(0)}'.Replace('user0', "user$(($i * 7919) % ${size.mailboxes})")
  $null = Send-SandboxMessage -From $from -To ${address} -Subject "bench $i" -SizeKB 4 -Count ${perBatch}
}`;

/** Mail among mailboxes: three of four messages cross sites. Counts deliveries by what the tracking logs on the disk say. */
export function measureFlow(sandboxes: LargeSandboxes, messages: number): FlowResult {
  const batches = Math.max(1, Math.round(messages / 100));
  const recipient = `'${mailboxAddress(0)}'.Replace('user0', "user$(($i * 104729 + 13) % ${size.mailboxes})")`;
  const { numbers } = sandboxes.measure(`
$watch = [Diagnostics.Stopwatch]::StartNew()
${sendingTo(`(${recipient})`, batches, Math.round(messages / batches))}
Step-SandboxClock -UntilIdle
$watch.Stop()
"milliseconds=$($watch.Elapsed.TotalMilliseconds)"
$delivered = 0
$lines = 0
foreach ($server in Get-TransportService) {
  $folder = "\\\\$($server.Name)\\C$\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\Logs\\MessageTracking"
  foreach ($file in Get-ChildItem $folder -Filter *.LOG) {
    foreach ($line in [IO.File]::ReadAllLines($file.FullName)) {
      $lines++
      if ($line.Contains(',STOREDRIVER,DELIVER,')) { $delivered++ }
    }
  }
}
"delivered=$delivered"
"lines=$lines"`);
  if (numbers.delivered !== messages) throw new Error(`${numbers.delivered} of ${messages} messages were delivered`);
  const seconds = numbers.milliseconds! / 1000;
  return { messages, seconds, messagesPerSecond: messages / seconds, trackingLines: numbers.lines! };
}

/** Mail to partners whose hosts are all off: it waits, in one queue a partner and server. */
export function measureWaiting(sandboxes: LargeSandboxes, messages: number): WaitingResult {
  const batches = Math.min(messages, 1000);
  const recipient = `"x@${partnerDomain(0).replace('0', `$($i % ${size.partners})`)}"`;
  const script = (count: number) => `
Get-SandboxHost | Set-SandboxHost -Online $false
$watch = [Diagnostics.Stopwatch]::StartNew()
${count > 0 ? sendingTo(recipient, batches, count / batches) : ''}
Step-SandboxClock -Minutes 5
"milliseconds=$($watch.Elapsed.TotalMilliseconds)"
$server = (Get-TransportService)[0].Name
$null = Get-Queue -Server $server
$queues = foreach ($n in 1..5) { (Measure-Command { Get-Queue -Server $server }).TotalMilliseconds }
$filtered = foreach ($n in 1..3) {
  (Measure-Command { Get-Message -Server $server -Filter { FromAddress -eq 'user42@tailspin.com' -and Size -gt 1KB } }).TotalMilliseconds
}
"memory?"
"queue=$(($queues | Measure-Object -Maximum).Maximum)"
"message=$(($filtered | Measure-Object -Maximum).Maximum)"
"waiting=$((Get-TransportService | Get-Queue | Where-Object DeliveryType -ne ShadowRedundancy | Measure-Object MessageCount -Sum).Sum)"`;
  const empty = sandboxes.measure(script(0));
  const { numbers, heldBytes } = sandboxes.measure(script(messages));
  if (numbers.waiting !== messages) throw new Error(`${numbers.waiting} of ${messages} messages wait`);
  return {
    messages,
    microsecondsPerMessage: ((numbers.milliseconds! - empty.numbers.milliseconds!) * 1000) / messages,
    bytesPerMessage: (heldBytes - empty.heldBytes) / messages,
    getQueueMs: numbers.queue!,
    getMessageMs: numbers.message!,
  };
}
