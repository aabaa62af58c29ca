// What Set- cmdlets do to a configuration object: every bound parameter that is a property of the class is stored.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { propertyDefinitions } from '../../../state/schema/property-catalog.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { confirmed } from './confirmation.ts';
import { attempt } from './errors.ts';
import { modelValue } from './property-values.ts';

/** Parameters that select or steer, and are no properties. */
const steering = new Set([
  'Identity',
  'DomainController',
  'Force',
  'WhatIf',
  'Confirm',
  'ErrorAction',
  'Verbose',
  'Debug',
]);

/** Values for the model from the bound parameters; `present` are those of the object, when there is one. */
export function boundProperties(
  cmdlet: CmdletContext,
  configClass: ConfigClass,
  present: ConfigObject['properties'] | undefined,
  skip: readonly string[] = [],
): JsonObject {
  const definitions = propertyDefinitions(configClass);
  const changes: Record<string, JsonValue> = {};
  for (const name in cmdlet.args) {
    if (!cmdlet.has(name) || steering.has(name) || skip.includes(name)) continue;
    const definition = definitions.get(name);
    if (definition || (present && name in present) || name === 'Name')
      changes[name] = modelValue(definition?.kind, cmdlet.args[name], present?.[name]);
  }
  return changes;
}

const sameJson = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Stores changes after asking; warns as the product does when nothing is different (facts/outputs 0.1).
 * `what`: what the question names, e.g. `Send connector`.
 */
export function changeObject(
  cmdlet: CmdletContext,
  object: ConfigObject,
  changes: JsonObject,
  question: string,
): boolean {
  if (!confirmed(cmdlet, question)) return false;
  const different: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(changes)) {
    const now = name === 'Name' ? object.name : object.properties[name];
    if (!sameJson(now ?? null, value ?? null)) different[name] = value as JsonValue;
  }
  if (Object.keys(different).length === 0) {
    cmdlet.warning(`The command completed successfully but no settings of '${object.identity}' have been modified.`);
    return false;
  }
  const input = { kind: 'config.set', class: object.class, identity: object.guid, properties: different } as const;
  return attempt(cmdlet, () => worldOf(cmdlet).apply(input)) !== undefined;
}
