// Test-IPBlockListProvider and Test-IPAllowListProvider: asks a provider by DNS for an address, as the Connection Filtering agent does.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { PSObject, typedArray } from '../../../src/runtime/values.ts';
import { addressNumber } from '../../../src/transport/network/connection.ts';
import { codeMatches, reversedAddress } from '../../../src/transport/receive/agents/connection-filter.ts';
import { waitMilliseconds, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { type ProviderClass, providersOf } from './ip-lists.ts';
import { invalid, namedServer, selected } from './server-scope.ts';

/** Status codes for a name: the server's DNS servers are asked in order until one answers. */
function statusCodes(cmdlet: CmdletContext, server: string, dnsServers: readonly string[], name: string): string[] {
  for (const dnsServer of dnsServers) {
    const answer = worldOf(cmdlet).askDns(server, dnsServer, name, 'A');
    waitMilliseconds(cmdlet, answer.waitMs);
    if (answer.status === 'NoError') return answer.answers.filter(({ type }) => type === 'A').map(({ value }) => value);
    if (answer.status === 'NxDomain') return [];
  }
  return [];
}

export function testingProvider(configClass: ProviderClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const server = namedServer(cmdlet);
      if (!server) return;
      const address = textOf(cmdlet.args.IPAddress);
      if (addressNumber(address) === undefined) return invalid(cmdlet, `"${address}" isn't a valid IP address.`);
      const dnsServers = server.adapters.flatMap((adapter) => adapter.dnsServers);
      for (const provider of selected(cmdlet, providersOf(cmdlet, configClass), textOf(cmdlet.args.Identity))) {
        const name = `${reversedAddress(address)}.${provider.properties.LookupDomain}`;
        const codes = statusCodes(cmdlet, server.name, dnsServers, name);
        cmdlet.write(
          PSObject.of(
            {
              Provider: provider.name,
              ProviderResult: typedArray(codes, 'System.String'),
              Matched: codes.some((code) => codeMatches(provider.properties, code)),
            },
            'Microsoft.Exchange.Management.SystemConfigurationTasks.IPListProviderTestResult',
          ),
        );
      }
    },
  });
}
