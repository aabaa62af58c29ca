// What names a recipient elsewhere: members of groups, forwarding, allowed and refused senders, moderators, move requests. A new name is
// written there; a recipient that is gone is taken out.

import type { ConfigClass, ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonValue } from '../../../state/schema/json.ts';
import type { Simulation } from '../simulation.ts';

const referring: readonly string[] = [
  'Members',
  'ManagedBy',
  'ModeratedBy',
  'BypassModerationFromSendersOrMembers',
  'GrantSendOnBehalfTo',
  'AcceptMessagesOnlyFrom',
  'AcceptMessagesOnlyFromDLMembers',
  'RejectMessagesFrom',
  'RejectMessagesFromDLMembers',
  'ForwardingAddress',
  'ArbitrationMailbox',
  'Manager',
  'JournalRecipient',
];

const classes: readonly ConfigClass[] = [
  'mailbox',
  'mailContact',
  'mailUser',
  'distributionGroup',
  'dynamicDistributionGroup',
  'database',
];

/** Mailboxes and moves name their databases. */
export function renameDatabase(simulation: Simulation, from: string, to: string): void {
  const names = ['Database', 'ArchiveDatabase', 'SourceDatabase', 'TargetDatabase'];
  rewriteReferences(simulation, from, to, names, ['mailbox', 'moveRequest']);
}

/** `to` null: the recipient is gone. */
export function rewriteReferences(
  simulation: Simulation,
  from: string,
  to: string | null,
  names: readonly string[] = referring,
  within: readonly ConfigClass[] = classes,
): void {
  const key = from.toLowerCase();
  const isIt = (value: JsonValue): boolean => typeof value === 'string' && value.toLowerCase() === key;
  for (const configClass of within) {
    for (const object of [...simulation.directory.all(configClass)] as ConfigObject[]) {
      const changes: Record<string, JsonValue> = {};
      const properties = object.properties as Record<string, JsonValue>;
      for (const name of names) {
        if (!Object.hasOwn(properties, name)) continue;
        const value = properties[name]!;
        if (Array.isArray(value)) {
          if (!value.some(isIt)) continue;
          changes[name] =
            to === null ? value.filter((each) => !isIt(each)) : value.map((each) => (isIt(each) ? to : each));
        } else if (isIt(value)) changes[name] = to;
      }
      if (Object.keys(changes).length > 0) simulation.directory.set(object, changes, simulation.now);
    }
  }
}
