// Get-SandboxHost.

import { worldOf } from '../windows/local-machine.ts';
import { anyIdentity, sandboxCmdlet } from './support/definition.ts';
import { hostSelection } from './support/hosts.ts';
import { hostObject } from './support/objects.ts';
import { selectAny } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Get-SandboxHost',
  synopsis: 'Gets the mail hosts outside the organisation.',
  parameters: {
    ...anyIdentity('Its name, another DNS name that leads to it, or one of its addresses.'),
    Domain: { type: 'string[]', wildcards: true, help: 'Only hosts that take mail for one of these domains.' },
  },
  outputs: ['Hubshell.Sandbox.Host'],
  examples: [{ script: '(Get-SandboxHost -Domain fabrikam.com).Online', output: 'True\nTrue' }],
  create: (cmdlet) => ({
    process() {
      const domains: string[] | undefined = cmdlet.args.Domain;
      for (const host of selectAny(cmdlet, cmdlet.args.Identity, hostSelection(worldOf(cmdlet)))) {
        const takes = (domain: string) => host.Domains.some((each) => each.toLowerCase() === domain.toLowerCase());
        if (domains === undefined || domains.some(takes)) cmdlet.write(hostObject(host));
      }
    },
  }),
});
