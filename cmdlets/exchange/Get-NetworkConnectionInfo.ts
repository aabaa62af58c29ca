// Get-NetworkConnectionInfo. Facts: outputs 5.

import { convertTo } from '../../src/runtime/convert.ts';
import { PSObject, typedArray } from '../../src/runtime/values.ts';
import type { AdapterView, MachineView } from '../../src/transport/views.ts';
import { localName } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { reachableServer } from './support/servers.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Management.SystemConfigurationTasks.NetworkConnectionInfo';

/** A hardware address in the range of Hyper-V's adapters, made from the IP address, which is as unique. */
function macAddress(address: string): string {
  const bytes = address
    .split('.')
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0').toUpperCase());
  return ['00', '15', '5D', ...bytes].join(':');
}

function connectionObject({ name, guid, address, dnsServers }: AdapterView, machine: MachineView): PSObject {
  const list = (items: string[]) => typedArray(items, 'System.String');
  return PSObject.of(
    {
      Name: name,
      DnsServers: list(dnsServers),
      IPAddresses: list([address]),
      AdapterGuid: convertTo(guid, 'System.Guid'),
      MacAddress: macAddress(address),
      Identity: `${machine.name}\\${guid}`,
      IsValid: true,
      ObjectState: 'Unchanged',
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Get-NetworkConnectionInfo',
  synopsis: 'Gets the network adapters of a server with their addresses and DNS servers.',
  parameterLines: `
    Identity         ServerIdParameter 0 both null  # The server.
    DomainController Fqdn null
  `,
  outputs: [typeName],
  examples: [
    { script: '(Get-NetworkConnectionInfo EX01).IPAddresses.Count', output: '1' },
    {
      script: "(Get-NetworkConnectionInfo EDGE10).Name -join ','",
      output: 'Internal,External',
      organization: 'Fabrikam2010',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const name = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : localName(cmdlet);
      const machine = reachableServer(cmdlet, name);
      for (const adapter of machine?.adapters ?? []) cmdlet.write(connectionObject(adapter, machine!));
    },
  }),
});
