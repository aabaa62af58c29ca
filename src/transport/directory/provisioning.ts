// What a new object gets besides what was given: addresses and names of recipients, defaults that follow from other objects.

import { type ConfigClass, type RecipientClass, recipientClasses } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { propertyDefinitions } from '../../../state/schema/property-catalog.ts';
import { defaultDomain } from '../notifications/dsn.ts';
import type { Simulation } from '../simulation.ts';
import { WorldError } from '../world-error.ts';
import { addressType, legacyExchangeDN } from './names.ts';

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
  const alias = typeof given.Alias === 'string' ? given.Alias : name.toLowerCase().replace(/[^a-z0-9._-]/g, '');
  const external = typeof given.ExternalEmailAddress === 'string' ? addressType(given.ExternalEmailAddress) : undefined;
  const primary =
    typeof given.PrimarySmtpAddress === 'string'
      ? given.PrimarySmtpAddress
      : external?.type === 'SMTP'
        ? external.value
        : `${alias}@${defaultDomain(simulation)}`;
  const addresses = Array.isArray(given.EmailAddresses) ? (given.EmailAddresses as string[]) : [];
  const rest = addresses
    .filter((address) => address.replace(/^smtp:/i, '').toLowerCase() !== primary.toLowerCase())
    .map((address) => (/^[A-Za-z0-9]+:/.test(address) ? address.replace(/^SMTP:/, 'smtp:') : `smtp:${address}`));
  return {
    ...given,
    Alias: alias,
    DisplayName: given.DisplayName ?? name,
    PrimarySmtpAddress: primary,
    EmailAddresses: [`SMTP:${primary}`, ...rest],
    LegacyExchangeDN: legacyExchangeDN(name, simulation.data.forest),
    ...(configClass === 'mailbox'
      ? { UserPrincipalName: given.UserPrincipalName ?? `${alias}@${simulation.data.forest}` }
      : {}),
  };
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
        : definition.kind === 'int' || definition.kind === 'timespan' || definition.kind === 'size'
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
