// Get-SandboxServer.

import { worldOf } from '../windows/local-machine.ts';
import { anyIdentity, sandboxCmdlet } from './support/definition.ts';
import { machineSelection } from './support/machines.ts';
import { machineObject } from './support/objects.ts';
import { selectAny } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Get-SandboxServer',
  synopsis: 'Gets the machines of the organisation, whatever their state.',
  parameters: {
    ...anyIdentity('Name, FQDN or address.'),
    Site: { type: 'string[]', help: 'Only machines in these AD sites.' },
  },
  outputs: ['Hubshell.Sandbox.Server'],
  examples: [{ script: '(Get-SandboxServer EX03).Site', output: 'Tokyo' }],
  create: (cmdlet) => ({
    process() {
      const sites = (cmdlet.args.Site as string[] | undefined)?.map((site) => site.toLowerCase());
      const found = selectAny(cmdlet, cmdlet.args.Identity, machineSelection(worldOf(cmdlet)));
      cmdlet.writeAll(
        found.filter((machine) => sites === undefined || sites.includes(machine.site.toLowerCase())).map(machineObject),
      );
    },
  }),
});
