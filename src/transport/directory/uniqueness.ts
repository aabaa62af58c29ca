// What no two recipients may have in common: name, alias, proxy address, user principal name, account name. Texts: the product's.

import { type ConfigClass, type ConfigObject, recipientClasses } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';

const accountClasses: readonly ConfigClass[] = [...recipientClasses, 'user'];

const lower = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

export function aliasHolder(simulation: Simulation, alias: string): ConfigObject | undefined {
  const found = simulation.directory.findRecipient(alias);
  return found !== undefined && lower((found.properties as { Alias?: string }).Alias) === alias.toLowerCase()
    ? found
    : undefined;
}

function nameHolder(simulation: Simulation, name: string): ConfigObject | undefined {
  for (const configClass of accountClasses) {
    const found = simulation.directory.find(configClass, name) as ConfigObject | undefined;
    if (found !== undefined && found.name.toLowerCase() === name.toLowerCase()) return found;
  }
  return undefined;
}

/** Accounts have few properties that are looked up by: a walk over them all is rare enough. */
function propertyHolder(simulation: Simulation, property: string, value: string): ConfigObject | undefined {
  for (const configClass of ['user', 'mailbox', 'mailUser', 'distributionGroup'] as const)
    for (const object of simulation.directory.all(configClass) as Iterable<ConfigObject>)
      if (lower((object.properties as Record<string, unknown>)[property]) === value.toLowerCase()) return object;
  return undefined;
}

const taken = (property: string, value: string): WorldError =>
  new WorldError(
    'ObjectExists',
    `The value "${value}" of property "${property}" is used by another recipient object. Please specify a unique value.`,
    { property, value },
  );

/** Refuses a new or changed recipient or user that collides with another than `self`. */
export function checkUnique(
  simulation: Simulation,
  name: string | undefined,
  properties: JsonObject,
  self: ConfigObject | undefined,
): void {
  const isOther = (found: ConfigObject | undefined): found is ConfigObject =>
    found !== undefined && found.guid !== self?.guid;
  const holder = name === undefined ? undefined : nameHolder(simulation, name);
  if (isOther(holder))
    throw new WorldError('ObjectExists', `The object '${holder.distinguishedName}' already exists.`, {
      identity: holder.identity,
    });
  const { Alias, UserPrincipalName, SamAccountName } = properties;
  if (typeof Alias === 'string' && isOther(aliasHolder(simulation, Alias))) throw taken('Alias', Alias);
  for (const [property, value] of Object.entries({ UserPrincipalName, SamAccountName }))
    if (typeof value === 'string' && value !== '' && isOther(propertyHolder(simulation, property, value)))
      throw taken(property, value);
  const addresses = Array.isArray(properties.EmailAddresses) ? (properties.EmailAddresses as string[]) : [];
  for (const address of addresses) {
    const found = simulation.directory.recipientByAddress(address.replace(/^smtp:/i, ''));
    if (!isOther(found)) continue;
    throw new WorldError(
      'ObjectExists',
      `The proxy address "${address}" is already being used by the proxy addresses or LegacyExchangeDN of "${found.identity}". Please choose another proxy address.`,
      { property: 'EmailAddresses', value: address },
    );
  }
}
