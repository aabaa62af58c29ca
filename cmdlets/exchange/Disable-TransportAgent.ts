// Disable-TransportAgent.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { warnOfRestart } from './support/restart-warning.ts';

export default exchangeCmdlet({
  name: 'Disable-TransportAgent',
  synopsis: 'Keeps a transport agent from working.',
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
  create: setting('transportAgent', {
    noun: 'transport agent',
    adjust: () => ({ Enabled: false }),
    after: warnOfRestart,
  }),
});
