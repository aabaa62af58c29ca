// Configuration objects as the Get- cmdlets put them out, and the identities by which cmdlets find them.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { convertTo } from '../../../src/runtime/convert.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSObject, typedArray, type Value } from '../../../src/runtime/values.ts';
import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import { propertyDefinitions } from '../../../state/schema/property-catalog.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { exchangeError, objectNotFound } from './errors.ts';
import { shellValue } from './property-values.ts';
import { dateTimeOf } from './times.ts';

/** How a class of objects is shown. */
export interface Presentation {
  typeName: string;
  /** Properties in the product's order; others of the model follow. Without it: the documented order. */
  order?: readonly string[];
  /** Properties that the product shows and the model derives. */
  derived?: Record<string, (object: ConfigObject) => Value>;
  /** Shows nothing of the model but what `order` names. */
  onlyOrdered?: boolean;
  /** How a list without an identity is ordered; by name unless it says otherwise. */
  listed?: 'name' | 'created';
  /** Model properties that are no business of the administrator's view. */
  hidden?: readonly string[];
  exchangeVersion?: string;
  objectClass?: readonly string[];
}

/** The tail of every directory object (facts/outputs 0.1). */
function directoryTail(object: ConfigObject, presentation: Presentation): Record<string, Value> {
  const objectClass = presentation.objectClass ?? ['top'];
  return {
    AdminDisplayName: (object.properties.AdminDisplayName ?? '') as Value,
    ExchangeVersion: presentation.exchangeVersion ?? '0.1 (8.0.535.0)',
    Name: object.name,
    DistinguishedName: object.distinguishedName,
    Identity: object.identity,
    Guid: convertTo(object.guid, 'System.Guid'),
    ObjectCategory: objectClass.at(-1) ?? '',
    ObjectClass: typedArray([...objectClass], 'System.String'),
    WhenChanged: dateTimeOf(object.whenChanged),
    WhenCreated: dateTimeOf(object.whenCreated),
    WhenChangedUTC: dateTimeOf(object.whenChanged),
    WhenCreatedUTC: dateTimeOf(object.whenCreated),
    OrganizationId: '',
    Id: object.identity,
    OriginatingServer: '',
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}

const TAIL =
  'AdminDisplayName ExchangeVersion Name DistinguishedName Identity Guid ObjectCategory ObjectClass WhenChanged WhenCreated WhenChangedUTC WhenCreatedUTC OrganizationId Id OriginatingServer IsValid ObjectState';

/** Names of the properties that objects of a class have, for completion. */
export function presentedProperties(configClass: ConfigClass, presentation: Presentation): string[] {
  const { order = [], derived = {}, hidden = [] } = presentation;
  const known = propertyDefinitions(configClass);
  const ordered = order.filter((name) => known.has(name) || name in derived);
  const names = [...ordered, ...known.keys(), ...Object.keys(derived), ...TAIL.split(' ')];
  return [...new Set(names)].filter((name) => !hidden.includes(name));
}

export function configShellObject(object: ConfigObject, presentation: Presentation): PSObject {
  const definitions = propertyDefinitions(object.class);
  const { order = [], derived = {}, hidden = [] } = presentation;
  const properties: Record<string, Value> = {};
  const add = (name: string): void => {
    if (name in properties || hidden.includes(name)) return;
    const derive = derived[name];
    if (derive) properties[name] = derive(object);
    else if (name in object.properties)
      properties[name] = shellValue(definitions.get(name)?.kind, object.properties[name]);
  };
  for (const name of order) add(name);
  if (!presentation.onlyOrdered) {
    for (const name in object.properties) add(name);
    for (const name in derived) add(name);
  }
  return PSObject.of({ ...properties, ...directoryTail(object, presentation) }, presentation.typeName);
}

function textsOfObject(object: ConfigObject): string[] {
  return [object.name, object.identity, object.guid, object.distinguishedName];
}

/** Objects that an identity names; wildcards match names and identities. An unknown plain identity is the product's error. */
export function findObjects(
  cmdlet: CmdletContext,
  configClass: ConfigClass,
  identity: string | undefined,
  order: 'name' | 'created' = 'name',
): ConfigObject[] {
  const world = worldOf(cmdlet);
  if (identity === undefined) return world.objects(configClass, order);
  if (hasWildcards(identity))
    return world
      .objects(configClass)
      .filter((object) => textsOfObject(object).some((text) => matchesWildcard(text, identity, true)));
  const found = findMany(cmdlet, configClass, identity);
  if (found.length === 0) cmdlet.error(objectNotFound(cmdlet, identity));
  return found;
}

/** `Server\` alone or a name that several objects bear gives several. */
function findMany(cmdlet: CmdletContext, configClass: ConfigClass, identity: string): ConfigObject[] {
  const world = worldOf(cmdlet);
  const found = world.find(configClass, identity);
  if (found) return [found];
  const lower = identity.toLowerCase();
  const named = world.objects(configClass).filter((object) => object.name.toLowerCase() === lower);
  if (named.length > 0 || !accountClasses.has(configClass)) return named;
  const account = world.find(configClass, bareName(identity));
  return account === undefined ? [] : [account];
}

const accountClasses = new Set<ConfigClass>([
  'mailbox',
  'mailUser',
  'mailContact',
  'distributionGroup',
  'dynamicDistributionGroup',
  'user',
]);

/** `CONTOSO\alice` and `contoso.com/Users/alice` without what stands before the name. */
export function bareName(identity: string): string {
  return /^[^\\/]+\\([^\\]+)$/.exec(identity)?.[1] ?? /^[\w.-]+\/(?:.*\/)?([^/]+)$/.exec(identity)?.[1] ?? identity;
}

/** The one object of an identity, for Set- and Remove-; writes the error otherwise. */
export function findObject(
  cmdlet: CmdletContext,
  configClass: ConfigClass,
  identity: string,
): ConfigObject | undefined {
  const found = findMany(cmdlet, configClass, identity);
  if (found.length === 1) return found[0];
  if (found.length === 0) cmdlet.error(objectNotFound(cmdlet, identity));
  else
    cmdlet.error(
      exchangeError(
        cmdlet,
        'ambiguous',
        `The operation couldn't be performed because '${identity}' matches multiple entries.`,
      ),
    );
  return undefined;
}
