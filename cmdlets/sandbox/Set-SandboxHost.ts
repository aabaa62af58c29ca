// Set-SandboxHost.

import { worldOf } from '../windows/local-machine.ts';
import { oneIdentity, passThru, sandboxCmdlet } from './support/definition.ts';
import { attempt } from './support/errors.ts';
import { boundHostSettings, hostSettingParameters } from './support/host-settings.ts';
import { hostSelection } from './support/hosts.ts';
import { hostObject } from './support/objects.ts';
import { selectOne } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Set-SandboxHost',
  synopsis: 'Changes a mail host outside the organisation; its DNS records stay.',
  supportsShouldProcess: true,
  parameters: {
    ...oneIdentity('Its name, another DNS name that leads to it, or one of its addresses.'),
    Name: { type: 'string', help: 'A new name.' },
    Domains: { type: 'object', help: 'Domains it accepts mail for; a list replaces, @{Add=…;Remove=…} changes.' },
    Addresses: { type: 'object', help: 'Its IP addresses.' },
    ...hostSettingParameters,
    PassThru: passThru,
  },
  outputs: ['Hubshell.Sandbox.Host'],
  examples: [
    {
      script: 'Set-SandboxHost mx1.fabrikam.com -Online $false\n(Get-SandboxHost mx1.fabrikam.com).Online',
      output: 'False',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      for (const identity of cmdlet.args.Identity as string[]) {
        const host = selectOne(cmdlet, identity, hostSelection(world));
        if (!host || !cmdlet.shouldProcess(host.Name)) continue;
        const settings = boundHostSettings(cmdlet, host);
        const name: string | undefined = cmdlet.args.Name;
        const done = attempt(cmdlet, identity, () =>
          world.apply({ kind: 'host.set', identity: host.Name, name, settings }),
        );
        const changed = done && world.hosts().find((each) => each.Name === (name ?? host.Name));
        if (changed && cmdlet.args.PassThru) cmdlet.write(hostObject(changed));
      }
    },
  }),
});
