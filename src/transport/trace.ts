// Why a message is where it is: each decision with its reason, as it is taken. Bounded: the oldest decisions give way.

import type { JsonValue } from '../../state/schema/json.ts';
import type { Machine } from './machines/machine.ts';
import type { Content } from './mail/content.ts';
import type { DecisionView } from './views.ts';

const capacity = 30_000;

export type TraceComponent =
  | 'Submission'
  | 'SmtpReceive'
  | 'Resolver'
  | 'Routing'
  | 'EnhancedDns'
  | 'Queue'
  | 'SmtpSend'
  | 'StoreDriver'
  | 'ForeignGateway'
  | 'DeliveryAgent'
  | 'Dsn'
  | 'OutsideHost'
  | 'ShadowRedundancy'
  | 'FrontEnd'
  | 'Categorizer'
  | 'TransportRules'
  | 'Administrator'
  | 'SafetyNet';

interface Decision {
  id: number;
  time: number;
  server: string;
  component: TraceComponent;
  contentId: number;
  messageId: string;
  recipients: readonly string[];
  decision: string;
  reason: string;
  rule: string;
  alternatives: readonly string[];
  inputs: readonly string[];
}

const none: readonly string[] = [];

export class DecisionRecorder {
  private rows: Decision[] = [];
  private nextId = 1;
  /** Off in large simulations that nobody asks. */
  enabled = true;

  /** Keeps a place for a decision that is known only after what follows from it: hand it to `record` as `place`. */
  keepPlace(): number {
    return this.nextId;
  }

  record(
    time: number,
    server: Machine | string,
    component: TraceComponent,
    content: Content,
    recipients: readonly string[],
    decision: string,
    reason: string,
    details?: { rule?: string; alternatives?: readonly string[]; inputs?: readonly string[]; place?: number },
  ): void {
    if (!this.enabled) return;
    const row = {
      id: this.nextId++,
      time,
      server: typeof server === 'string' ? server : server.name,
      component,
      contentId: content.id,
      messageId: content.messageId,
      recipients,
      decision,
      reason,
      rule: details?.rule ?? '',
      alternatives: details?.alternatives ?? none,
      inputs: details?.inputs ?? none,
    };
    // A place that was kept lies before what has been decided since.
    let index = this.rows.length;
    while (details?.place !== undefined && index > 0 && this.rows[index - 1]!.id >= details.place) index -= 1;
    this.rows.splice(index, 0, row);
    if (this.rows.length > capacity * 2) this.rows = this.rows.slice(-capacity);
  }

  /** What routing last said on a server about the ways that it did not choose for a recipient. */
  lastAlternatives(contentId: number, server: string, recipient: string): readonly string[] {
    for (let index = this.rows.length - 1; index >= 0; index -= 1) {
      const row = this.rows[index]!;
      if (
        row.contentId === contentId &&
        row.component === 'Routing' &&
        row.server === server &&
        row.recipients.includes(recipient)
      )
        return row.alternatives;
    }
    return none;
  }

  find(messageId: string): DecisionView[] {
    const key = messageId.toLowerCase();
    return this.rows
      .filter((row) => row.messageId.toLowerCase() === key)
      .map((row) => ({
        ...row,
        recipients: [...row.recipients],
        alternatives: [...row.alternatives],
        inputs: [...row.inputs],
      }));
  }

  *save(): Iterable<JsonValue> {
    for (const row of this.rows) yield { ...row } as unknown as JsonValue;
  }

  restore(rows: Iterable<JsonValue>): void {
    this.rows = [...(rows as Iterable<unknown>)] as Decision[];
    this.nextId = this.rows.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  }
}
