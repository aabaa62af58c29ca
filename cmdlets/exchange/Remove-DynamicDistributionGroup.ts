// Remove-DynamicDistributionGroup.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-DynamicDistributionGroup',
  synopsis: 'Removes a dynamic distribution group.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity           DynamicGroupIdParameter ! 0 both
    DomainController   Fqdn null
    IgnoreDefaultScope SwitchParameter
  `,
  examples: [
    {
      script: 'Get-DynamicDistributionGroup nothing* | Remove-DynamicDistributionGroup -Confirm:$false',
      output: '',
    },
  ],
  create: removing('dynamicDistributionGroup', 'dynamic distribution group'),
});
