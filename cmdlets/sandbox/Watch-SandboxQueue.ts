// Watch-SandboxQueue: the queues as they are, drawn anew until a key is pressed (spec sandbox-cmdlets).

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { toText } from '../../src/runtime/convert.ts';
import type { TimeSpan } from '../../src/runtime/types/date/time-span.ts';
import type { Value } from '../../src/runtime/values.ts';
import { queueObject, queueTypeName } from '../exchange/support/queue-objects.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { sandboxError } from './support/errors.ts';
import { machineSelection } from './support/machines.ts';
import { selectAny } from './support/selection.ts';

const STANDARD_INTERVAL_MS = 2000;
const SHORTEST_INTERVAL_MS = 100;

/** Names of the servers to watch: those named, or all that have transport. */
function watched(cmdlet: CmdletContext): string[] {
  const world = worldOf(cmdlet);
  const named = cmdlet.args.Server as string[] | undefined;
  if (named !== undefined) return selectAny(cmdlet, named, machineSelection(world)).map(({ name }) => name);
  return world.objects('transportService').map(({ name }) => name);
}

function queuesOf(cmdlet: CmdletContext, servers: readonly string[]): Value[] {
  const world = worldOf(cmdlet);
  return servers
    .flatMap((server) => world.queuesSeen(server))
    .map((queue) => queueObject(queue, world.findMachine(queue.server)?.version ?? 0));
}

/** The table as Get-Queue shows it, under a line that says when. */
function picture(cmdlet: CmdletContext, servers: readonly string[]): string {
  cmdlet.host.clock.catchUp?.();
  const queues = queuesOf(cmdlet, servers);
  const table = cmdlet.engine.invokeCommand('Out-String', { input: queues }).map((text) => toText(text));
  const now = cmdlet.engine.invokeCommand('Get-Date', { named: { Format: 'G' } }).map((text) => toText(text));
  return `${now.join('')}   ${servers.join(', ')}   (any key ends)\n${table.join('').trimEnd()}`;
}

export default sandboxCmdlet({
  name: 'Watch-SandboxQueue',
  synopsis: 'Shows the queues live, until a key is pressed; without a terminal once.',
  parameters: {
    Server: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      aliases: ['Identity', 'Name'],
      wildcards: true,
      help: 'Servers to watch; all that have transport by default.',
    },
    Interval: { type: 'timespan', default: '00:00:02', help: 'Real time between two looks.' },
  },
  outputs: [queueTypeName],
  examples: [
    { title: 'All queues', script: 'Watch-SandboxQueue' },
    {
      title: 'Queues of one server, every half second',
      script: "(Watch-SandboxQueue -Server EX01 -Interval '00:00:00.5' | Select-Object -First 1).Identity",
      output: 'EX01\\Submission',
    },
  ],
  create: (cmdlet) => {
    const servers: string[] = [];
    return {
      process() {
        for (const name of watched(cmdlet)) if (!servers.includes(name)) servers.push(name);
      },
      end() {
        if (servers.length === 0) return;
        const interval = cmdlet.args.Interval as TimeSpan | undefined;
        const intervalMs = interval === undefined ? STANDARD_INTERVAL_MS : Number(interval.ticks / 10_000n);
        if (intervalMs < SHORTEST_INTERVAL_MS) {
          const message = `The interval ${String(interval)} is too short; it is at least 00:00:00.1000000.`;
          sandboxError(cmdlet, 'SandboxInvalidValue', message, cmdlet.args.Interval);
          return;
        }
        const { ui } = cmdlet.host;
        if (ui.watch) ui.watch(() => picture(cmdlet, servers), intervalMs);
        else cmdlet.writeAll(queuesOf(cmdlet, servers));
      },
    };
  },
});
