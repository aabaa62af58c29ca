// Remove-EmailAddressPolicy: addresses that it made stay.

import { lowestPriority } from '../../src/transport/directory/address-policies.ts';
import { removing } from './support/config-families.ts';
import { exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-EmailAddressPolicy',
  synopsis: 'Removes an e-mail address policy.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         EmailAddressPolicyIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-EmailAddressPolicy nothing* | Remove-EmailAddressPolicy -Confirm:$false', output: '' }],
  create: removing('emailAddressPolicy', 'e-mail address policy', (cmdlet, policy) => {
    if (policy.properties.Priority !== lowestPriority) return false;
    const text = `The e-mail address policy "${policy.name}" has the lowest priority and can't be removed.`;
    cmdlet.error(exchangeError(cmdlet, 'invalidOperation', text, policy.name));
    return true;
  }),
});
