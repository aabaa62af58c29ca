// A redundant copy that a shadow server holds for the server that is responsible for the message (the primary).

import type { JsonValue } from '../../../state/schema/json.ts';
import type { Content } from '../mail/content.ts';
import type { Hop } from '../mail/message.ts';

export class ShadowMessage {
  /** Discarded; its place in the Shadow Safety Net counts from then. */
  discarded = 0;

  constructor(
    readonly id: number,
    readonly content: Content,
    readonly machineId: number,
    readonly primaryId: number,
    readonly queueId: number,
    readonly received: number,
    readonly returnPath: string,
    readonly recipients: readonly string[],
    readonly authenticated: boolean,
    readonly hops: Hop | undefined,
    readonly entered: number,
    /** Queue database of the primary when it was made. */
    readonly databaseId: number,
  ) {}

  save(hop: (hop: Hop | undefined) => JsonValue): JsonValue {
    return [
      this.id,
      this.content.id,
      this.machineId,
      this.primaryId,
      this.queueId,
      this.received,
      this.returnPath,
      [...this.recipients],
      this.authenticated,
      hop(this.hops),
      this.entered,
      this.databaseId,
    ];
  }
}
