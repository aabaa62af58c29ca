// Install-TransportAgent.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { FileError } from '../../src/runtime/host.ts';
import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { warnOfRestart } from './support/restart-warning.ts';
import { connectedServer, invalid } from './support/server-scope.ts';
import { agentService, agentsOf, writeAgent } from './support/transport-agents.ts';

/** Assemblies of the product lie below its folder; those of others must be there. */
function assemblyExists(cmdlet: CmdletContext, path: string): boolean {
  if (/\\Exchange Server\\(V1\d\\)?(TransportRoles\\agents|Bin)\\/i.test(path)) return true;
  try {
    return cmdlet.host.files.stat(path) !== undefined;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

export default exchangeCmdlet({
  name: 'Install-TransportAgent',
  synopsis: 'Registers a transport agent. It works after it was enabled and its service was restarted.',
  description:
    "The factories of the product's own agents (ContentFilterAgentFactory, SenderIdAgentFactory, SenderFilterAgentFactory, RecipientFilterAgentFactory, ConnectionFilteringAgentFactory …) make agents that do their work; agents of other factories are listed, and nothing is known of what they do.",
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                  String ! 0 length:64
    AssemblyPath          String !
    TransportAgentFactory String !
    DomainController      Fqdn null
    TransportService      =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+
  `,
  examples: [
    {
      script:
        "(Install-TransportAgent 'Content Filter Agent' -TransportAgentFactory Microsoft.Exchange.Transport.Agent.ContentFilter.ContentFilterAgentFactory -AssemblyPath ($env:ExchangeInstallPath + 'TransportRoles\\agents\\Hygiene\\Microsoft.Exchange.Transport.Agent.Hygiene.dll') -WarningAction SilentlyContinue).Enabled",
      output: 'False',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { Name: name, AssemblyPath: path, TransportAgentFactory: factory } = cmdlet.args as Record<string, string>;
      const service = agentService(cmdlet);
      const agents = agentsOf(cmdlet, service);
      if (agents.some((agent) => agent.name.toLowerCase() === name!.toLowerCase()))
        return invalid(cmdlet, `A transport agent with the name "${name}" is already installed.`);
      if (!assemblyExists(cmdlet, path!)) return invalid(cmdlet, `The assembly "${path}" couldn't be found.`);
      if (!confirmed(cmdlet, `Installing Transport Agent "${name}".`)) return;
      const properties = {
        Server: connectedServer(cmdlet).name,
        Enabled: false,
        Priority: agents.length + 1,
        TransportService: service,
        TransportAgentFactory: factory!,
        AssemblyPath: path!,
      };
      const input = { kind: 'config.new', class: 'transportAgent', name: name!, properties } as const;
      const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      const agent = made && worldOf(cmdlet).find('transportAgent', made.identity ?? '');
      if (!agent) return;
      writeAgent(cmdlet, agent);
      cmdlet.warning('Please exit Windows PowerShell to complete the installation.');
      warnOfRestart(cmdlet, service);
    },
  }),
});
