// Set-SandboxDnsServer.

import type { DnsBehavior } from '../../state/schema/inputs.ts';
import { millisecondsOf } from '../exchange/support/times.ts';
import { worldOf } from '../windows/local-machine.ts';
import { oneIdentity, passThru, sandboxCmdlet } from './support/definition.ts';
import { dnsServerSelection } from './support/dns-records.ts';
import { attempt } from './support/errors.ts';
import { dnsServerObject } from './support/objects.ts';
import { selectOne } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Set-SandboxDnsServer',
  synopsis: 'Changes how a DNS server answers, for all questions or for some domains.',
  supportsShouldProcess: true,
  parameters: {
    ...oneIdentity('Name or address.'),
    Behavior: {
      type: 'enum',
      enumName: 'Hubshell.Sandbox.DnsBehavior',
      values: ['Answer', 'NxDomain', 'ServFail', 'Refused', 'Timeout'],
      help: 'How it answers.',
    },
    Zone: { type: 'string[]', help: 'Only for these domains and below; Answer takes the exception back.' },
    Latency: { type: 'timespan', help: 'How long an answer takes.' },
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.DnsServer'],
  examples: [
    {
      script:
        '$dns = (Get-SandboxDnsServer | Select-Object -First 1).Identity\nSet-SandboxDnsServer $dns -Behavior ServFail -Zone adatum.com\n(Get-SandboxDnsServer $dns).ZoneBehavior -contains "adatum.com=ServFail"',
      output: 'True',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      const { Behavior, Zone: zones, Latency } = cmdlet.args;
      const behavior = Behavior === undefined ? undefined : (String(Behavior) as DnsBehavior);
      const latencyMs = Latency === undefined ? undefined : millisecondsOf(Latency);
      for (const identity of cmdlet.args.Identity as string[]) {
        const server = selectOne(cmdlet, identity, dnsServerSelection(world));
        if (!server || !cmdlet.shouldProcess(server.name)) continue;
        const done = attempt(cmdlet, identity, () =>
          world.apply({ kind: 'dnsServer.set', identity: server.identity, behavior, zones, latencyMs }),
        );
        const changed = done && world.dnsServers().find((each) => each.identity === server.identity);
        if (changed && cmdlet.args.PassThru) cmdlet.write(dnsServerObject(changed));
      }
    },
  }),
});
