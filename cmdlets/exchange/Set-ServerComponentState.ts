// Set-ServerComponentState. Facts: transport 5.1, 5.2.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt, exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

/** Name of the component as the server spells it; writes the error of an unknown one. */
function componentName(cmdlet: CmdletContext, server: string): string | undefined {
  const wanted: string = cmdlet.args.Component;
  const components = attempt(cmdlet, () => worldOf(cmdlet).components(server));
  const found = components?.find((each) => each.component.toLowerCase() === wanted.toLowerCase());
  if (components && !found) {
    const message = `Component '${wanted}' isn't a valid component. Valid components are: ${components.map((each) => each.component).join(', ')}.`;
    cmdlet.error(exchangeError(cmdlet, 'invalidArgument', message, wanted));
  }
  return found?.component;
}

export default exchangeCmdlet({
  name: 'Set-ServerComponentState',
  versions: [2013, 2019],
  synopsis: 'Sets the state that a requester wants for a component of a server.',
  description:
    'A component is Active only when no requester wants it otherwise: what one requester set, only the same requester can lift.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity          ServerIdParameter  ! 0 both  # The server.
    Component         String             !         # The component.
    Requester         =String.ServerComponentRequest(HealthAPI,Maintenance,Sidelined,Functional,Deployment)  !  # Who wants the state.
    State             =ServiceState(Active,Inactive,Draining)  !  # The state; Draining only for components that deliver what they hold.
    DomainController  Fqdn               null      # The domain controller to write to.
    LocalOnly         SwitchParameter              # Writes to the registry of the server only.
    RemoteOnly        SwitchParameter              # Writes to Active Directory only.
    TimeoutInSeconds  Int32                        # Reserved for the product itself.
  `,
  examples: [
    {
      script:
        'Set-ServerComponentState EX01 -Component HubTransport -Requester Maintenance -State Draining\n(Get-ServerComponentState EX01 -Component HubTransport).State',
      output: 'Draining',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { Requester, State, LocalOnly, RemoteOnly } = cmdlet.args;
      const server = textOf(cmdlet.args.Identity);
      const component = componentName(cmdlet, server);
      if (component === undefined) return;
      const question = `Setting component "${component}" of server "${server}" to state "${State}".`;
      if (!confirmed(cmdlet, question)) return;
      const scope = LocalOnly && !RemoteOnly ? 'local' : RemoteOnly && !LocalOnly ? 'remote' : 'both';
      attempt(cmdlet, () =>
        worldOf(cmdlet).apply({
          kind: 'component',
          server,
          component,
          requester: String(Requester),
          state: String(State) as 'Active' | 'Inactive' | 'Draining',
          scope,
        }),
      );
    },
  }),
});
