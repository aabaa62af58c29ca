// Remove-X400AuthoritativeDomain.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-X400AuthoritativeDomain',
  synopsis: 'Removes an X.400 domain.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         X400AuthoritativeDomainIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    { script: 'Get-X400AuthoritativeDomain nothing* | Remove-X400AuthoritativeDomain -Confirm:$false', output: '' },
  ],
  create: removing('x400AuthoritativeDomain', 'X.400 authoritative domain'),
});
