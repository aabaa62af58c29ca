// Set-SandboxLink.

import { millisecondsOf } from '../exchange/support/times.ts';
import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { attempt } from './support/errors.ts';
import { linkObject } from './support/objects.ts';

export default sandboxCmdlet({
  name: 'Set-SandboxLink',
  synopsis: 'Changes the network between two ends; no routing table changes with it.',
  description:
    'An end is an AD site, a server, an outside host, Perimeter or Internet. The setting with the most specific ends counts.',
  supportsShouldProcess: true,
  parameters: {
    From: { type: 'string[]', mandatory: true, position: 0, pipeline: 'name', help: 'One end.' },
    To: { type: 'string[]', mandatory: true, position: 1, pipeline: 'name', help: 'The other end.' },
    Up: { type: 'bool', help: 'Down: connections time out.' },
    Latency: { type: 'timespan', help: 'How long a packet takes.' },
    LossPercent: {
      type: 'double',
      validate: [{ kind: 'range', min: 0, max: 100 }],
      help: 'Lost packets cost time, many of them the connection.',
    },
    OneWay: { type: 'switch', help: 'Only in the direction given.' },
    PassThru: { type: 'switch', help: 'Puts out the link.' },
  },
  outputs: ['Hubshell.Sandbox.Link'],
  examples: [
    { script: 'Set-SandboxLink Redmond Tokyo -Up $false\n(Get-SandboxLink Redmond Tokyo).Up', output: 'False' },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      const { From: froms, To: tos, Up: up, OneWay: oneWay } = cmdlet.args;
      const latencyMs = cmdlet.has('Latency') ? millisecondsOf(cmdlet.args.Latency) : undefined;
      const lossPercent = cmdlet.has('LossPercent')
        ? Number(cmdlet.args.LossPercent?.value ?? cmdlet.args.LossPercent)
        : undefined;
      for (const from of froms as string[])
        for (const to of tos as string[]) {
          if (!cmdlet.shouldProcess(`${from} - ${to}`)) continue;
          const done = attempt(cmdlet, `${from}/${to}`, () =>
            world.apply({ kind: 'link.set', from, to, up, latencyMs, lossPercent, oneWay }),
          );
          const identity = `${from}/${to}`.toLowerCase();
          const changed = done && world.links().find((link) => link.identity.toLowerCase() === identity);
          if (changed && cmdlet.args.PassThru) cmdlet.write(linkObject(changed));
        }
    },
  }),
});
