// Uninstall-TransportAgent.

import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { warnOfRestart } from './support/restart-warning.ts';
import { selected } from './support/server-scope.ts';
import { agentService, agentsOf, numberAgents } from './support/transport-agents.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Uninstall-TransportAgent',
  synopsis: 'Takes a transport agent off the server; it works until its service is restarted.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         TransportAgentObjectId ! 0 both
    DomainController Fqdn null
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [
    {
      script:
        "Uninstall-TransportAgent 'DLP Policy Agent' -Confirm:$false -WarningAction SilentlyContinue; (Get-TransportAgent 'Retention Policy Agent').Priority",
      output: '2',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const agent of selected(cmdlet, agentsOf(cmdlet), textOf(cmdlet.args.Identity))) {
        if (!confirmed(cmdlet, `Uninstalling Transport Agent "${agent.name}".`)) continue;
        const input = { kind: 'config.remove', class: 'transportAgent', identity: agent.guid } as const;
        if (attempt(cmdlet, () => worldOf(cmdlet).apply(input)) === undefined) continue;
        numberAgents(cmdlet, agentsOf(cmdlet));
        warnOfRestart(cmdlet, agentService(cmdlet));
      }
    },
  }),
});
