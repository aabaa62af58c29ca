// Add-IPBlockListEntry.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { addingEntry } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Add-IPBlockListEntry',
  synopsis: 'Adds an address or a range to the IP Block list.',
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
  examples: [{ script: '(Add-IPBlockListEntry -IPRange 10.9.0.0/16).IPRange', output: '10.9.0.0/16' }],
  create: addingEntry('ipBlockListEntry'),
});
