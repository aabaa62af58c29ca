// Accounts behind mailboxes: what stays of one when the mailbox goes, and what a mailbox takes over from one.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { propertyDefinitions } from '../../../state/schema/property-catalog.ts';

/** Properties of accounts. */
export const userProperties = (): string[] => [...propertyDefinitions('user').keys()];

/** Those of the named properties that an object has. */
export function propertiesOfObject(object: ConfigObject, names: () => readonly string[]): JsonObject {
  const result: Record<string, JsonValue> = {};
  const own = object.properties as Record<string, JsonValue>;
  for (const name of names()) {
    const value = own[name];
    if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)) result[name] = value;
  }
  return result;
}
