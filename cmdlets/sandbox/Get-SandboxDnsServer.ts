// Get-SandboxDnsServer.

import { worldOf } from '../windows/local-machine.ts';
import { anyIdentity, sandboxCmdlet } from './support/definition.ts';
import { dnsServerSelection } from './support/dns-records.ts';
import { dnsServerObject } from './support/objects.ts';
import { selectAny } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Get-SandboxDnsServer',
  synopsis: 'Gets the DNS servers that machines may ask.',
  parameters: anyIdentity('Name or address.'),
  outputs: ['Hubshell.Sandbox.DnsServer'],
  examples: [{ script: '(Get-SandboxDnsServer | Select-Object -First 1).Behavior', output: 'Answer' }],
  create: (cmdlet) => ({
    process() {
      const found = selectAny(cmdlet, cmdlet.args.Identity, dnsServerSelection(worldOf(cmdlet)));
      cmdlet.writeAll(found.map(dnsServerObject));
    },
  }),
});
