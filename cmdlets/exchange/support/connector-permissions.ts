// Extended rights on Receive connectors, given to accounts by Add-ADPermission (*Receive connectors*, permissions): beside what the
// permission groups give. Other objects of the directory have no permissions here.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { PSObject, typedArray } from '../../../src/runtime/values.ts';
import { accountOf, grants, type Principal, rightNames } from '../../../src/transport/receive/rights.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { textsOf } from '../../sandbox/support/lists.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, objectNotFound } from './errors.ts';
import { invalid } from './server-scope.ts';

type Connector = ConfigObject<'receiveConnector'>;

/** The Receive connector that -Identity names; writes the error for anything else. */
export function permissionTarget(cmdlet: CmdletContext): Connector | undefined {
  const identity = textOf(cmdlet.args.Identity);
  const connector = worldOf(cmdlet).find('receiveConnector', identity);
  if (!connector) cmdlet.error(objectNotFound(cmdlet, identity));
  return connector;
}

/** The account as the directory writes it: well-known ones by any of their names. */
function accountName(text: string): string {
  const bare = (name: string): string => name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
  const known = Object.values(accountOf).find((account) => bare(account) === bare(text));
  return known ?? text;
}

/** Names of the rights as the directory writes them; undefined, with the error, when one is unknown. */
function rightsOf(cmdlet: CmdletContext): string[] | undefined {
  const names: string[] = [];
  for (const text of textsOf(rawOf(cmdlet.args.ExtendedRights))) {
    const found = rightNames.find(([name]) => name.toLowerCase() === text.toLowerCase());
    if (!found) return invalid(cmdlet, `The extended right "${text}" couldn't be found.`);
    names.push(found[0]);
  }
  return names;
}

function entry(connector: Connector, user: string, rights: string[], inherited: boolean): PSObject {
  return PSObject.of(
    {
      Identity: connector.identity,
      User: user,
      Deny: false,
      Inherited: inherited,
      AccessRights: typedArray(['ExtendedRight'], 'System.String'),
      ExtendedRights: typedArray(rights, 'System.String'),
      IsValid: true,
    },
    'Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject',
  );
}

/** Entries of a connector: those of its permission groups, then those given by hand. */
export function permissionsOf(connector: Connector): PSObject[] {
  const groups = String(connector.properties.PermissionGroups ?? '');
  const result: PSObject[] = [];
  for (const principal of Object.keys(grants) as Principal[]) {
    if (principal === 'externallySecured' || !groups.includes(grants[principal].group)) continue;
    for (const [name, right] of rightNames)
      if (grants[principal].rights.includes(right)) result.push(entry(connector, accountOf[principal], [name], false));
  }
  for (const text of connector.properties.ExtendedRights) {
    const [user = '', right = ''] = text.split('|');
    result.push(entry(connector, user, [right], false));
  }
  return result;
}

/** Gives or takes rights; writes the entries that were given. */
export function changePermissions(cmdlet: CmdletContext, give: boolean): void {
  const connector = permissionTarget(cmdlet);
  const rights = connector && rightsOf(cmdlet);
  if (!connector || !rights) return;
  const user = accountName(textOf(cmdlet.args.User));
  const wanted = rights.map((right) => `${user}|${right}`);
  const present = connector.properties.ExtendedRights;
  const verb = give ? 'Adding' : 'Removing';
  if (
    !confirmed(
      cmdlet,
      `${verb} Active Directory permission "${connector.identity}" for user "${user}" with access rights "'ExtendedRight'".`,
    )
  )
    return;
  const key = (text: string): string => text.toLowerCase();
  const kept = present.filter((text) => !wanted.some((other) => key(other) === key(text)));
  const properties = { ExtendedRights: give ? [...kept, ...wanted] : kept };
  const input = { kind: 'config.set', class: 'receiveConnector', identity: connector.guid, properties } as const;
  if (attempt(cmdlet, () => worldOf(cmdlet).apply(input)) === undefined || !give) return;
  for (const right of rights) cmdlet.write(entry(connector, user, [right], false));
}
