// Get-TransportAgent.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { transportAgent } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-TransportAgent',
  synopsis: 'Gets the transport agents.',
  parameterLines: `
    Identity         TransportAgentObjectId 0 both length:64
    DomainController Fqdn null
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [{ script: "(Get-TransportAgent 'Transport Rule Agent').Enabled", output: 'True' }],
  create: getting('transportAgent', transportAgent),
});
