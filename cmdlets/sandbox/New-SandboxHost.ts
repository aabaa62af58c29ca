// New-SandboxHost.

import { worldOf } from '../windows/local-machine.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { attempt } from './support/errors.ts';
import { boundHostSettings, hostSettingParameters } from './support/host-settings.ts';
import { hostObject } from './support/objects.ts';

export default sandboxCmdlet({
  name: 'New-SandboxHost',
  synopsis: 'Makes a mail host outside the organisation, with its DNS records.',
  supportsShouldProcess: true,
  parameters: {
    Name: { type: 'string', mandatory: true, position: 0, help: "The host's fully qualified name." },
    Domains: { type: 'object', help: 'Domains it accepts mail for; * for every domain.' },
    Addresses: { type: 'object', help: 'Its IP addresses; by default one free address.' },
    Preference: { type: 'int', default: '10', help: 'Preference of the MX records it gets.' },
    SkipDnsRecord: { type: 'switch', help: 'Makes no A, PTR and MX records.' },
    ...hostSettingParameters,
  },
  outputs: ['Hubshell.Sandbox.Host'],
  examples: [
    {
      script: '(New-SandboxHost mail.litwareinc.com -Domains litwareinc.com).Domains',
      output: 'litwareinc.com',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { Name: name, Preference: preference, SkipDnsRecord: skipDnsRecord } = cmdlet.args;
      if (!cmdlet.shouldProcess(name)) return;
      const settings = boundHostSettings(cmdlet, undefined);
      const world = worldOf(cmdlet);
      const made = attempt(cmdlet, name, () =>
        world.apply({ kind: 'host.new', name, settings, preference, skipDnsRecord }),
      );
      const host = made && world.hosts().find((each) => each.Name.toLowerCase() === String(name).toLowerCase());
      if (host) cmdlet.write(hostObject(host));
    },
  }),
});
