// Remove-IPAllowListEntry.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { removingFromList } from './support/ip-lists.ts';

export default exchangeCmdlet({
  name: 'Remove-IPAllowListEntry',
  synopsis: 'Removes entries from the IP Allow list.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity IPListEntryIdentity ! 0 both
    Server   ServerIdParameter null
  `,
  examples: [
    {
      setup: 'Add-IPAllowListEntry -IPAddress 10.9.1.1 | Out-Null',
      script: 'Get-IPAllowListEntry | Remove-IPAllowListEntry -Confirm:$false; @(Get-IPAllowListEntry).Count',
      output: '0',
    },
  ],
  create: removingFromList('ipAllowListEntry'),
});
