// One outgoing connection of a queue: opened, greeted, and written down in the connectivity and the send protocol log.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { SmtpPolicy } from '../../smtp/policy.ts';
import { isPermanent, isPositive, replyText } from '../../smtp/reply.ts';
import type { Machine } from '../machines/machine.ts';
import { sessionId } from '../mail/tracking.ts';
import { connect } from '../network/connection.ts';
import type { Queue } from '../queues/queue.ts';
import type { Incoming } from '../receive/incoming.ts';
import { anonymousPeer, clientPort, openSession, serverPeer } from '../receive/open-session.ts';
import { LoggedPolicy } from '../receive/protocol-log.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';
import { logConnectivity } from './connectivity.ts';
import { connectError, replyError } from './errors.ts';
import { greet } from './greeting.ts';
import { PatientPolicy } from './patience.ts';

export interface Connection {
  /** Undefined: it could not be opened, and `error` says why. */
  policy: SmtpPolicy<Incoming> | undefined;
  session: string;
  error: string;
  waitMs: number;
  /** The other side, outside, has refused for good: 5xx at the banner or EHLO. */
  refusal?: string;
}

/** The Send connector that a queue's mail leaves by; none between servers of the organisation. */
export function sendConnectorOf(
  simulation: Simulation,
  queue: Queue,
  target: Target,
): ConfigObject<'sendConnector'> | undefined {
  return target.internal ? undefined : simulation.directory.find('sendConnector', queue.key.object);
}

/** Connects and greets. */
export function openConnection(simulation: Simulation, machine: Machine, queue: Queue, target: Target): Connection {
  const session = sessionId(simulation);
  const connector = sendConnectorOf(simulation, queue, target);
  const proxy = proxyFor(simulation, machine, connector);
  const origin = proxy?.machine ?? machine;
  const peer = target.internal
    ? serverPeer(machine)
    : anonymousPeer(sourceAddress(origin, connector), connector?.properties.Fqdn ?? machine.fqdn);
  logConnectivity(
    simulation,
    machine,
    queue,
    session,
    '+',
    `${queue.key.type} ${queue.key.connector};QueueLength=${queue.items.size}`,
  );
  logConnectivity(simulation, machine, queue, session, '>', `${target.name}[${target.address}]`);
  if (proxy !== undefined && proxy.machine === undefined) {
    logConnectivity(simulation, machine, queue, session, '-', 'Messages: 0 Bytes: 0 (Retry : Failed to connect)');
    return { policy: undefined, session, error: connectError(simulation, machine, 'refused', proxy.target), waitMs: 0 };
  }
  const { way, policy: answering } = openSession(simulation, { machine: origin }, peer, target.address, target.port);
  if (way.result !== 'ok' || answering === undefined) {
    const refused = way.result === 'refused';
    const error = connectError(simulation, machine, refused ? 'refused' : 'timeout', target);
    const reason = `Failed to connect. Winsock error code: ${refused ? 10061 : 10060}`;
    logConnectivity(simulation, machine, queue, session, '-', `Messages: 0 Bytes: 0 (Retry : ${reason})`);
    return { policy: undefined, session, error, waitMs: way.waitMs };
  }
  logConnectivity(simulation, machine, queue, session, '>', `Established connection to ${target.address}`);
  const logged = loggedSend(simulation, machine, connector, target, peer.address, answering);
  const policy =
    connector === undefined ? logged : new PatientPolicy(logged, connector.properties.ConnectionInactivityTimeOut);
  const answer = greet(simulation, machine, policy, connector, target, queue.key.domain);
  if (isPositive(answer)) return { policy, session, error: '', waitMs: way.waitMs };
  logConnectivity(simulation, machine, queue, session, '-', `Messages: 0 Bytes: 0 (Retry : ${answer.lines[0]})`);
  return {
    policy: undefined,
    session,
    error: replyError(simulation, machine, replyText(answer), target),
    waitMs: answer.waitMs,
    ...(isPermanent(answer) && !target.internal ? { refusal: replyText(answer) } : {}),
  };
}

/** Port of the Outbound Proxy Frontend connector. */
const proxyPort = 717;

/**
 * FrontendProxyEnabled: mail leaves through a Front End Transport service of the site, the server's own first (*Configure Send connectors
 * to proxy outbound mail*). `machine` is missing when none takes the connection; undefined: the connector is not proxied.
 */
function proxyFor(
  simulation: Simulation,
  machine: Machine,
  connector: ConfigObject<'sendConnector'> | undefined,
): { machine: Machine | undefined; target: Target } | undefined {
  if (connector?.properties.FrontendProxyEnabled !== true || machine.isEdge || (machine.version ?? 0) < 2013)
    return undefined;
  const others = [...simulation.machinesById.values()].filter(
    (other) => other !== machine && other.hasFrontEnd && other.site?.toLowerCase() === machine.site?.toLowerCase(),
  );
  const candidates = machine.hasFrontEnd ? [machine, ...others] : others;
  const answering = candidates.find(
    (candidate) => connect(simulation, { machine }, candidate.address, proxyPort).result === 'ok',
  );
  const first = candidates[0] ?? machine;
  return {
    machine: answering,
    target: { name: first.fqdn, address: first.address, port: proxyPort, internal: true },
  };
}

/** SourceIPAddress counts on Edge servers, when it is one of theirs (*Set-SendConnector*). */
function sourceAddress(machine: Machine, connector: ConfigObject<'sendConnector'> | undefined): string {
  const wanted = connector?.properties.SourceIPAddress;
  return machine.isEdge && machine.adapters.some(({ address }) => address === wanted)
    ? (wanted as string)
    : machine.address;
}

/** The send protocol log, when the connector's level is Verbose; between servers of the organisation the server's own level counts. */
function loggedSend(
  simulation: Simulation,
  machine: Machine,
  connector: ConfigObject<'sendConnector'> | undefined,
  target: Target,
  localAddress: string,
  policy: SmtpPolicy<Incoming>,
): SmtpPolicy<Incoming> {
  const level =
    connector?.properties.ProtocolLoggingLevel ??
    simulation.serviceSettings(machine).IntraOrgConnectorProtocolLoggingLevel;
  if (level !== 'Verbose') return policy;
  return new LoggedPolicy(simulation, policy, {
    machine,
    service: machine.isEdge ? 'Edge' : 'Hub',
    side: 'send',
    connectorId: connector?.name ?? 'Intra-Organization SMTP Send Connector',
    localEndpoint: `${localAddress}:${clientPort(simulation)}`,
    remoteEndpoint: `${target.address}:${target.port}`,
  });
}
