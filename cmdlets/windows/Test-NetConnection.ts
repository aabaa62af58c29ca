// Test-NetConnection. Facts: outputs 9.3.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import { isAddress } from './dns-client.ts';
import { localMachine, localName, waitMilliseconds, worldOf } from './local-machine.ts';

const typeName = 'TestNetConnectionResult';
const commonPorts: Record<string, number> = { HTTP: 80, RDP: 3389, SMB: 445, WINRM: 5985 };
/** How long an answer to a ping is waited for. */
const pingTimeoutMs = 4000;

interface Ping {
  succeeded: boolean;
  roundTripMs: number;
}

function ping(cmdlet: CmdletContext, address: string): Ping {
  const { result, latencyMs } = worldOf(cmdlet).probe(localName(cmdlet), address);
  const succeeded = result === 'ok';
  waitMilliseconds(cmdlet, succeeded ? 2 * latencyMs : pingTimeoutMs);
  return { succeeded, roundTripMs: Math.round(2 * latencyMs) };
}

function addressOf(cmdlet: CmdletContext, name: string): string | undefined {
  if (isAddress(name)) return name;
  const { addresses, waitMs } = worldOf(cmdlet).resolveHost(localName(cmdlet), name);
  waitMilliseconds(cmdlet, waitMs);
  return addresses[0];
}

function portOf(cmdlet: CmdletContext): number | undefined {
  const { Port, CommonTCPPort } = cmdlet.args;
  return Port ?? (CommonTCPPort === undefined ? undefined : commonPorts[String(CommonTCPPort).toUpperCase()]);
}

interface Outcome {
  name: string;
  address: string | undefined;
  port: number | undefined;
  tcp: boolean | undefined;
  ping: Ping | undefined;
}

/** TCP first; a ping tells more when there is no port, or nobody listens on it. */
function testConnection(cmdlet: CmdletContext, name: string): Outcome {
  const address = addressOf(cmdlet, name);
  const port = portOf(cmdlet);
  if (address === undefined) {
    cmdlet.warning(`Name resolution of ${name} failed`);
    return {
      name,
      address,
      port,
      tcp: port === undefined ? undefined : false,
      ping: { succeeded: false, roundTripMs: 0 },
    };
  }
  let tcp: boolean | undefined;
  if (port !== undefined) {
    const { result, waitMs } = worldOf(cmdlet).probe(localName(cmdlet), address, port);
    waitMilliseconds(cmdlet, waitMs);
    tcp = result === 'ok';
    if (!tcp) cmdlet.warning(`TCP connect to (${address} : ${port}) failed`);
  }
  if (tcp === true) return { name, address, port, tcp, ping: undefined };
  const answer = ping(cmdlet, address);
  if (!answer.succeeded) cmdlet.warning(`Ping to ${address} failed with status: TimedOut`);
  return { name, address, port, tcp, ping: answer };
}

function resultObject(cmdlet: CmdletContext, outcome: Outcome): PSObject {
  const adapter = localMachine(cmdlet)?.adapters[0];
  const { name, address, port, tcp, ping: answer } = outcome;
  const reached = address !== undefined;
  const details: Value =
    answer === undefined
      ? null
      : PSObject.of({
          Address: address ?? '',
          RoundtripTime: answer.roundTripMs,
          Status: answer.succeeded ? 'Success' : 'TimedOut',
        });
  return PSObject.of(
    {
      ComputerName: name,
      RemoteAddress: address ?? '',
      ResolvedAddresses: typedArray(reached ? [address] : [], 'System.String'),
      PingSucceeded: answer?.succeeded ?? false,
      PingReplyDetails: details,
      PingRoundTrip: answer === undefined ? '' : `${answer.roundTripMs} ms`,
      TcpClientSocket: null,
      TcpTestSucceeded: tcp ?? false,
      RemotePort: port ?? 0,
      TraceRoute: typedArray(cmdlet.args.TraceRoute && reached ? [address] : [], 'System.String'),
      Detailed: String(cmdlet.args.InformationLevel) === 'Detailed',
      InterfaceAlias: reached ? (adapter?.name ?? '') : '',
      InterfaceIndex: 1,
      SourceAddress: reached ? (adapter?.address ?? '') : '',
      NameResolutionSucceeded: reached,
      NetRouteNextHop: '0.0.0.0',
    },
    typeName,
  );
}

export default defineCmdlet({
  name: 'Test-NetConnection',
  module: 'NetTCPIP',
  aliases: ['TNC'],
  synopsis: 'Tests whether a machine answers, by ping or on a TCP port.',
  defaultSet: 'ICMP',
  parameters: {
    ComputerName: {
      type: 'string',
      position: 0,
      pipeline: 'both',
      aliases: ['RemoteAddress', 'cn'],
      help: 'Name or address of the machine.',
    },
    CommonTCPPort: {
      type: 'enum',
      enumName: 'Microsoft.PowerShell.Commands.CommonTCPPort',
      values: ['HTTP', 'RDP', 'SMB', 'WINRM'],
      mandatory: true,
      position: 1,
      sets: ['CommonTCPPort'],
      help: 'A well-known port.',
    },
    Port: {
      type: 'int',
      mandatory: true,
      pipeline: 'name',
      aliases: ['RemotePort'],
      validate: [{ kind: 'range', min: 1, max: 65535 }],
      sets: ['RemotePort'],
      help: 'The TCP port.',
    },
    TraceRoute: { type: 'switch', sets: ['ICMP'], help: 'Shows the way there.' },
    Hops: { type: 'int', sets: ['ICMP'], help: 'The longest way that is looked at.' },
    InformationLevel: {
      type: 'enum',
      enumName: 'Microsoft.PowerShell.Commands.InformationLevel',
      values: ['Quiet', 'Detailed', 'Standard'],
      help: 'Quiet gives true or false.',
    },
  },
  outputs: [typeName, 'System.Boolean'],
  examples: [
    { script: '(Test-NetConnection EX02 -Port 25).TcpTestSucceeded', output: 'True' },
    {
      script: 'Test-NetConnection EX02 -Port 26 -InformationLevel Quiet -WarningAction SilentlyContinue',
      output: 'False',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const name: string = cmdlet.args.ComputerName ?? 'internetbeacon.msedge.net';
      const outcome = testConnection(cmdlet, name);
      if (String(cmdlet.args.InformationLevel) === 'Quiet')
        cmdlet.write(outcome.tcp ?? outcome.ping?.succeeded ?? false);
      else cmdlet.write(resultObject(cmdlet, outcome));
    },
  }),
});
