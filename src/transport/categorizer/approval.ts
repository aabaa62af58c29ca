// A mail that waits for the word of a moderator: what the arbitration mailbox holds.

import type { Content } from '../mail/content.ts';
import type { Hop } from '../mail/message.ts';

export interface Approval {
  id: number;
  content: Content;
  returnPath: string;
  authenticated: boolean;
  hops: Hop | undefined;
  entered: number;
  /** The moderated recipient: its object and the envelope's address. */
  guid: string;
  address: string;
  notify: number;
  /** Guids of recipients that have been approved before, on the way here. */
  approvals: string[];
  arbitration: string;
  moderators: string[];
  /** Moderators whom the request could not be delivered to. */
  bounced: string[];
  /** The mail that asks the moderators. */
  request: Content;
  created: number;
}

/** Stands for every recipient below one with BypassNestedModerationEnabled. */
export const allApproved = '*';
