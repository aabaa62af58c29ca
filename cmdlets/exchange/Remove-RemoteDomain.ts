// Remove-RemoteDomain.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-RemoteDomain',
  synopsis: 'Removes a remote domain.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RemoteDomainIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-RemoteDomain nothing* | Remove-RemoteDomain -Confirm:$false', output: '' }],
  create: removing('remoteDomain', 'remote domain'),
});
