// Limits of mailboxes: ProhibitSendQuota and ProhibitSendReceiveQuota, the mailbox's own or its database's (UseDatabaseQuotaDefaults).
// Of a database only what an administrator has set counts: the shipped gigabytes are for people who tidy up, and nobody here does.

import type { ConfigObject, Unlimited } from '../../../state/schema/configuration.ts';
import type { Simulation } from '../simulation.ts';

type Quota = 'ProhibitSendQuota' | 'ProhibitSendReceiveQuota';

function quotaOf(simulation: Simulation, mailbox: ConfigObject<'mailbox'>, quota: Quota): Unlimited | undefined {
  const { properties } = mailbox;
  const own = properties[quota] as Unlimited | undefined;
  if (typeof own === 'number' || properties.UseDatabaseQuotaDefaults === false) return own;
  const database = simulation.directory.find('database', properties.Database ?? '')?.properties;
  return database !== undefined && Object.hasOwn(database, quota) ? (database[quota] as Unlimited) : undefined;
}

function exceeds(simulation: Simulation, mailbox: ConfigObject<'mailbox'>, quota: Quota, size: number): boolean {
  const limit = quotaOf(simulation, mailbox, quota);
  return typeof limit === 'number' && simulation.store.bytesOf(mailbox.guid) + size > limit;
}

/** No room for a mail of this size. */
export function cannotReceive(simulation: Simulation, object: ConfigObject, size: number): boolean {
  if (object.class !== 'mailbox') return false;
  return exceeds(simulation, object as unknown as ConfigObject<'mailbox'>, 'ProhibitSendReceiveQuota', size);
}

/** What the user sends stays in Drafts until there is room again. */
export function cannotSend(simulation: Simulation, owner: string): boolean {
  const mailbox = simulation.directory.find('mailbox', owner);
  return (
    mailbox !== undefined &&
    (exceeds(simulation, mailbox, 'ProhibitSendQuota', 0) ||
      exceeds(simulation, mailbox, 'ProhibitSendReceiveQuota', 0))
  );
}
