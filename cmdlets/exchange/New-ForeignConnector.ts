// New-ForeignConnector.

import { creating } from './support/config-families.ts';
import { adjustConnector } from './support/connector-values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { foreignConnector } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-ForeignConnector',
  synopsis: 'Makes a Foreign connector.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                   String ! 0
    AddressSpaces          MultiValuedProperty !
    DomainController       Fqdn null
    IsScopedConnector      Boolean
    SourceTransportServers MultiValuedProperty null
  `,
  examples: [
    {
      script: "(New-ForeignConnector Fax -AddressSpaces 'FAX:*;5' -SourceTransportServers EX01).Enabled",
      output: 'True',
    },
  ],
  create: creating('foreignConnector', {
    noun: 'Foreign connector',
    presentation: foreignConnector,
    adjust: adjustConnector,
  }),
});
