// Get-IPAllowListEntry.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { gettingEntries } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Get-IPAllowListEntry',
  synopsis: 'Gets entries of the IP Allow list.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity   IPListEntryIdentity both [Identity:0]
    IPAddress  IPAddress [IPAddress!]
    ResultSize Unlimited null
    Server     ServerIdParameter null
  `,
  examples: [
    {
      setup: 'Add-IPAllowListEntry -IPAddress 10.9.1.1 | Out-Null',
      script: '(Get-IPAllowListEntry -IPAddress 10.9.1.1).HasExpired',
      output: 'False',
    },
  ],
  create: gettingEntries('ipAllowListEntry'),
});
