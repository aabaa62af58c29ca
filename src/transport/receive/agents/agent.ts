// What an anti-spam agent sees of a session, and what it may decide (facts: logs.json, agentEvents and agentActions).

import type { SmtpReply } from '../../../smtp/reply.ts';
import type { Machine } from '../../machines/machine.ts';
import type { Content } from '../../mail/content.ts';
import type { Simulation } from '../../simulation.ts';
import type { SpfResult } from './spf.ts';

/** A session under the eyes of the agents; what one agent finds out the later ones read. */
export interface FilteredSession {
  readonly simulation: Simulation;
  readonly machine: Machine;
  /** The client's address; empty when it is one of InternalSMTPServers and says nothing about the sender. */
  readonly address: string;
  helloDomain: string;
  /** Not authenticated: ExternalMailEnabled counts, else InternalMailEnabled. */
  readonly external: boolean;
  from: string;
  recipients: string[];
  /** On an IP Allow list: no other agent looks at the mail. */
  allowed: boolean;
  /** The sender is on a list of blocked senders, which is only to be noted. */
  blockedSender: boolean;
  senderId: SpfResult | undefined;
  /** Domain of the purported responsible address. */
  prd: string;
  scl: number;
  waitMs: number;
}

export interface Verdict {
  action:
    | 'AcceptMessage'
    | 'DeleteMessage'
    | 'QuarantineMessage'
    | 'RejectConnection'
    | 'RejectCommand'
    | 'RejectMessage';
  /** Answer to the client of a rejection. */
  reply?: SmtpReply;
  reason: string;
  reasonData: string;
  /** Where a quarantined message goes. */
  mailbox?: string;
}

/** Handlers by event; an agent without a handler is not asked. */
export interface FilterAgent {
  onConnect?(session: FilteredSession): Verdict | undefined;
  onMailCommand?(session: FilteredSession, from: string): Verdict | undefined;
  onRcptCommand?(session: FilteredSession, recipient: string): Verdict | undefined;
  onEndOfHeaders?(session: FilteredSession, content: Content): Verdict | undefined;
  onEndOfData?(session: FilteredSession, content: Content): Verdict | undefined;
}

/** Whether a filter's switches let it look at the session's mail. */
export function isOn(
  settings: { Enabled: boolean; ExternalMailEnabled: boolean; InternalMailEnabled: boolean } | undefined,
  { external }: FilteredSession,
): boolean {
  return settings?.Enabled === true && (external ? settings.ExternalMailEnabled : settings.InternalMailEnabled);
}

const key = (text: string): string => text.toLowerCase();

export const includesAddress = (list: readonly string[], address: string): boolean =>
  list.some((entry) => key(entry) === key(address));
