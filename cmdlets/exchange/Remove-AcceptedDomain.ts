// Remove-AcceptedDomain.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-AcceptedDomain',
  synopsis: 'Removes an accepted domain.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         AcceptedDomainIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-AcceptedDomain nothing* | Remove-AcceptedDomain -Confirm:$false', output: '' }],
  create: removing('acceptedDomain', 'accepted domain'),
});
