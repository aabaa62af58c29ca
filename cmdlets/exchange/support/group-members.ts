// Members of distribution groups: found, added, taken out, replaced.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { type ConfigClass, type ConfigObject, recipientClasses } from '../../../state/schema/configuration.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { confirmed } from './confirmation.ts';
import { attempt, exchangeError } from './errors.ts';
import { oneRecipient } from './recipients.ts';

export type Group = ConfigObject<'distributionGroup'>;

const memberClasses: readonly ConfigClass[] = [...recipientClasses, 'user'];

export function groupOf(cmdlet: CmdletContext): Group | undefined {
  const found = oneRecipient(cmdlet, ['distributionGroup'], textOf(cmdlet.args.Identity));
  return found as unknown as Group | undefined;
}

export function memberOf(cmdlet: CmdletContext, identity: string): ConfigObject | undefined {
  return oneRecipient(cmdlet, memberClasses, identity);
}

/** Members that still exist, in the group's order. */
export function membersOf(cmdlet: CmdletContext, group: Group): ConfigObject[] {
  const world = worldOf(cmdlet);
  return group.properties.Members.flatMap((name) => {
    const found = world.findRecipient(name) ?? (world.find('user', name) as unknown as ConfigObject | undefined);
    return found === undefined ? [] : [found];
  });
}

export const isMember = (group: Group, object: ConfigObject): boolean =>
  group.properties.Members.some((name) => name.toLowerCase() === object.name.toLowerCase());

/** Stores the members after asking. */
export function setMembers(cmdlet: CmdletContext, group: Group, members: readonly string[], question: string): void {
  if (!confirmed(cmdlet, question)) return;
  const properties = { Members: [...members] };
  attempt(cmdlet, () =>
    worldOf(cmdlet).apply({ kind: 'config.set', class: 'distributionGroup', identity: group.guid, properties }),
  );
}

export function membershipError(cmdlet: CmdletContext, text: string, group: Group): void {
  cmdlet.error(exchangeError(cmdlet, 'exists', text, group.name));
}
