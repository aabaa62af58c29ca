// Get-IPBlockListEntry.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingEntries } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Get-IPBlockListEntry',
  synopsis: 'Gets entries of the IP Block list.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity   IPListEntryIdentity both [Identity:0]
    IPAddress  IPAddress [IPAddress!]
    ResultSize Unlimited null
    Server     ServerIdParameter null
  `,
  examples: [
    {
      setup: 'Add-IPBlockListEntry -IPAddress 10.9.1.1 | Out-Null',
      script: '(Get-IPBlockListEntry -IPAddress 10.9.1.1).HasExpired',
      output: 'False',
    },
  ],
  create: gettingEntries('ipBlockListEntry'),
});
