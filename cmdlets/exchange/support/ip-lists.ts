// Entries of the IP Allow and IP Block lists, and the providers of such lists by DNS (*Connection filtering*).

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import { addressNumber, rangeBounds } from '../../../src/transport/network/connection.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { boundProperties, changeObject } from './config-changes.ts';
import { configShellObject, type Presentation } from './config-objects.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError } from './errors.ts';
import { resultSize, warnOfMore } from './paging.ts';
import {
  connectedServer,
  invalid,
  named,
  namedServer,
  objectsOwnedBy,
  selected,
  settingsOwner,
} from './server-scope.ts';
import { dateTimeOf, instantOf } from './times.ts';

export type EntryClass = 'ipAllowListEntry' | 'ipBlockListEntry';
export type ProviderClass = 'ipAllowListProvider' | 'ipBlockListProvider';
type Entry = ConfigObject<EntryClass>;

const words = (configClass: EntryClass | ProviderClass): string =>
  configClass.startsWith('ipAllow') ? 'IP Allow list' : 'IP Block list';

/** What the product shows for an entry that never ends. */
const endOfTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function entryObject(cmdlet: CmdletContext, configClass: EntryClass, { name, properties }: Entry): PSObject {
  const { IPRange, ExpirationTime, IsMachineGenerated, Comment } = properties;
  return PSObject.of(
    {
      Identity: Number(name),
      IPRange,
      ExpirationTime: dateTimeOf(ExpirationTime ?? endOfTime),
      HasExpired: ExpirationTime !== null && ExpirationTime <= worldOf(cmdlet).now,
      IsMachineGenerated,
      Comment: Comment ?? '',
      IsValid: true,
      ObjectState: 'Unchanged',
    },
    `Microsoft.Exchange.Data.Transport.${configClass === 'ipAllowListEntry' ? 'IPAllowListEntry' : 'IPBlockListEntry'}`,
  );
}

/** Add-IP…ListEntry. */
export function addingEntry(configClass: EntryClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const server = namedServer(cmdlet);
      if (!server) return;
      const range = textOf(cmdlet.args.IPAddress ?? cmdlet.args.IPRange);
      if (rangeBounds(range) === undefined) return invalid(cmdlet, `"${range}" isn't a valid IP address or range.`);
      const { now } = worldOf(cmdlet);
      const ExpirationTime = cmdlet.has('ExpirationTime')
        ? (instantOf(cmdlet.args.ExpirationTime as Value) ?? null)
        : null;
      if (ExpirationTime !== null && ExpirationTime <= now)
        return invalid(cmdlet, 'The expiration time of the entry must lie in the future.');
      const present = objectsOwnedBy(cmdlet, configClass, server.name);
      if (
        present.some(({ properties }) => properties.IPRange === range && properties.ExpirationTime === ExpirationTime)
      ) {
        cmdlet.error(exchangeError(cmdlet, 'exists', `The ${words(configClass)} already contains ${range}.`));
        return;
      }
      if (!confirmed(cmdlet, `Adding ${words(configClass)} entry "${range}" on server ${server.name}.`)) return;
      const number = present.reduce((most, { name }) => Math.max(most, Number(name)), 0) + 1;
      const Comment = cmdlet.has('Comment') ? textOf(cmdlet.args.Comment) : null;
      const properties = { Server: server.name, IPRange: range, ExpirationTime, Comment };
      const input = { kind: 'config.new', class: configClass, name: String(number), properties } as const;
      const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      const entry = made && worldOf(cmdlet).find(configClass, made.identity ?? '');
      if (entry) cmdlet.write(entryObject(cmdlet, configClass, entry));
    },
  });
}

/** Get-IP…ListEntry. */
export function gettingEntries(configClass: EntryClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const server = namedServer(cmdlet);
      if (!server) return;
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      const address = cmdlet.has('IPAddress') ? addressNumber(textOf(cmdlet.args.IPAddress)) : undefined;
      const limit = resultSize(cmdlet);
      let count = 0;
      for (const entry of selected(cmdlet, objectsOwnedBy(cmdlet, configClass, server.name), identity)) {
        const [low, high] = rangeBounds(entry.properties.IPRange) ?? [0, -1];
        if (cmdlet.has('IPAddress') && (address === undefined || address < low || address > high)) continue;
        if (count >= limit) {
          warnOfMore(cmdlet, true);
          return;
        }
        count += 1;
        cmdlet.write(entryObject(cmdlet, configClass, entry));
      }
    },
  });
}

/** Remove- of entries and providers. */
export function removingFromList(configClass: EntryClass | ProviderClass) {
  const what = `${words(configClass)} ${configClass.endsWith('Entry') ? 'entry' : 'provider'}`;
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const server = configClass.endsWith('Entry') ? namedServer(cmdlet) : connectedServer(cmdlet);
      if (!server) return;
      const owner = configClass.endsWith('Entry') ? server.name : settingsOwner(server);
      const candidates = objectsOwnedBy(cmdlet, configClass, owner);
      for (const object of selected(cmdlet, candidates, textOf(cmdlet.args.Identity))) {
        if (!confirmed(cmdlet, `Removing ${what} "${object.name}".`)) continue;
        const input = { kind: 'config.remove', class: configClass, identity: object.guid } as const;
        attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      }
    },
  });
}

const providerPresentation = (configClass: ProviderClass): Presentation => ({
  typeName: `Microsoft.Exchange.Data.Directory.SystemConfiguration.${configClass === 'ipAllowListProvider' ? 'IPAllowListProvider' : 'IPBlockListProvider'}`,
  hidden: ['Server'],
  order: ['RejectionResponse', 'LookupDomain', 'Enabled', 'AnyMatch', 'BitmaskMatch', 'IPAddressesMatch', 'Priority'],
});

export const providersOf = (cmdlet: CmdletContext, configClass: ProviderClass): ConfigObject<ProviderClass>[] =>
  objectsOwnedBy(cmdlet, configClass, settingsOwner(connectedServer(cmdlet))).sort(
    (left, right) => left.properties.Priority - right.properties.Priority,
  );

export function gettingProviders(configClass: ProviderClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      for (const provider of selected(cmdlet, providersOf(cmdlet, configClass), identity))
        cmdlet.write(configShellObject(named(provider), providerPresentation(configClass)));
    },
  });
}

export function addingProvider(configClass: ProviderClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const name = textOf(cmdlet.args.Name);
      const present = providersOf(cmdlet, configClass);
      const given = boundProperties(cmdlet, configClass, undefined, ['Name']);
      if (!bitmaskIsValid(cmdlet, given)) return;
      if (!confirmed(cmdlet, `Adding ${words(configClass)} provider "${name}".`)) return;
      const properties = {
        ...given,
        Server: settingsOwner(connectedServer(cmdlet)),
        Priority: (given.Priority as number | undefined) ?? present.length + 1,
      };
      const input = { kind: 'config.new', class: configClass, name, properties } as const;
      const made = attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      const provider = made && worldOf(cmdlet).find(configClass, made.identity ?? name);
      if (!provider) return;
      orderProviders(cmdlet, configClass, provider.guid, properties.Priority);
      const placed = worldOf(cmdlet).find(configClass, provider.guid) ?? provider;
      cmdlet.write(configShellObject(named(placed), providerPresentation(configClass)));
    },
  });
}

export function settingProvider(configClass: ProviderClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const candidates = providersOf(cmdlet, configClass);
      for (const provider of selected(cmdlet, candidates, textOf(cmdlet.args.Identity))) {
        const changes = boundProperties(cmdlet, configClass, provider.properties);
        if (!bitmaskIsValid(cmdlet, changes)) return;
        const question = `Setting ${words(configClass)} provider "${provider.name}".`;
        if (changeObject(cmdlet, named(provider), changes, question) && typeof changes.Priority === 'number')
          orderProviders(cmdlet, configClass, provider.guid, changes.Priority);
      }
    },
  });
}

function bitmaskIsValid(cmdlet: CmdletContext, { BitmaskMatch }: JsonObject): boolean {
  if (typeof BitmaskMatch !== 'string' || BitmaskMatch === '' || addressNumber(BitmaskMatch) !== undefined) return true;
  invalid(cmdlet, `"${BitmaskMatch}" isn't a valid IP address.`);
  return false;
}

/** Numbers the providers from 1 on, the given one at its place. */
function orderProviders(cmdlet: CmdletContext, configClass: ProviderClass, guid: string, priority: number): void {
  const providers = providersOf(cmdlet, configClass);
  const moved = providers.filter((provider) => provider.guid === guid);
  const order = providers.filter((provider) => provider.guid !== guid);
  order.splice(Math.max(0, priority - 1), 0, ...moved);
  order.forEach((provider, index) => {
    if (provider.properties.Priority === index + 1) return;
    const properties = { Priority: index + 1 };
    const input = { kind: 'config.set', class: configClass, identity: provider.guid, properties } as const;
    attempt(cmdlet, () => worldOf(cmdlet).apply(input));
  });
}
