// Who is named by a list of recipients, and who is a member of a group: for restrictions, rules and moderation.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Directory } from '../directory/directory.ts';
import { recipientFilter } from '../directory/recipient-filter.ts';

/** A list names a recipient by name, alias, address, display name or distinguished name. */
export function isNamed(list: readonly string[], object: ConfigObject): boolean {
  if (list.length === 0) return false;
  const properties = object.properties as ConfigObject<'mailbox'>['properties'];
  const names = [
    object.name,
    properties.Alias,
    properties.PrimarySmtpAddress,
    properties.DisplayName,
    object.distinguishedName,
    object.guid,
  ].map((name) => name?.toLowerCase());
  return list.some((entry) => names.includes(entry.toLowerCase()));
}

/** Member of the group itself or of a group in it. */
export function isMemberOf(
  directory: Directory,
  object: ConfigObject,
  groupName: string,
  seen: Set<string> = new Set(),
): boolean {
  const group = directory.findRecipient(groupName);
  if (group === undefined || seen.has(group.guid)) return false;
  seen.add(group.guid);
  if (group.class === 'dynamicDistributionGroup')
    return recipientFilter((group as ConfigObject<'dynamicDistributionGroup'>).properties.RecipientFilter)(object);
  if (group.class !== 'distributionGroup') return false;
  const { Members } = (group as ConfigObject<'distributionGroup'>).properties;
  if (isNamed(Members, object)) return true;
  return Members.some((member) => isMemberOf(directory, object, member, seen));
}
