// What New- and Set-ReceiveConnector insist on, and what a usage type presets (*Receive connectors*, *Set-ReceiveConnector*;
// facts/outputs 3.3; connectors.json, usage).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { addressNumber, bindingOf, rangeBounds } from '../../../src/transport/network/connection.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { exchangeError } from './errors.ts';

type Connector = ConfigObject<'receiveConnector'>;

/** All addresses, as the product writes them. */
export const anyAddress = ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '0.0.0.0-255.255.255.255'];

const list = (value: JsonValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);
const words = (value: JsonValue | undefined): string[] =>
  String(value ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== 'None');

const mechanismOrder = [
  'Tls',
  'Integrated',
  'BasicAuth',
  'BasicAuthRequireTLS',
  'ExchangeServer',
  'ExternalAuthoritative',
];
const groupOrder = [
  'AnonymousUsers',
  'ExchangeUsers',
  'ExchangeServers',
  'ExchangeLegacyServers',
  'Partners',
  'Custom',
];

/** Flags in the product's order; nothing is `None`. */
function ordered(value: JsonValue | undefined, order: readonly string[]): string {
  const given = words(value).map((word) => word.toLowerCase());
  const flags = order.filter((flag) => given.includes(flag.toLowerCase()));
  return flags.length === 0 ? 'None' : flags.join(', ');
}

/** Properties in the form in which they are kept. */
export function normalized(properties: JsonObject): JsonObject {
  const result = { ...properties } as Record<string, JsonValue>;
  if ('AuthMechanism' in properties) result.AuthMechanism = ordered(properties.AuthMechanism, mechanismOrder);
  if ('PermissionGroups' in properties) result.PermissionGroups = ordered(properties.PermissionGroups, groupOrder);
  if (typeof properties.SizeEnabled === 'string')
    result.SizeEnabled = properties.SizeEnabled.replace(/^enabledwithoutvalue$/i, 'EnabledWithoutValue');
  return result;
}

export type Usage = 'Client' | 'Custom' | 'Internal' | 'Internet' | 'Partner';

/** Permission groups and authentication that a usage type presets, and its binding where it has one. */
export function presets(
  usage: Usage,
  edge: boolean,
): { groups: string; mechanism: string; binding: string | undefined } {
  switch (usage) {
    case 'Client':
      return {
        groups: 'ExchangeUsers',
        mechanism: 'Tls, Integrated, BasicAuth, BasicAuthRequireTLS',
        binding: '0.0.0.0:587',
      };
    case 'Internal':
      return {
        groups: edge ? 'ExchangeServers' : 'ExchangeServers, ExchangeLegacyServers',
        mechanism: 'Tls, ExchangeServer',
        binding: '0.0.0.0:25',
      };
    case 'Internet':
      return { groups: 'AnonymousUsers', mechanism: 'Tls', binding: '0.0.0.0:25' };
    case 'Partner':
      return { groups: 'Partners', mechanism: 'Tls', binding: '0.0.0.0:25' };
    default:
      return { groups: 'None', mechanism: 'Tls', binding: undefined };
  }
}

/** The fault of a connector as it would be, with the kind of the product's error; undefined when it is sound. */
function faultOf(connector: JsonObject, server: MachineView): string | undefined {
  const mechanisms = words(connector.AuthMechanism);
  const groups = words(connector.PermissionGroups);
  const has = (mechanism: string): boolean => mechanisms.includes(mechanism);
  if (has('BasicAuthRequireTLS') && !(has('BasicAuth') && has('Tls')))
    return 'The AuthMechanism parameter value BasicAuthRequireTLS also requires the values BasicAuth and Tls.';
  if (has('ExternalAuthoritative') && mechanisms.some((name) => name !== 'Tls' && name !== 'ExternalAuthoritative'))
    return 'The AuthMechanism parameter value ExternalAuthoritative can be combined only with the value Tls.';
  if (has('ExternalAuthoritative') && !groups.includes('ExchangeServers'))
    return 'You must set the value for the PermissionGroups parameter to ExchangeServers when you set the AuthMechanism parameter to a value of ExternalAuthoritative.';
  if (connector.DomainSecureEnabled === true && !has('Tls'))
    return 'The AuthMechanism parameter must contain the value Tls when the DomainSecureEnabled parameter is set to $true.';
  if (connector.RequireTLS === true && !has('Tls'))
    return 'The AuthMechanism parameter must contain the value Tls when the RequireTLS parameter is set to $true.';
  const fqdn = typeof connector.Fqdn === 'string' ? connector.Fqdn : '';
  const own = [server.fqdn, server.name].map((name) => name.toLowerCase());
  if (has('ExchangeServer') && fqdn !== '' && !own.includes(fqdn.toLowerCase()))
    return `When the AuthMechanism parameter on a Receive connector is set to the value ExchangeServer, you must set the FQDN parameter on the Receive connector to one of the following values: the FQDN of the transport server "${server.fqdn}", the NetBIOS name of the transport server "${server.name}", or $null.`;
  return formFault(connector);
}

const isIpv6 = (text: string): boolean => /^[0-9a-f:]+(\/\d+)?(-[0-9a-f:]+)?$/i.test(text) && text.includes(':');

function formFault(connector: JsonObject): string | undefined {
  const bindings = list(connector.Bindings);
  if (bindings.length === 0) return 'You must specify a value for the Bindings parameter.';
  for (const binding of bindings) {
    const { host, port } = bindingOf(binding);
    if (!(port >= 1 && port <= 65_535) || (addressNumber(host) === undefined && !isIpv6(host)))
      return `"${binding}" isn't a valid local IP address and port. Use the form 0.0.0.0:25.`;
  }
  const ranges = list(connector.RemoteIPRanges);
  if (ranges.length === 0) return 'You must specify a value for the RemoteIPRanges parameter.';
  for (const range of ranges)
    if (rangeBounds(range) === undefined && !isIpv6(range)) return `"${range}" isn't a valid IP address range.`;
  const banner = connector.Banner;
  if (typeof banner === 'string' && banner !== '' && !/^220(\s|$)/.test(banner))
    return 'The SMTP banner must begin with the status code 220.';
  const { ConnectionTimeout: all, ConnectionInactivityTimeout: idle } = connector;
  if (typeof all === 'number' && typeof idle === 'number' && idle > all)
    return 'The value of the ConnectionInactivityTimeout parameter must be less than or equal to the value of the ConnectionTimeout parameter.';
  const name = connector.TlsCertificateName;
  if (typeof name === 'string' && name !== '' && !/^<I>.+<S>.+$/i.test(name))
    return `"${name}" isn't a valid certificate name. Use the form <I>Issuer<S>Subject.`;
  return undefined;
}

/** Two lists of ranges of which one address belongs to both, without one range lying inside the other. */
function rangesClash(left: readonly string[], right: readonly string[]): boolean {
  return left.some((one) =>
    right.some((other) => {
      const a = rangeBounds(one);
      const b = rangeBounds(other);
      if (a === undefined || b === undefined) return one.toLowerCase() === other.toLowerCase();
      if (a[1] < b[0] || b[1] < a[0]) return false;
      if (a[0] === b[0] && a[1] === b[1]) return true;
      const inside = (inner: [number, number], outer: [number, number]): boolean =>
        inner[0] >= outer[0] && inner[1] <= outer[1];
      return !inside(a, b) && !inside(b, a);
    }),
  );
}

interface Conflict {
  kind: 'roleConflict' | 'conflict';
  message: string;
}

/** The connector of the same server that this one cannot stand beside. */
function clash(
  cmdlet: CmdletContext,
  connector: JsonObject,
  server: MachineView,
  own: string | undefined,
): Conflict | undefined {
  const bindings = list(connector.Bindings).map((binding) => binding.toLowerCase());
  for (const other of worldOf(cmdlet).objects('receiveConnector')) {
    const { Server, Bindings, RemoteIPRanges, TransportRole } = other.properties;
    if (other.guid === own || Server.toLowerCase() !== server.name.toLowerCase()) continue;
    if (!Bindings.some((binding) => bindings.includes(binding.toLowerCase()))) continue;
    const head = `The values that you specified for the Bindings and RemoteIPRanges parameters conflict with the settings on Receive connector "${TransportRole !== (connector.TransportRole ?? 'HubTransport') ? other.name : other.identity}".`;
    if (TransportRole !== (connector.TransportRole ?? 'HubTransport'))
      return {
        kind: 'roleConflict',
        message: `${head} Receive connectors assigned to different Transport roles on a single server must listen on unique local IP address & port bindings.`,
      };
    if (rangesClash(list(connector.RemoteIPRanges), RemoteIPRanges))
      return {
        kind: 'conflict',
        message: `${head} A Receive connector must have a unique combination of a local IP address & port bindings and remote IP address ranges. Change at least one of these values.`,
      };
  }
  return undefined;
}

/** Whether a connector may be as it would be; writes the product's error otherwise. */
export function isSound(
  cmdlet: CmdletContext,
  connector: JsonObject,
  server: MachineView,
  present: Connector | undefined,
  changed: (property: string) => boolean,
): boolean {
  const fault = faultOf(connector, server);
  if (fault !== undefined) {
    cmdlet.error(exchangeError(cmdlet, 'invalid', fault, present?.identity ?? null));
    return false;
  }
  if (!['Bindings', 'RemoteIPRanges', 'TransportRole'].some(changed)) return true;
  const conflict = clash(cmdlet, connector, server, present?.guid);
  if (conflict === undefined) return true;
  cmdlet.error(exchangeError(cmdlet, conflict.kind, conflict.message, present?.identity ?? null));
  return false;
}
