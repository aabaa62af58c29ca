// Set-ForeignConnector.

import { setting } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Set-ForeignConnector',
  synopsis: 'Changes a Foreign connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity               ForeignConnectorIdParameter ! 0 both
    AddressSpaces          MultiValuedProperty null
    Comment                String null
    DomainController       Fqdn null
    DropDirectory          String null
    DropDirectoryQuota     Unlimited null range:1..2147483647
    Enabled                Boolean
    Force                  SwitchParameter
    IsScopedConnector      Boolean
    MaxMessageSize         Unlimited null range:0..2147483647KB
    Name                   String null
    RelayDsnRequired       Boolean
    SourceTransportServers MultiValuedProperty null
  `,
  examples: [{ script: 'Get-ForeignConnector | Set-ForeignConnector -Enabled $false' }],
  create: setting('foreignConnector', { noun: 'Foreign connector', adjust: adjustConnector }),
});
