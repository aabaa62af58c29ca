// Get-TransportAgent.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { selected } from './support/server-scope.ts';
import { agentsOf, writeAgent } from './support/transport-agents.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-TransportAgent',
  synopsis: 'Gets the transport agents of the server in order of priority.',
  parameterLines: `
    Identity         TransportAgentObjectId 0 both length:64
    DomainController Fqdn null
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [{ script: "(Get-TransportAgent 'Transport Rule Agent').Enabled", output: 'True' }],
  create: (cmdlet) => ({
    process() {
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      for (const agent of selected(cmdlet, agentsOf(cmdlet), identity)) writeAgent(cmdlet, agent);
    },
  }),
});
