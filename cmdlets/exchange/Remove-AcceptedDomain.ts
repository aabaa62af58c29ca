// Remove-AcceptedDomain.

import { removing } from './support/config-families.ts';
import { isDefaultDomain } from './support/domains.ts';
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
  examples: [{ script: 'Remove-AcceptedDomain partner-relay.com -Confirm:$false', output: '' }],
  create: removing('acceptedDomain', 'accepted domain', isDefaultDomain),
});
