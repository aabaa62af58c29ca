// ping.exe. Texts: facts/outputs 9.4.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { hostArguments } from '../../completion/program-arguments.ts';
import { localMachine, localName, waitMilliseconds, worldOf } from '../local-machine.ts';
import { type NativeConsole, nativeProgram } from './native-console.ts';

const isAddress = (text: string) => /^\d+\.\d+\.\d+\.\d+$/.test(text);

function ping(console: NativeConsole, cmdlet: CmdletContext, target: string, count: number): number {
  const world = worldOf(cmdlet);
  const resolved = isAddress(target)
    ? { addresses: [target], waitMs: 0 }
    : world.resolveHost(localName(cmdlet), target);
  waitMilliseconds(cmdlet, resolved.waitMs);
  const address = resolved.addresses[0];
  if (address === undefined) {
    console.printLine(`Ping request could not find host ${target}. Please check the name and try again.`);
    return 1;
  }
  // A name of one label was found with the primary suffix, and is shown with it.
  const suffix = target.includes('.') ? '' : /\..*$/.exec(localMachine(cmdlet)?.fqdn ?? '')?.[0];
  console.print(
    `\nPinging ${address === target ? target : `${target}${suffix ?? ''} [${address}]`} with 32 bytes of data:\n`,
  );
  const times: number[] = [];
  for (let sent = 0; sent < count; sent++) {
    cmdlet.checkInterrupt();
    const answer = world.probe(localName(cmdlet), address);
    if (answer.result === 'timeout') {
      // ping waits 4 seconds for an answer (documented default of -w).
      waitMilliseconds(cmdlet, 4000);
      console.printLine('Request timed out.');
      continue;
    }
    const time = Math.round(2 * answer.latencyMs);
    times.push(time);
    console.printLine(`Reply from ${address}: bytes=32 time${time < 1 ? '<1' : `=${time}`}ms TTL=128`);
    if (sent < count - 1) waitMilliseconds(cmdlet, 1000);
  }
  const lost = count - times.length;
  console.print(`\nPing statistics for ${address}:\n`);
  const percent = Math.round((100 * lost) / count);
  console.printLine(`    Packets: Sent = ${count}, Received = ${times.length}, Lost = ${lost} (${percent}% loss),`);
  if (times.length > 0) {
    const average = Math.floor(times.reduce((a, b) => a + b, 0) / times.length);
    console.printLine('Approximate round trip times in milli-seconds:');
    console.printLine(
      `    Minimum = ${Math.min(...times)}ms, Maximum = ${Math.max(...times)}ms, Average = ${average}ms`,
    );
  }
  return times.length > 0 ? 0 : 1;
}

export default defineCmdlet({
  name: 'ping.exe',
  kind: 'native',
  module: '',
  synopsis: 'Tests whether a machine answers.',
  parameters: {},
  completeArgument: hostArguments,
  examples: [{ script: 'ping EX02' }],
  create: nativeProgram((console, args, cmdlet) => {
    let count = 4;
    let target: string | undefined;
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (/^[-/]n$/i.test(arg)) count = Math.max(1, Number.parseInt(args[++i] ?? '4', 10) || 4);
      else if (/^[-/][wli]$/i.test(arg)) i++;
      else if (!/^[-/]/.test(arg)) target = arg;
    }
    if (target !== undefined) return ping(console, cmdlet, target, count);
    console.print('\nUsage: ping [-n count] [-w timeout] target_name\n');
    return 1;
  }),
});
