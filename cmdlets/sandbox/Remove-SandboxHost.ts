// Remove-SandboxHost.

import { worldOf } from '../windows/local-machine.ts';
import { oneIdentity, sandboxCmdlet } from './support/definition.ts';
import { attempt } from './support/errors.ts';
import { hostSelection } from './support/hosts.ts';
import { selectOne } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Remove-SandboxHost',
  synopsis: 'Removes a mail host outside the organisation, with the DNS records that name it.',
  supportsShouldProcess: true,
  parameters: {
    ...oneIdentity('Its name, another DNS name that leads to it, or one of its addresses.'),
    KeepDnsRecord: { type: 'switch', help: 'Leaves its A, PTR and MX records.' },
  },
  examples: [
    { script: 'Remove-SandboxHost mx2.fabrikam.com\n@(Get-SandboxHost -Domain fabrikam.com).Count', output: '1' },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      for (const identity of cmdlet.args.Identity as string[]) {
        const host = selectOne(cmdlet, identity, hostSelection(world));
        if (!host || !cmdlet.shouldProcess(host.Name)) continue;
        const keepDnsRecord: boolean = cmdlet.args.KeepDnsRecord ?? false;
        attempt(cmdlet, identity, () => world.apply({ kind: 'host.remove', identity: host.Name, keepDnsRecord }));
      }
    },
  }),
});
