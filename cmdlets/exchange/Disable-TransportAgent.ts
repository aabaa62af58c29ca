// Disable-TransportAgent.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { changingAgent } from './support/transport-agents.ts';

export default exchangeCmdlet({
  name: 'Disable-TransportAgent',
  synopsis: 'Keeps a transport agent from working from the next start of its service on.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         TransportAgentObjectId ! 0 both length:64
    DomainController Fqdn null
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [
    {
      script: "Disable-TransportAgent 'Malware Agent' -Confirm:$false\n(Get-TransportAgent 'Malware Agent').Enabled",
      output:
        'WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport\nFalse',
    },
  ],
  create: changingAgent('Disabling', () => ({ Enabled: false })),
});
