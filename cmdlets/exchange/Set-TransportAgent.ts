// Set-TransportAgent.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { warnOfRestart } from './support/restart-warning.ts';

export default exchangeCmdlet({
  name: 'Set-TransportAgent',
  synopsis: 'Changes the priority of a transport agent.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         TransportAgentObjectId ! 0 both
    DomainController Fqdn null
    Priority         Int32 range:0..
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [{ script: "Set-TransportAgent 'Malware Agent' -Priority 3 -WhatIf" }],
  create: setting('transportAgent', { noun: 'transport agent', after: warnOfRestart }),
});
