// What Exchange Setup makes for a server: its configuration objects and default Receive connectors (facts 8.3).

import type { JsonObject } from '../../../state/schema/json.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';

const serverAuthentication = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer';
const clientAuthentication = 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS';
const serverGroups = 'ExchangeUsers, ExchangeServers, ExchangeLegacyServers';

interface DefaultConnector {
  name: string;
  port: number;
  properties: JsonObject;
}

function defaultConnectors(machine: Machine): DefaultConnector[] {
  const version = machine.version ?? 2016;
  if (version === 2003) return [];
  if (machine.isEdge) return [edgeConnector(machine.name)];
  if (version <= 2010) return machine.roles.includes('HubTransport') ? hubConnectors(machine.name, version) : [];
  return [
    ...(machine.roles.includes('Mailbox') ? transportConnectors(machine.name, machine.hasFrontEnd ? 2525 : 25) : []),
    ...(machine.hasFrontEnd ? frontEndConnectors(machine.name) : []),
  ];
}

function connector(
  name: string,
  port: number,
  groups: string,
  authentication: string,
  more: JsonObject = {},
): DefaultConnector {
  return { name, port, properties: { PermissionGroups: groups, AuthMechanism: authentication, ...more } };
}

function edgeConnector(server: string): DefaultConnector {
  const groups = 'AnonymousUsers, ExchangeServers, Partners';
  return connector(`Default internal receive connector ${server}`, 25, groups, 'Tls, ExchangeServer', {
    MessageRateLimit: 600,
  });
}

/** What mail between servers comes in by: no limit on recipients to speak of, SIZE without a value. */
const betweenServers = {
  MaxRecipientsPerMessage: 5000,
  SizeEnabled: 'EnabledWithoutValue',
  MaxInboundConnectionPerSource: 'Unlimited',
  MaxInboundConnectionPercentagePerSource: 100,
};
const perUser = { MessageRateLimit: 5, MessageRateSource: 'User' };

function hubConnectors(server: string, version: number): DefaultConnector[] {
  const limit = version === 2010 ? perUser : { ...perUser, MessageRateSource: 'IPAddress' };
  return [
    connector(`Default ${server}`, 25, serverGroups, serverAuthentication, betweenServers),
    connector(`Client ${server}`, 587, 'ExchangeUsers', clientAuthentication, limit),
  ];
}

function transportConnectors(server: string, port: number): DefaultConnector[] {
  return [
    connector(`Default ${server}`, port, serverGroups, serverAuthentication, betweenServers),
    connector(`Client Proxy ${server}`, 465, 'ExchangeUsers, ExchangeServers', serverAuthentication, perUser),
  ];
}

function frontEndConnectors(server: string): DefaultConnector[] {
  const front = { TransportRole: 'FrontendTransport' };
  const verbose = { ...front, ProtocolLoggingLevel: 'Verbose' };
  const groups = 'AnonymousUsers, ExchangeServers, ExchangeLegacyServers';
  return [
    connector(`Default Frontend ${server}`, 25, groups, serverAuthentication, verbose),
    connector(`Outbound Proxy Frontend ${server}`, 717, 'ExchangeServers', serverAuthentication, {
      ...verbose,
      TarpitInterval: 0,
    }),
    connector(`Client Frontend ${server}`, 587, 'ExchangeUsers', clientAuthentication, { ...front, ...perUser }),
  ];
}

/** Makes the default connectors that are missing and takes away those whose role is gone. */
export function installReceiveConnectors(simulation: Simulation, machine: Machine): void {
  const { directory } = simulation;
  const wanted = defaultConnectors(machine);
  const defaults = new Set(
    [
      `default ${machine.name}`,
      `client ${machine.name}`,
      `client proxy ${machine.name}`,
      `default frontend ${machine.name}`,
      `outbound proxy frontend ${machine.name}`,
      `client frontend ${machine.name}`,
      `default internal receive connector ${machine.name}`,
    ].map((name) => name.toLowerCase()),
  );
  for (const connector of [...directory.all('receiveConnector')]) {
    if (
      connector.properties.Server.toLowerCase() !== machine.name.toLowerCase() ||
      !defaults.has(connector.name.toLowerCase())
    )
      continue;
    if (!wanted.some((entry) => entry.name.toLowerCase() === connector.name.toLowerCase()))
      directory.remove(connector as never);
  }
  for (const { name, port, properties } of wanted) {
    if (directory.find('receiveConnector', `${machine.name}\\${name}`) !== undefined) continue;
    directory.create(
      'receiveConnector',
      name,
      {
        Server: machine.name,
        Fqdn: machine.fqdn,
        // Setup writes the transport service's own port with IPv4 first (facts/outputs 3.3).
        Bindings: port === 2525 ? [`0.0.0.0:${port}`, `[::]:${port}`] : [`[::]:${port}`, `0.0.0.0:${port}`],
        TransportRole: 'HubTransport',
        ...properties,
      },
      simulation.now,
    );
  }
}

const productVersions: Record<number, string> = {
  2003: 'Version 6.5 (Build 7638.2: Service Pack 2)',
  2007: 'Version 8.3 (Build 83.6)',
  2010: 'Version 14.3 (Build 123.4)',
  2013: 'Version 15.0 (Build 1497.2)',
  2016: 'Version 15.1 (Build 2507.6)',
  2019: 'Version 15.2 (Build 1544.4)',
};

/** The server's own objects. */
export function installServerObjects(
  simulation: Simulation,
  machine: Machine,
  group: string | null,
  routingGroup: string | null,
): void {
  const { directory, now } = simulation;
  const version = machine.version ?? 2016;
  directory.create(
    'server',
    machine.name,
    {
      Fqdn: machine.fqdn,
      Version: version,
      AdminDisplayVersion: productVersions[version] ?? '',
      ServerRole: [...machine.roles],
      Site: machine.site,
      RoutingGroup: routingGroup,
      DatabaseAvailabilityGroup: group,
      Domain: machine.domain,
      IsE15OrLater: version >= 2013,
    },
    now,
  );
  directory.create('transportService', machine.name, {}, now);
  if (machine.hasFrontEnd) directory.create('frontendTransportService', machine.name, {}, now);
  if (machine.roles.includes('Mailbox')) {
    directory.create('mailboxServer', machine.name, {}, now);
    if (version >= 2013) directory.create('mailboxTransportService', machine.name, {}, now);
  }
}
