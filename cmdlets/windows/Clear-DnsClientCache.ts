// Clear-DnsClientCache.

import { defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { localName, worldOf } from './local-machine.ts';

export default defineCmdlet({
  name: 'Clear-DnsClientCache',
  module: 'DnsClient',
  synopsis: "Empties this machine's cache of DNS answers.",
  supportsShouldProcess: true,
  parameters: {},
  examples: [{ script: 'Clear-DnsClientCache', output: '' }],
  create: (cmdlet) => ({
    end() {
      const server = localName(cmdlet);
      if (cmdlet.shouldProcess(server)) worldOf(cmdlet).apply({ kind: 'dnsCache.clear', server });
    },
  }),
});
