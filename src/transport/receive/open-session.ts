// Opening an SMTP session to an address: who answers there decides by which rules.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { SmtpPolicy } from '../../smtp/policy.ts';
import type { Machine } from '../machines/machine.ts';
import {
  type ConnectResult,
  connect,
  type Origin,
  receiveConnectorFor,
  serviceOfConnector,
} from '../network/connection.ts';
import { HostPolicy } from '../outside/host-policy.ts';
import type { Simulation } from '../simulation.ts';
import { FrontEndPolicy } from './front-end-policy.ts';
import type { Incoming, Peer } from './incoming.ts';
import { LegacyPolicy } from './legacy-policy.ts';
import { LoggedPolicy } from './protocol-log.ts';
import { rightsText } from './rights.ts';
import { TransportPolicy } from './transport-policy.ts';

export interface OpenedSession {
  way: ConnectResult;
  policy: SmtpPolicy<Incoming> | undefined;
  /** The Receive connector that answers, where one does. */
  connector?: ConfigObject<'receiveConnector'>;
}

export const anonymousPeer = (address: string, name = ''): Peer => ({
  address,
  name,
  server: false,
  machineId: 0,
  user: '',
  submission: false,
  proxied: false,
});

export const serverPeer = (machine: Machine): Peer => ({
  address: machine.address,
  name: machine.fqdn,
  server: true,
  machineId: machine.id,
  user: '',
  submission: false,
  proxied: false,
});

/** Connects and finds the policy that answers. No greeting is exchanged yet. */
export function openSession(
  simulation: Simulation,
  origin: Origin,
  peer: Peer,
  address: string,
  port: number,
): OpenedSession {
  const way = connect(simulation, origin, address, port);
  if (way.result !== 'ok') return { way, policy: undefined };
  if (way.host !== undefined) return { way, policy: new HostPolicy(simulation, way.host, peer.address) };
  const machine = way.machine!;
  if (machine.version === 2003) return { way, policy: new LegacyPolicy(simulation, machine, peer) };
  const connector = receiveConnectorFor(simulation, machine, port, peer.address, address);
  if (connector === undefined) return { way: { ...way, result: 'refused' }, policy: undefined };
  const frontEnd = serviceOfConnector(connector) === 'MSExchangeFrontEndTransport';
  const policy = frontEnd
    ? new FrontEndPolicy(simulation, machine, connector, peer)
    : new TransportPolicy(simulation, machine.transport!, machine, connector, peer);
  if (connector.properties.ProtocolLoggingLevel !== 'Verbose') return { way, policy, connector };
  const logged = new LoggedPolicy(simulation, policy, {
    machine,
    service: frontEnd ? 'FrontEnd' : machine.isEdge ? 'Edge' : 'Hub',
    side: 'receive',
    connectorId: connector.identity,
    localEndpoint: `${address}:${port}`,
    remoteEndpoint: `${peer.address}:${clientPort(simulation)}`,
    permissions: () => rightsText(policy.own.rights),
  });
  return { way, policy: logged, connector };
}

/** Port of the client's end: some number that rises. */
export function clientPort(simulation: Simulation): number {
  return 10_000 + (simulation.kernel.nextId('clientPort') % 50_000);
}
