// What lies in mailboxes and what outside hosts accepted: items by address and folder. Databases only decide whether they can be reached.

import type { JsonValue } from '../../../state/schema/json.ts';
import type { Content } from '../mail/content.ts';
import type { Hop } from '../mail/message.ts';

export type Folder = 'Inbox' | 'Drafts' | 'Outbox' | 'Sent Items' | 'Deleted Items' | 'Junk E-mail';

export interface MailboxItem {
  id: number;
  /** GUID of the mailbox, or an outside address in lower case. */
  owner: string;
  folder: Folder;
  content: Content;
  received: number;
  /** Server that holds it, or the outside host. */
  server: string;
  hops: Hop | undefined;
}

/** Mail in Drafts that waits for the submission. */
export interface Draft {
  id: number;
  /** GUID of the sender's mailbox. */
  owner: string;
  content: Content;
  recipients: readonly string[];
  created: number;
  lastError: string;
  attempts: number;
  /** Not before this instant again. */
  nextAttempt: number;
  /** Transport server that the sender asked for; empty: the product's choice. */
  server: string;
  notified: boolean;
}

export class MailStore {
  /** Items by owner in order of arrival. */
  private readonly items = new Map<string, MailboxItem[]>();
  /** Sizes of what an owner holds, added up. */
  private readonly bytes = new Map<string, number>();
  /** Drafts by mailbox server are found through their mailbox's database at every turn. */
  readonly drafts = new Map<number, Draft>();
  itemCount = 0;

  add(item: MailboxItem): void {
    const list = this.items.get(item.owner);
    if (list === undefined) this.items.set(item.owner, [item]);
    else list.push(item);
    this.bytes.set(item.owner, this.bytesOf(item.owner) + item.content.size);
    this.itemCount += 1;
  }

  bytesOf(owner: string): number {
    return this.bytes.get(owner) ?? 0;
  }

  itemsOf(owner: string): readonly MailboxItem[] {
    return this.items.get(owner) ?? [];
  }

  /** True when the owner holds this very mail already (duplicate delivery, facts 4.2). */
  holds(owner: string, content: Content, folder: Folder): boolean {
    const list = this.items.get(owner);
    if (list === undefined) return false;
    for (let index = list.length - 1; index >= 0 && index > list.length - 2000; index -= 1) {
      const item = list[index]!;
      if ((item.content === content || item.content.rootId === content.rootId) && item.folder === folder) return true;
    }
    return false;
  }

  /** Takes a mail out of the Inbox, or puts it into another folder. */
  settle(owner: string, content: Content, folder: Folder | undefined): void {
    const list = this.items.get(owner);
    const index = list?.findIndex((item) => item.content === content && item.folder === 'Inbox') ?? -1;
    if (list === undefined || index < 0) return;
    if (folder !== undefined) list[index]!.folder = folder;
    else {
      list.splice(index, 1);
      this.itemCount -= 1;
    }
  }

  *all(): Iterable<MailboxItem> {
    for (const list of this.items.values()) yield* list;
  }

  removeOwner(owner: string): void {
    this.itemCount -= this.items.get(owner)?.length ?? 0;
    this.items.delete(owner);
    this.bytes.delete(owner);
  }

  *saveItems(hop: (hop: Hop | undefined) => JsonValue): Iterable<JsonValue> {
    for (const list of this.items.values()) {
      for (const item of list)
        yield [item.id, item.owner, item.folder, item.content.id, item.received, item.server, hop(item.hops)];
    }
  }

  *saveDrafts(): Iterable<JsonValue> {
    for (const draft of this.drafts.values()) {
      yield [
        draft.id,
        draft.owner,
        draft.content.id,
        [...draft.recipients],
        draft.created,
        draft.lastError,
        draft.attempts,
        draft.server,
        draft.notified,
        draft.nextAttempt,
      ];
    }
  }
}
