// Remove-ReceiveConnector.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-ReceiveConnector',
  synopsis: 'Removes a Receive connector.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         ReceiveConnectorIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: "Remove-ReceiveConnector 'EX01\\Client Proxy EX01' -WhatIf" }],
  create: removing('receiveConnector', 'Receive connector'),
});
