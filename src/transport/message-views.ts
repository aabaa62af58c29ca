// Views of messages in queues: each property is made when it is asked for, as a filter over a million messages asks for few.

import type { Machine } from './machines/machine.ts';
import type { QueuedMessage } from './mail/message.ts';
import { mime } from './notifications/render.ts';
import type { Queue } from './queues/queue.ts';
import type { TransportService } from './queues/transport-service.ts';
import type { ShadowMessage } from './redundancy/shadow-message.ts';
import type { Simulation } from './simulation.ts';
import type { MessageView, RecipientView } from './views.ts';

/** A message in a queue, each property made when it is asked for: a filter over a million of them asks for few. */
class QueuedMessageView implements MessageView {
  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly holder: Queue,
    private readonly queued: QueuedMessage,
    readonly queue: string,
    private readonly expirationMs: number,
  ) {}

  private get waits(): boolean {
    return this.holder.status === 'Retry' && this.queued.status === 'Ready';
  }

  get identity(): string {
    return `${this.queue}\\${this.queued.message.id}`;
  }

  get server(): string {
    return this.machine.name;
  }

  get internalId(): number {
    return this.queued.message.id;
  }

  get subject(): string {
    return this.queued.message.content.subject;
  }

  get internetMessageId(): string {
    return this.queued.message.content.messageId;
  }

  get networkMessageId(): string {
    return this.queued.message.content.networkMessageId;
  }

  get fromAddress(): string {
    const { returnPath } = this.queued.message;
    return returnPath === '' ? '<>' : returnPath;
  }

  get status(): MessageView['status'] {
    return this.waits ? 'Retry' : this.queued.status;
  }

  get sizeBytes(): number {
    return this.queued.message.content.size;
  }

  get messageSourceName(): string {
    return this.queued.message.origin.sourceName;
  }

  get sourceIp(): string {
    return this.queued.message.origin.sourceIp;
  }

  get scl(): number {
    return this.queued.message.origin.scl;
  }

  get dateReceived(): number {
    return this.queued.since;
  }

  get expirationTime(): number {
    return this.queued.message.received + this.expirationMs;
  }

  get lastError(): string {
    return this.queued.lastError !== '' ? this.queued.lastError : this.waits ? this.holder.lastError : '';
  }

  get retryCount(): number {
    return this.queued.retryCount + (this.waits ? this.holder.retryCount : 0);
  }

  get deferReason(): string {
    return 'None';
  }

  get messageLatencyMs(): number {
    return this.simulation.now - this.queued.message.received;
  }

  get priority(): MessageView['priority'] {
    return this.queued.message.content.priority;
  }

  get originalFromAddress(): string {
    return this.queued.message.content.from;
  }

  get directionality(): MessageView['directionality'] {
    return this.queued.message.directionality;
  }

  get recipients(): RecipientView[] {
    const { holder, queued, waits } = this;
    return queued.recipients.map((recipient) => ({
      address: recipient.address,
      type: recipient.kind === 'Unresolved' ? 'Other' : recipient.kind,
      status: recipient.state === 'done' ? 'Complete' : waits || queued.status === 'Retry' ? 'Retry' : 'Ready',
      lastError: recipient.lastError !== '' ? recipient.lastError : waits ? holder.lastError : '',
      connector: holder.key.type === 'Unreachable' ? '<No Matching Connector>' : holder.key.object,
    }));
  }

  eml(): string {
    return mime(this.queued.message.content, this.queued.message.hops);
  }
}

/** Messages of a server, queue by queue. */
export function* messageViews(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  queues: Iterable<Queue>,
): Iterable<MessageView> {
  for (const queue of queues) {
    if (queue.key.type === 'ShadowRedundancy') yield* shadowViews(simulation, machine, service, queue);
    else yield* queuedViews(simulation, machine, queue);
  }
}

function* queuedViews(simulation: Simulation, machine: Machine, queue: Queue): Iterable<MessageView> {
  const identity = `${machine.name}\\${queue.label}`;
  const expirationMs = simulation.serviceSettings(machine).MessageExpirationTimeout;
  for (const queued of queue.items.values()) {
    yield new QueuedMessageView(simulation, machine, queue, queued, identity, expirationMs);
  }
}

function* shadowViews(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  queue: Queue,
): Iterable<MessageView> {
  const identity = `${machine.name}\\${queue.label}`;
  const lifetimeMs = simulation.transportConfig.ShadowMessageAutoDiscardInterval;
  for (const copy of service.shadows.values()) {
    if (copy.queueId === queue.id) yield new ShadowMessageView(simulation, machine, copy, identity, lifetimeMs);
  }
}

/** A shadow copy, as Get-Message shows it. */
class ShadowMessageView implements MessageView {
  readonly messageSourceName = 'SMTP:Redundancy';
  readonly status = 'Ready';

  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly copy: ShadowMessage,
    readonly queue: string,
    private readonly lifetimeMs: number,
  ) {}

  get identity(): string {
    return `${this.queue}\\${this.copy.id}`;
  }

  get server(): string {
    return this.machine.name;
  }

  get internalId(): number {
    return this.copy.id;
  }

  get subject(): string {
    return this.copy.content.subject;
  }

  get internetMessageId(): string {
    return this.copy.content.messageId;
  }

  get networkMessageId(): string {
    return this.copy.content.networkMessageId;
  }

  get fromAddress(): string {
    return this.copy.returnPath === '' ? '<>' : this.copy.returnPath;
  }

  get sizeBytes(): number {
    return this.copy.content.size;
  }

  get sourceIp(): string {
    return '';
  }

  get scl(): number {
    return -1;
  }

  get dateReceived(): number {
    return this.copy.received;
  }

  get expirationTime(): number {
    return this.copy.received + this.lifetimeMs;
  }

  get lastError(): string {
    return '';
  }

  get retryCount(): number {
    return 0;
  }

  get deferReason(): string {
    return 'None';
  }

  get messageLatencyMs(): number {
    return this.simulation.now - this.copy.received;
  }

  get priority(): MessageView['priority'] {
    return this.copy.content.priority;
  }

  get originalFromAddress(): string {
    return this.copy.content.from;
  }

  get directionality(): MessageView['directionality'] {
    return this.copy.authenticated ? 'Originating' : 'Incoming';
  }

  get recipients(): RecipientView[] {
    return this.copy.recipients.map((address) => ({
      address,
      type: 'Other',
      status: 'Ready',
      lastError: '',
      connector: '',
    }));
  }

  eml(): string {
    return mime(this.copy.content, this.copy.hops);
  }
}
