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
  const { name } = machine;
  if (version === 2003) return [];
  if (machine.isEdge) {
    return [
      {
        name: `Default internal receive connector ${name}`,
        port: 25,
        properties: {
          PermissionGroups: 'AnonymousUsers, ExchangeServers, Partners',
          AuthMechanism: 'Tls, ExchangeServer',
          MessageRateLimit: 600,
        },
      },
    ];
  }
  if (version <= 2010) {
    if (!machine.roles.includes('HubTransport')) return [];
    return [
      {
        name: `Default ${name}`,
        port: 25,
        properties: {
          PermissionGroups: serverGroups,
          AuthMechanism: serverAuthentication,
          MaxRecipientsPerMessage: 5000,
          SizeEnabled: 'EnabledWithoutValue',
        },
      },
      {
        name: `Client ${name}`,
        port: 587,
        properties: {
          PermissionGroups: 'ExchangeUsers',
          AuthMechanism: clientAuthentication,
          MessageRateLimit: 5,
          MessageRateSource: version === 2010 ? 'User' : 'IPAddress',
        },
      },
    ];
  }
  const result: DefaultConnector[] = [];
  const frontEnd = machine.hasFrontEnd;
  if (machine.roles.includes('Mailbox')) {
    result.push(
      {
        name: `Default ${name}`,
        port: frontEnd ? 2525 : 25,
        properties: {
          PermissionGroups: serverGroups,
          AuthMechanism: serverAuthentication,
          MaxRecipientsPerMessage: 5000,
          SizeEnabled: 'EnabledWithoutValue',
        },
      },
      {
        name: `Client Proxy ${name}`,
        port: 465,
        properties: {
          PermissionGroups: 'ExchangeUsers, ExchangeServers',
          AuthMechanism: serverAuthentication,
          MessageRateLimit: 5,
          MessageRateSource: 'User',
        },
      },
    );
  }
  if (frontEnd) {
    const front = { TransportRole: 'FrontendTransport' };
    result.push(
      {
        name: `Default Frontend ${name}`,
        port: 25,
        properties: {
          ...front,
          PermissionGroups: 'AnonymousUsers, ExchangeServers, ExchangeLegacyServers',
          AuthMechanism: serverAuthentication,
          ProtocolLoggingLevel: 'Verbose',
        },
      },
      {
        name: `Outbound Proxy Frontend ${name}`,
        port: 717,
        properties: {
          ...front,
          PermissionGroups: 'ExchangeServers',
          AuthMechanism: serverAuthentication,
          ProtocolLoggingLevel: 'Verbose',
        },
      },
      {
        name: `Client Frontend ${name}`,
        port: 587,
        properties: {
          ...front,
          PermissionGroups: 'ExchangeUsers',
          AuthMechanism: clientAuthentication,
          MessageRateLimit: 5,
          MessageRateSource: 'User',
        },
      },
    );
  }
  return result;
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
        Bindings: [`[::]:${port}`, `0.0.0.0:${port}`],
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
