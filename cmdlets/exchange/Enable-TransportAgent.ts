// Enable-TransportAgent.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { changingAgent } from './support/transport-agents.ts';

export default exchangeCmdlet({
  name: 'Enable-TransportAgent',
  synopsis: 'Lets a transport agent work from the next start of its service on.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         TransportAgentObjectId ! 0 both length:64
    DomainController Fqdn null
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [{ script: "Enable-TransportAgent 'Malware Agent'" }],
  create: changingAgent('Enabling', () => ({ Enabled: true })),
});
