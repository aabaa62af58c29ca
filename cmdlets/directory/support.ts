// ActiveDirectory's replication cmdlets over the organisation's sites and links: objects, look-up and errors as that module has them.

import type { CmdletContext, CmdletDefinition } from '../../src/runtime/cmdlet.ts';
import { convertTo } from '../../src/runtime/convert.ts';
import { hasWildcards, matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import { WorldError } from '../../src/transport/world-error.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { changeList } from '../sandbox/support/lists.ts';
import { worldOf } from '../windows/local-machine.ts';

export type DirectoryClass = 'adSite' | 'adSiteLink';

const types = {
  adSite: 'Microsoft.ActiveDirectory.Management.ADReplicationSite',
  adSiteLink: 'Microsoft.ActiveDirectory.Management.ADReplicationSiteLink',
} as const;

export function directoryCmdlet(definition: Omit<CmdletDefinition, 'module'>): CmdletDefinition {
  const className = definition.name.replace('-AD', '');
  return {
    module: 'ActiveDirectory',
    implementingType: `Microsoft.ActiveDirectory.Management.Commands.${className}`,
    ...definition,
  };
}

/** Distinguished names of sites as SitesIncluded lists them. */
function siteNames(cmdlet: CmdletContext, names: readonly string[]): Value {
  const world = worldOf(cmdlet);
  return typedArray(
    names.map((name) => world.find('adSite', name)?.distinguishedName ?? name),
    'System.String',
  );
}

export function directoryObject(cmdlet: CmdletContext, object: ConfigObject): PSObject {
  const common = { Name: object.name, ObjectClass: object.class === 'adSite' ? 'site' : 'siteLink' };
  const tail = {
    DistinguishedName: object.distinguishedName,
    Identity: object.name,
    ObjectGUID: convertTo(object.guid, 'System.Guid'),
  };
  if (object.class === 'adSite') return PSObject.of({ ...common, ...tail }, types.adSite);
  const { properties } = object as ConfigObject<'adSiteLink'>;
  return PSObject.of(
    {
      Cost: properties.ADCost,
      ...common,
      ReplicationFrequencyInMinutes: 180,
      SitesIncluded: siteNames(cmdlet, properties.Sites),
      ...tail,
    },
    types.adSiteLink,
  );
}

/** Text of an -Identity: a name, or an object with Name. */
export function identityOf(argument: Value): string {
  if (argument instanceof PSObject) return String(argument.get('Name') ?? argument.get('Identity') ?? '');
  return String(argument);
}

function notFound(cmdlet: CmdletContext, identity: string): void {
  const forest = worldOf(cmdlet).objects('organization')[0]?.properties.Forest ?? '';
  const root = forest
    .split('.')
    .map((part) => `DC=${part}`)
    .join(',');
  const message = `Cannot find an object with identity: '${identity}' under: 'CN=Sites,CN=Configuration,${root}'.`;
  const id = 'ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException';
  const type = 'Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException';
  cmdlet.error(cmdlet.makeError(message, id, 'ObjectNotFound', identity, type));
}

export function findDirectoryObject(
  cmdlet: CmdletContext,
  kind: DirectoryClass,
  argument: Value,
): ConfigObject | undefined {
  const identity = identityOf(argument);
  const found = worldOf(cmdlet).find(kind, identity);
  if (!found) notFound(cmdlet, identity);
  return found;
}

/** `*`, or `Name -eq 'x'` and `Name -like 'x*'`, as text or script block. */
export function filterObjects(cmdlet: CmdletContext, kind: DirectoryClass, filter: string): ConfigObject[] {
  const all = worldOf(cmdlet).objects(kind);
  const text = filter.trim();
  if (text === '*') return all;
  const match = /^(\w+)\s+-(eq|like|ne)\s+['"]?([^'"]*)['"]?$/i.exec(text);
  if (!match) {
    const message = `Error parsing query: '${filter}' Error Message: 'syntax error' at position: '1'.`;
    const type = 'Microsoft.ActiveDirectory.Management.ADFilterParsingException';
    cmdlet.fail(cmdlet.makeError(message, `ActiveDirectoryCmdlet:${type}`, 'ParserError', null, type));
  }
  const [, property = '', operator = '', value = ''] = match;
  return all.filter((object) => {
    const actual = property.toLowerCase() === 'cost' ? String(object.properties.ADCost) : object.name;
    const fits = hasWildcards(value)
      ? matchesWildcard(actual, value, true)
      : actual.toLowerCase() === value.toLowerCase();
    return operator.toLowerCase() === 'ne' ? !fits : fits;
  });
}

/** Runs a change; what the directory refuses becomes the module's error. */
export function changeDirectory(cmdlet: CmdletContext, target: string, change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const exists = error.kind === 'ObjectExists';
    const message = exists ? 'The specified object already exists' : error.message;
    const type = 'Microsoft.ActiveDirectory.Management.ADException';
    const category = exists ? 'ResourceExists' : 'InvalidOperation';
    cmdlet.error(cmdlet.makeError(message, `ActiveDirectoryServer:${exists ? 8305 : 0}`, category, target, type));
    return false;
  }
}

/** Names of the sites that SitesIncluded lists; @{Add=…;Remove=…} changes those of a link. */
export function siteIdentities(cmdlet: CmdletContext, argument: Value, link?: ConfigObject): string[] {
  const world = worldOf(cmdlet);
  const present = link && Array.isArray(link.properties.Sites) ? link.properties.Sites.map(String) : [];
  const given = Array.isArray(argument)
    ? argument.map((item) => (item instanceof PSObject ? identityOf(item) : item))
    : argument;
  return changeList(present, given).map((text) => world.find('adSite', text)?.name ?? text);
}
