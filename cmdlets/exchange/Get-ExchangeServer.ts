// Get-ExchangeServer. Facts: outputs 2.4.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { type PSObject, typedArray } from '../../src/runtime/values.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { worldOf } from '../windows/local-machine.ts';
import { configShellObject, findObjects, presentedProperties } from './support/config-objects.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { exchangeServer } from './support/presentations.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-ExchangeServer',
  synopsis: 'Gets the Exchange servers of the organisation.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         ServerIdParameter both null [Identity:0]
    Domain           Fqdn [Domain!]
    DomainController Fqdn null
    Status           SwitchParameter
  `,
  examples: [
    { script: '(Get-ExchangeServer EX03).IsHubTransportServer', output: 'True' },
    { script: '(Get-ExchangeServer EX01 -Status).CurrentDomainControllers', output: 'DC01.contoso.com' },
  ],
  outputProperties: () => presentedProperties('server', exchangeServer),
  create: (cmdlet) => ({
    process() {
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      const domain = cmdlet.has('Domain') ? textOf(cmdlet.args.Domain).toLowerCase() : undefined;
      for (const object of findObjects(cmdlet, 'server', identity)) {
        if (domain !== undefined && String(object.properties.Domain).toLowerCase() !== domain) continue;
        const server = configShellObject(object, exchangeServer);
        if (cmdlet.args.Status) addStatus(cmdlet, object, server);
        cmdlet.write(server);
      }
    },
  }),
});

/** -Status asks the server itself which controllers it uses: those of its site, else any. One that is off tells nothing. */
function addStatus(cmdlet: CmdletContext, { name, properties }: ConfigObject, server: PSObject): void {
  const machines = worldOf(cmdlet).machines();
  if (!machines.find((machine) => machine.name === name)?.online) return;
  const controllers = machines.filter(({ version, online }) => version === undefined && online);
  const near = controllers.filter(({ site }) => site === properties.Site);
  const used = (near.length > 0 ? near : controllers).map(({ fqdn }) => fqdn);
  server.set('CurrentDomainControllers', typedArray(used, 'System.String'));
  server.set('CurrentGlobalCatalogs', typedArray(used, 'System.String'));
  server.set('CurrentConfigDomainController', used[0] ?? '');
}
