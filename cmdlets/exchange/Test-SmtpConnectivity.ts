// Test-SmtpConnectivity: opens an SMTP connection to every binding of a server's Receive connectors. Facts: outputs 5.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { MachineView } from '../../src/transport/views.ts';
import { localName, waitMilliseconds, worldOf } from '../windows/local-machine.ts';
import { exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { serverNamed } from './support/servers.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Monitoring.SmtpConnectivityStatus';

interface Outcome {
  statusCode: string;
  details: string;
}

/** `0.0.0.0` and `[::]` stand for every address of the server. */
function endPoint(binding: string, machine: MachineView): { host: string; port: number } {
  const colon = binding.lastIndexOf(':');
  const address = binding.slice(0, colon).replace(/^\[|\]$/g, '');
  const any = address === '0.0.0.0' || address === '::';
  return { host: any ? (machine.addresses[0] ?? machine.fqdn) : address, port: Number(binding.slice(colon + 1)) };
}

const failures = {
  refused: 'No connection could be made because the target machine actively refused it.',
  timeout: 'A connection attempt failed because the connected party did not properly respond after a period of time.',
  unresolved: 'No such host is known.',
} as const;

/** The greeting decides: 220 is success, another reply is the reason. */
function connect(cmdlet: CmdletContext, host: string, port: number): Outcome {
  const world = worldOf(cmdlet);
  const opened = world.apply({ kind: 'smtp.open', from: localName(cmdlet), to: host, port });
  waitMilliseconds(cmdlet, opened.waitMs ?? 0);
  const { connect: result = 'timeout', session, lines } = opened;
  if (session !== undefined) world.apply({ kind: 'smtp.close', session });
  if (result !== 'ok') return { statusCode: 'UnableToConnect', details: failures[result] };
  const banner = lines?.at(-1) ?? '';
  return banner.startsWith('220')
    ? { statusCode: 'Success', details: '' }
    : { statusCode: 'UnexpectedResponse', details: banner };
}

export default exchangeCmdlet({
  name: 'Test-SmtpConnectivity',
  synopsis: 'Tests whether the Receive connectors of a server answer.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity          ServerIdParameter 0 both null  # The server.
    DomainController  Fqdn null
    MonitoringContext Boolean  # Adds events for monitoring software.
  `,
  outputs: [typeName],
  examples: [
    { script: "(Test-SmtpConnectivity EX01 | Where-Object Binding -eq '0.0.0.0:2525').StatusCode", output: 'Success' },
  ],
  create: (cmdlet) => ({
    process() {
      const name = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : localName(cmdlet);
      const machine = serverNamed(cmdlet, name);
      if (machine === undefined) return;
      const connectors = worldOf(cmdlet)
        .objects('receiveConnector')
        .filter(({ properties }) => properties.Server.toLowerCase() === machine.name.toLowerCase());
      if (connectors.length === 0) {
        const message = `The server "${machine.name}" has no Receive connectors.`;
        cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, machine.name));
      }
      for (const connector of connectors)
        for (const binding of connector.properties.Bindings) {
          const { host, port } = endPoint(binding, machine);
          const { statusCode, details } = connect(cmdlet, host, port);
          cmdlet.write(
            PSObject.of(
              {
                Server: machine.name,
                ReceiveConnector: connector.name,
                Binding: binding,
                EndPoint: `${host}:${port}`,
                StatusCode: statusCode,
                Details: details,
                Identity: connector.identity,
                IsValid: true,
                ObjectState: 'New',
              },
              typeName,
            ),
          );
        }
    },
  }),
});
