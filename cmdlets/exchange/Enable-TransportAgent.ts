// Enable-TransportAgent.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { warnOfRestart } from './support/restart-warning.ts';

export default exchangeCmdlet({
  name: 'Enable-TransportAgent',
  synopsis: 'Lets a transport agent work.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         TransportAgentObjectId ! 0 both length:64
    DomainController Fqdn null
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [{ script: "Enable-TransportAgent 'Malware Agent'" }],
  create: setting('transportAgent', {
    noun: 'transport agent',
    adjust: () => ({ Enabled: true }),
    after: warnOfRestart,
  }),
});
