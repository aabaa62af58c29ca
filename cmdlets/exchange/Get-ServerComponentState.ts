// Get-ServerComponentState. Facts: transport 5.1; outputs 2.1.

import { PSObject, type Value } from '../../src/runtime/values.ts';
import type { ComponentRequestView, ComponentStateView } from '../../src/transport/views.ts';
import { worldOf } from '../windows/local-machine.ts';
import { attempt, exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { dateTimeOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';
import { localStateObject } from './types/local-state.ts';

const states = (requests: ComponentRequestView[], component: string): Value =>
  requests.map((request) => localStateObject(request, component, dateTimeOf(request.timestamp)));

function componentObject(view: ComponentStateView): PSObject {
  return PSObject.of(
    {
      ServerFqdn: view.fqdn,
      Component: view.component,
      State: view.state,
      ServerWideOfflineIsOffline: view.serverWideOfflineIsOffline,
      RemoteStates: states(view.remoteStates, view.component),
      LocalStates: states(view.localStates, view.component),
      Identity: view.server,
      IsValid: true,
      ObjectState: 'New',
    },
    'Microsoft.Exchange.Management.SystemConfigurationTasks.ServerComponentStatePresentationObject',
  );
}

export default exchangeCmdlet({
  name: 'Get-ServerComponentState',
  versions: [2013, 2019],
  synopsis: 'Gets the states of the components of a server.',
  parameterLines: `
    Identity          ServerIdParameter  ! 0 both  # The server.
    Component         String             null      # Only this component.
    DomainController  Fqdn               null      # The domain controller to ask.
  `,
  outputs: ['Microsoft.Exchange.Management.SystemConfigurationTasks.ServerComponentStatePresentationObject'],
  examples: [
    { script: 'Get-ServerComponentState EX01' },
    { script: '(Get-ServerComponentState EX01 -Component HubTransport).State', output: 'Active' },
  ],
  create: (cmdlet) => ({
    process() {
      const components = attempt(cmdlet, () => worldOf(cmdlet).components(textOf(cmdlet.args.Identity)));
      if (!components) return;
      const wanted: string | undefined = cmdlet.args.Component?.toLowerCase();
      const shown = components.filter((each) => wanted === undefined || each.component.toLowerCase() === wanted);
      if (shown.length === 0) {
        const message = `Component '${cmdlet.args.Component}' isn't a valid component of this server.`;
        cmdlet.error(exchangeError(cmdlet, 'invalidArgument', message, cmdlet.args.Component));
      }
      for (const view of shown) cmdlet.write(componentObject(view));
    },
  }),
});
