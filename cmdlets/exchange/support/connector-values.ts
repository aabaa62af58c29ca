// Address spaces, smart hosts and server lists of connectors: checked and written in the product's form.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { getMember } from '../../../src/runtime/members.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { localName, worldOf } from '../../windows/local-machine.ts';
import { exchangeError, objectNotFound } from './errors.ts';

/** `SMTP:contoso.com;10`, `contoso.com;10`, `contoso.com`, `FAX:*`: type, domain, cost (1 by default). Undefined for what is none. */
export function addressSpaceText(text: string): string | undefined {
  const match = /^(?:([A-Za-z0-9]+):)?([^;:]+)(?:;(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const type = (match[1] ?? 'SMTP').toUpperCase();
  const space = match[2]!.trim();
  const cost = Number(match[3] ?? 1);
  if (cost < 1 || cost > 100) return undefined;
  const plain = space === '--' || space === '*' || /^(\*\.)?[\w-]+(\.[\w-]+)*$/.test(space);
  return type !== 'SMTP' || plain ? `${type}:${space};${cost}` : undefined;
}

const texts = (value: JsonValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/** True, with the error written, when nothing is left of what a connector can't do without. */
function isEmptied(cmdlet: CmdletContext, values: readonly string[], what: string): boolean {
  if (values.length > 0) return false;
  cmdlet.error(exchangeError(cmdlet, 'invalid', `The connector must have at least one ${what}.`));
  return true;
}

/** Normalises AddressSpaces; writes the error of an invalid one. */
function adjustAddressSpaces(cmdlet: CmdletContext, changes: Record<string, JsonValue>): boolean {
  if (changes.AddressSpaces === undefined) return true;
  const spaces: string[] = [];
  for (const text of texts(changes.AddressSpaces)) {
    const space = addressSpaceText(text);
    if (space === undefined) {
      cmdlet.error(exchangeError(cmdlet, 'invalid', `The address space "${text}" isn't valid.`, text));
      return false;
    }
    spaces.push(space);
  }
  changes.AddressSpaces = spaces;
  return !isEmptied(cmdlet, spaces, 'address space');
}

/** Servers by their names; an unknown one is the product's error. */
function adjustServers(cmdlet: CmdletContext, changes: Record<string, JsonValue>, property: string): boolean {
  if (changes[property] === undefined) return true;
  const names: string[] = [];
  for (const text of texts(changes[property])) {
    const server = worldOf(cmdlet).find('server', text) ?? worldOf(cmdlet).find('server', text.split('.')[0] ?? text);
    if (!server) {
      cmdlet.error(objectNotFound(cmdlet, text));
      return false;
    }
    names.push(server.name);
  }
  changes[property] = names;
  return !isEmptied(cmdlet, names, property === 'SourceTransportServers' ? 'source server' : 'target server');
}

/** `[10.0.0.1]` and names are smart hosts; a connector with smart hosts does not route by DNS. */
function adjustSmartHosts(
  cmdlet: CmdletContext,
  changes: Record<string, JsonValue>,
  present: ConfigObject | undefined,
): boolean {
  if (changes.SmartHosts === undefined) return true;
  const hosts = texts(changes.SmartHosts).flatMap((text) =>
    text
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
  );
  for (const host of hosts)
    if (!/^(\[[\d.:a-fA-F]+\]|--|[\w-]+(\.[\w-]+)*)$/.test(host)) {
      cmdlet.error(exchangeError(cmdlet, 'invalid', `The smart host "${host}" isn't valid.`, host));
      return false;
    }
  changes.SmartHosts = hosts.map((host) => (/^[\d.]+$/.test(host) ? `[${host}]` : host));
  if (changes.DNSRoutingEnabled === undefined && (hosts.length > 0 || !present))
    changes.DNSRoutingEnabled = hosts.length === 0;
  return true;
}

/** The credential's user; its password is nothing to look at. */
function userNameOf(cmdlet: CmdletContext): JsonValue {
  const user = cmdlet.args.AuthenticationCredential && getMember(cmdlet.args.AuthenticationCredential, 'UserName');
  return typeof user === 'string' ? user : null;
}

const usages = ['Custom', 'Internal', 'Internet', 'Partner'] as const;

/** What New-SendConnector -Usage (or the switch of that name) presets; settings that are given win. */
function adjustUsage(cmdlet: CmdletContext, changes: Record<string, JsonValue>): boolean {
  const wanted = usages.filter((usage) => cmdlet.args[usage] === true || cmdlet.args.Usage === usage);
  if (wanted.length > 1) {
    const message = `Only one usage can be specified, not ${wanted.join(' and ')}.`;
    cmdlet.error(exchangeError(cmdlet, 'invalidArgument', message));
    return false;
  }
  if (wanted[0] === 'Internal') changes.SmartHostAuthMechanism ??= 'ExchangeServer';
  if (wanted[0] === 'Partner') changes.DomainSecureEnabled ??= true;
  return true;
}

export function adjustConnector(
  cmdlet: CmdletContext,
  given: JsonObject,
  present: ConfigObject | undefined,
): JsonObject | undefined {
  const changes = { ...given } as Record<string, JsonValue>;
  if (!adjustUsage(cmdlet, changes)) return undefined;
  if (cmdlet.has('AuthenticationCredential')) changes.AuthenticationCredential = userNameOf(cmdlet);
  if (!adjustAddressSpaces(cmdlet, changes) || !adjustSmartHosts(cmdlet, changes, present)) return undefined;
  if (!present && changes.SourceTransportServers === undefined) changes.SourceTransportServers = [localName(cmdlet)];
  if (!adjustServers(cmdlet, changes, 'SourceTransportServers')) return undefined;
  if (!adjustServers(cmdlet, changes, 'TargetTransportServers')) return undefined;
  const usesDns = changes.DNSRoutingEnabled ?? present?.properties.DNSRoutingEnabled;
  const hosts = changes.SmartHosts ?? present?.properties.SmartHosts;
  if (changes.DNSRoutingEnabled === true && texts(hosts).length > 0 && changes.SmartHosts === undefined)
    changes.SmartHosts = [];
  if (usesDns === false && texts(changes.SmartHosts ?? hosts).length === 0) {
    const message = 'SmartHosts must be specified when DNSRoutingEnabled is $false.';
    cmdlet.error(exchangeError(cmdlet, 'invalid', message));
    return undefined;
  }
  return changes;
}
