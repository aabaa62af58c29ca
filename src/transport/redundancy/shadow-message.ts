// A redundant copy that a shadow server holds for the server that is responsible for the message (the primary).

import type { JsonValue } from '../../../state/schema/json.ts';
import type { Content } from '../mail/content.ts';
import type { Hop } from '../mail/message.ts';

/** What many copies have in common; shared between them. */
export interface ShadowHold {
  readonly machineId: number;
  readonly queueId: number;
  readonly authenticated: boolean;
  /** Queue database of the primary when the copy was made. */
  readonly databaseId: number;
}

export class ShadowMessage {
  constructor(
    readonly id: number,
    readonly content: Content,
    readonly hold: ShadowHold,
    readonly received: number,
    readonly returnPath: string,
    readonly recipients: readonly string[],
    readonly hops: Hop | undefined,
    readonly entered: number,
  ) {}

  get queueId(): number {
    return this.hold.queueId;
  }

  get authenticated(): boolean {
    return this.hold.authenticated;
  }

  get databaseId(): number {
    return this.hold.databaseId;
  }

  save(hop: (hop: Hop | undefined) => JsonValue): JsonValue {
    return [
      this.id,
      this.content.id,
      { ...this.hold },
      this.received,
      this.returnPath,
      [...this.recipients],
      hop(this.hops),
      this.entered,
    ];
  }
}

/** Most mail goes to those that its header names: then that list serves. */
export function sharedRecipients(content: Content, recipients: readonly string[]): readonly string[] {
  const same =
    recipients.length === content.to.length && recipients.every((address, index) => address === content.to[index]);
  return same ? content.to : [...recipients];
}
