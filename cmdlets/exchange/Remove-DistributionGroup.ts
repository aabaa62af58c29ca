// Remove-DistributionGroup.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-DistributionGroup',
  synopsis: 'Removes a distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity                        DistributionGroupIdParameter ! 0 both
    BypassSecurityGroupManagerCheck SwitchParameter
    DomainController                Fqdn null
    IgnoreDefaultScope              SwitchParameter
  `,
  examples: [{ script: 'Get-DistributionGroup nothing* | Remove-DistributionGroup -Confirm:$false', output: '' }],
  create: removing('distributionGroup', 'distribution group'),
});
