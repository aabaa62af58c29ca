// What a new object gets besides what was given: addresses and names of recipients, defaults that follow from other objects.

import {
  type ConfigClass,
  type ConfigObject,
  type RecipientClass,
  recipientClasses,
} from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { propertyDefinitions } from '../../../state/schema/property-catalog.ts';
import { defaultDomain } from '../notifications/dsn.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';
import { addressesOf, policyOf } from './address-policies.ts';
import { addressType, legacyExchangeDN } from './names.ts';
import { aliasHolder } from './uniqueness.ts';

export const isRecipient = (configClass: ConfigClass): configClass is RecipientClass =>
  (recipientClasses as readonly string[]).includes(configClass);

/** Properties of a new object, completed. */
export function completed(
  simulation: Simulation,
  configClass: ConfigClass,
  name: string,
  given: JsonObject,
): JsonObject {
  if (!isRecipient(configClass)) return { ...given };
  const alias = typeof given.Alias === 'string' && given.Alias !== '' ? given.Alias : freeAlias(simulation, name);
  const named = {
    ...given,
    Alias: alias,
    DisplayName: given.DisplayName ?? name,
    LegacyExchangeDN: legacyExchangeDN(name, simulation.data.forest),
    ...(configClass === 'mailbox'
      ? { UserPrincipalName: given.UserPrincipalName ?? `${alias}@${simulation.data.forest}` }
      : {}),
  };
  return { ...named, ...addressesFor(simulation, configClass, name, named) };
}

/** The name in the characters that an alias may have; a number behind it when another recipient has it. */
function freeAlias(simulation: Simulation, name: string): string {
  const base = name.toLowerCase().replace(/[^a-z0-9._-]/g, '');
  let alias = base;
  for (let number = 2; aliasHolder(simulation, alias) !== undefined && number < 10_000; number += 1)
    alias = `${base}${number}`;
  return alias;
}

function addressesFor(
  simulation: Simulation,
  configClass: RecipientClass,
  name: string,
  given: JsonObject,
): { PrimarySmtpAddress: string; EmailAddresses: string[] } {
  const external = typeof given.ExternalEmailAddress === 'string' ? addressType(given.ExternalEmailAddress) : undefined;
  const own = [
    ...(typeof given.PrimarySmtpAddress === 'string' ? [`SMTP:${given.PrimarySmtpAddress}`] : []),
    ...(external?.type === 'SMTP' ? [`SMTP:${external.value}`] : []),
    ...(Array.isArray(given.EmailAddresses) ? (given.EmailAddresses as string[]) : []),
  ];
  const made = policyAddresses(simulation, configClass, name, given);
  const addresses = proxyAddresses(own.length > 0 ? [...own, ...made.map(asSecondary)] : made);
  return { PrimarySmtpAddress: primaryOf(addresses), EmailAddresses: addresses };
}

/** What the address policies give; before there is any, the alias at the default domain. */
function policyAddresses(simulation: Simulation, configClass: ConfigClass, name: string, given: JsonObject): string[] {
  if (given.EmailAddressPolicyEnabled === false && typeof given.PrimarySmtpAddress === 'string') return [];
  const draft = { class: configClass, name, guid: '', identity: name, properties: given } as unknown as ConfigObject;
  const policy = policyOf(simulation, draft);
  if (policy !== undefined) return addressesOf(simulation, policy, draft);
  const known = typeof given.PrimarySmtpAddress === 'string' || typeof given.ExternalEmailAddress === 'string';
  return known ? [] : [`SMTP:${String(given.Alias)}@${defaultDomain(simulation)}`];
}

const asSecondary = (address: string): string => address.replace(/^SMTP:/, 'smtp:');

/** A list of proxy addresses in order: every one with its prefix and once, exactly one primary SMTP address, which comes first. */
export function proxyAddresses(given: readonly string[]): string[] {
  const withPrefix = given.map((address) => (/^[A-Za-z0-9]+:/.test(address) ? address : `smtp:${address}`));
  const primary =
    withPrefix.find((address) => address.startsWith('SMTP:')) ??
    withPrefix.find((address) => address.startsWith('smtp:'));
  const seen = new Set<string>();
  const result: string[] = [];
  for (const address of primary === undefined ? withPrefix : [primary, ...withPrefix]) {
    if (seen.has(address.toLowerCase())) continue;
    seen.add(address.toLowerCase());
    result.push(address === primary ? `SMTP:${address.slice(5)}` : asSecondary(address));
  }
  return result;
}

export function primaryOf(addresses: readonly string[]): string {
  return addresses.find((address) => address.startsWith('SMTP:'))?.slice(5) ?? '';
}

/** Refuses values of the wrong kind; names what is wrong. Properties that no catalog lists are taken as they are. */
export function checkProperties(configClass: ConfigClass, properties: JsonObject): void {
  const definitions = propertyDefinitions(configClass);
  for (const [name, value] of Object.entries(properties)) {
    const definition = definitions.get(name);
    if (definition === undefined || value === null || value === undefined) continue;
    const fits =
      definition.kind === 'bool'
        ? typeof value === 'boolean'
        : ['int', 'timespan', 'size', 'instant'].includes(definition.kind)
          ? typeof value === 'number'
          : definition.kind === 'unlimitedSize' || definition.kind === 'unlimitedInt'
            ? typeof value === 'number' || value === 'Unlimited'
            : definition.kind === 'list'
              ? Array.isArray(value)
              : typeof value === 'string' || definition.name === 'ServerRole';
    if (!fits)
      throw new WorldError('InvalidValue', `Property ${name} of ${configClass} can't be ${JSON.stringify(value)}.`, {
        class: configClass,
        property: name,
      });
  }
}
