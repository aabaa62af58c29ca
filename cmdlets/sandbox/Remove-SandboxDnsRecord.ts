// Remove-SandboxDnsRecord.

import { worldOf } from '../windows/local-machine.ts';
import { oneIdentity, sandboxCmdlet } from './support/definition.ts';
import { recordSelection } from './support/dns-records.ts';
import { attempt } from './support/errors.ts';
import { selectOne } from './support/selection.ts';

export default sandboxCmdlet({
  name: 'Remove-SandboxDnsRecord',
  synopsis: 'Removes a DNS record.',
  supportsShouldProcess: true,
  parameters: oneIdentity('<name>/<type>/<value>.'),
  examples: [
    {
      script:
        'Get-SandboxDnsRecord fabrikam.com -Type MX | Remove-SandboxDnsRecord\n@(Get-SandboxDnsRecord -Zone fabrikam.com -Type MX).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      for (const identity of cmdlet.args.Identity as string[]) {
        const record = selectOne(cmdlet, identity, recordSelection(world));
        if (!record || !cmdlet.shouldProcess(record.identity)) continue;
        attempt(cmdlet, identity, () => world.apply({ kind: 'dnsRecord.remove', identity: record.identity }));
      }
    },
  }),
});
