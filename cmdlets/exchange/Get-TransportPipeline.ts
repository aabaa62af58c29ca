// Get-TransportPipeline.

import { PSObject, typedArray } from '../../src/runtime/values.ts';
import { worldOf } from '../windows/local-machine.ts';
import { exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { connectedServer } from './support/server-scope.ts';

export default exchangeCmdlet({
  name: 'Get-TransportPipeline',
  synopsis: 'Shows at which events of the running Transport service which agents are called, in their order.',
  parameterLines: `
    DomainController Fqdn null
  `,
  examples: [
    {
      script: '(Get-TransportPipeline | Where-Object Event -eq OnRoutedMessage).TransportAgents[0]',
      output: 'Transport Rule Agent',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { name, fqdn } = connectedServer(cmdlet);
      const pipeline = worldOf(cmdlet).transportPipeline(name);
      if (pipeline === undefined) {
        const message = `Failed to connect to the Microsoft Exchange Transport service on computer "${fqdn}". Verify that a valid computer name was used and the Microsoft Exchange Transport service is started on the target computer.`;
        cmdlet.error(exchangeError(cmdlet, 'unavailable', message));
        return;
      }
      for (const { event, agents } of pipeline)
        cmdlet.write(
          PSObject.of(
            { Event: event, TransportAgents: typedArray(agents, 'System.String') },
            'Microsoft.Exchange.Management.AgentTasks.TransportEvent',
          ),
        );
    },
  }),
});
