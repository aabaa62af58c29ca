// The Connection Filtering agent: IP Allow list before everything, IP Block list at the connection, list providers at RCPT
// (*Connection filtering*: a provider is asked by DNS for the reversed address below its domain).

import type { ConfigObject } from '../../../../state/schema/configuration.ts';
import { reply } from '../../../smtp/reply.ts';
import type { Machine } from '../../machines/machine.ts';
import { addressNumber } from '../../network/connection.ts';
import { adapterServers, resolve } from '../../network/resolver.ts';
import type { Simulation } from '../../simulation.ts';
import { type FilterAgent, type FilteredSession, isOn, type Verdict } from './agent.ts';
import { filterSettings, listEntry, providersOf } from './settings.ts';

type Provider = ConfigObject<'ipBlockListProvider'> | ConfigObject<'ipAllowListProvider'>;

/** Answer of a provider without a RejectionResponse. */
const providerResponse = 'Recipient not authorized, your IP has been found on a block list';

export const reversedAddress = (address: string): string => address.split('.').reverse().join('.');

/** DNS servers that the transport service asks about the outside. */
export function outsideServers(machine: Machine): readonly string[] {
  return machine.transport?.settings.externalDns ?? adapterServers(machine);
}

/** Status codes that a provider has for an address, and whether they make a match. */
export function askProvider(
  simulation: Simulation,
  machine: Machine,
  { properties }: Provider,
  address: string,
): { codes: string[]; match: boolean; waitMs: number } {
  const name = `${reversedAddress(address)}.${properties.LookupDomain}`;
  const answer = resolve(simulation, machine, outsideServers(machine), name, 'A');
  const codes = answer.values.map(({ value }) => value);
  return { codes, match: codes.some((code) => codeMatches(properties, code)), waitMs: answer.waitMs };
}

/** AnyMatch, else the bits of the mask that the code has, else the listed codes. */
export function codeMatches(
  { AnyMatch, BitmaskMatch, IPAddressesMatch }: Provider['properties'],
  code: string,
): boolean {
  if (AnyMatch) return true;
  const mask = BitmaskMatch === null ? undefined : addressNumber(BitmaskMatch);
  const value = addressNumber(code);
  // Codes lie in 127.0.0.0/8: the last octet's bits are what the mask asks for.
  if (mask !== undefined && value !== undefined && (mask & value & 0xff) !== 0) return true;
  return IPAddressesMatch.includes(code);
}

export const connectionFilter: FilterAgent = {
  onConnect(session) {
    const { simulation, machine, address } = session;
    if (address === '') return undefined;
    if (listEntry(simulation, machine, 'ipAllowListEntry', address) !== undefined) {
      session.allowed = true;
      return undefined;
    }
    const settings = filterSettings(simulation, machine, 'ipBlockListConfig');
    if (settings === undefined || !isOn(settings, session)) return undefined;
    const entry = listEntry(simulation, machine, 'ipBlockListEntry', address);
    if (entry === undefined) return undefined;
    const { MachineEntryRejectionResponse, StaticEntryRejectionResponse } = settings;
    const machineMade = entry.properties.IsMachineGenerated;
    const text = (machineMade ? MachineEntryRejectionResponse : StaticEntryRejectionResponse) ?? '';
    return {
      action: 'RejectConnection',
      reply: reply(550, '5.7.1', text.replaceAll('{0}', address), { close: true }),
      reason: 'LocalBlockList',
      reasonData: machineMade ? 'machine-generated entry' : 'administrator-defined entry',
    };
  },

  onRcptCommand(session) {
    const { simulation, machine, address } = session;
    if (address === '') return undefined;
    for (const provider of providersOf(simulation, machine, 'ipAllowListProvider')) {
      const answer = askProvider(simulation, machine, provider, address);
      session.waitMs += answer.waitMs;
      if (!answer.match) continue;
      session.allowed = true;
      return undefined;
    }
    return blockedByProvider(session);
  },
};

function blockedByProvider(session: FilteredSession): Verdict | undefined {
  const { simulation, machine, address } = session;
  for (const provider of providersOf(simulation, machine, 'ipBlockListProvider')) {
    const answer = askProvider(simulation, machine, provider, address);
    session.waitMs += answer.waitMs;
    if (!answer.match) continue;
    const text = provider.properties.RejectionResponse ?? '';
    return {
      action: 'RejectCommand',
      reply: reply(550, '5.7.1', (text === '' ? providerResponse : text).replaceAll('{0}', address)),
      reason: 'BlockListProvider',
      reasonData: provider.name,
    };
  }
  return undefined;
}
