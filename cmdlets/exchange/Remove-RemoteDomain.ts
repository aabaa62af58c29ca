// Remove-RemoteDomain.

import { removing } from './support/config-families.ts';
import { isDefaultRemoteDomain } from './support/domains.ts';
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
  examples: [
    {
      setup: 'New-RemoteDomain Fabrikam -DomainName fabrikam.com',
      script: 'Remove-RemoteDomain Fabrikam -Confirm:$false',
      output: '',
    },
  ],
  create: removing('remoteDomain', 'remote domain', isDefaultRemoteDomain),
});
