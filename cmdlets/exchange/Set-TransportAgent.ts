// Set-TransportAgent.

import { confirmed } from './support/confirmation.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { warnOfRestart } from './support/restart-warning.ts';
import { invalid, selected } from './support/server-scope.ts';
import { agentService, agentsOf, numberAgents } from './support/transport-agents.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Set-TransportAgent',
  synopsis: 'Changes the priority of a transport agent; the agents behind it move.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         TransportAgentObjectId ! 0 both
    DomainController Fqdn null
    Priority         Int32 range:0..
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [
    {
      script: "Set-TransportAgent 'Malware Agent' -Priority 1\n(Get-TransportAgent).Identity | Select-Object -First 2",
      output:
        'WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport\nMalware Agent\nTransport Rule Agent',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const agents = agentsOf(cmdlet);
      const [agent] = selected(cmdlet, agents, textOf(cmdlet.args.Identity));
      if (!agent || !cmdlet.has('Priority')) return;
      const priority = Number(cmdlet.args.Priority);
      if (priority < 1 || priority > agents.length) {
        invalid(cmdlet, `The priority of a transport agent must be between 1 and ${agents.length}.`);
        return;
      }
      if (!confirmed(cmdlet, `Setting Transport Agent "${agent.name}".`)) return;
      const order = agents.filter((other) => other !== agent);
      order.splice(priority - 1, 0, agent);
      numberAgents(cmdlet, order);
      warnOfRestart(cmdlet, agentService(cmdlet));
    },
  }),
});
