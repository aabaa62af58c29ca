// Add-IPAllowListEntry.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { addingEntry } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Add-IPAllowListEntry',
  synopsis: 'Adds an address or a range to the IP Allow list.',
  defaultSet: 'IPRange',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    IPAddress      IPAddress [IPAddress!]
    IPRange        IPRange [IPRange!]
    Comment        String null
    ExpirationTime DateTime
    Server         ServerIdParameter null
  `,
  examples: [{ script: '(Add-IPAllowListEntry -IPRange 10.9.0.0/16).IPRange', output: '10.9.0.0/16' }],
  create: addingEntry('ipAllowListEntry'),
});
