// Remove-IPBlockListEntry.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { removingFromList } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Remove-IPBlockListEntry',
  synopsis: 'Removes entries from the IP Block list.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity IPListEntryIdentity ! 0 both
    Server   ServerIdParameter null
  `,
  examples: [
    {
      setup: 'Add-IPBlockListEntry -IPAddress 10.9.1.1 | Out-Null',
      script: 'Get-IPBlockListEntry | Remove-IPBlockListEntry -Confirm:$false; @(Get-IPBlockListEntry).Count',
      output: '0',
    },
  ],
  create: removingFromList('ipBlockListEntry'),
});
