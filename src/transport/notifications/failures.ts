// Recipients that fail for good, and what the sender is told: NDR, delay notice, reports on expansion, delivery and relay.

import type { Message, Recipient } from '../mail/message.ts';
import { notifySuccess } from '../mail/message.ts';
import { track } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { type DsnEntry, sendDsn } from './dsn.ts';

export type FailureSource =
  | 'ROUTING'
  | 'SMTP'
  | 'DNS'
  | 'QUEUE'
  | 'STOREDRIVER'
  | 'AGENT'
  | 'ADMIN'
  | 'RESOLVER'
  | 'GATEWAY';

/** Ends recipients with one error, logs FAIL and sends the NDR. */
export function failRecipients(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  recipients: readonly Recipient[],
  error: string,
  source: FailureSource,
  report = true,
): void {
  failEach(
    simulation,
    service,
    message,
    recipients.map((recipient) => ({ recipient, error })),
    source,
    report,
  );
}

export interface Failure {
  recipient: Recipient;
  error: string;
  /** What the sender reads, when it is not the usual advice for the code. */
  text?: string;
}

export function failEach(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  failures: readonly Failure[],
  source: FailureSource,
  report = true,
): void {
  if (failures.length === 0) return;
  const machine = simulation.machineById(service.machineId);
  const entries: DsnEntry[] = [];
  for (const { recipient, error, text } of failures) {
    recipient.state = 'done';
    recipient.failed = true;
    entries.push({
      recipient,
      action: 'failed',
      status: statusCode(error, '5.0.0'),
      diagnostic: error,
      lastError: recipient.lastError,
      ...(text === undefined ? {} : { text }),
    });
    simulation.trace.record(
      simulation.now,
      machine,
      source === 'ADMIN' ? 'Administrator' : 'Dsn',
      message.content,
      [recipient.address],
      report ? 'Failed, NDR' : 'Removed',
      error,
    );
  }
  const reference = report ? sendDsn(simulation, service, message, 'failure', entries) : undefined;
  track(simulation, machine, message, {
    source,
    eventId: 'FAIL',
    recipients: failures.map(({ recipient }) => recipient.address),
    recipientStatus: failures.map(({ recipient, error }) => statusText(recipient, error)),
    reference: reference ?? '',
    relatedRecipientAddress: failures[0]!.recipient.related,
  });
}

/** recipient-status as later builds write it (outputs 1.3). */
function statusText(recipient: Recipient, error: string): string {
  return recipient.remote === ''
    ? error
    : `[{LED=${error}};{MSG=};{FQDN=${recipient.remote}};{IP=${recipient.remoteAddress}};{LRT=${new Date(recipient.lastErrorTime).toISOString()}}]`;
}

/** `550 5.1.1 …` → `5.1.1`. */
export function statusCode(error: string, fallback: string): string {
  return /^\d{3} (\d\.\d{1,3}\.\d{1,3})/.exec(error)?.[1] ?? fallback;
}

/** Group expanded: reported to senders that asked for NOTIFY=SUCCESS. */
export function reportExpansion(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  groups: readonly Recipient[],
): void {
  report(simulation, service, message, groups, 'expanded', 'expanded');
}

export function reportSuccess(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  recipients: readonly Recipient[],
  action: 'delivered' | 'relayed',
): void {
  report(simulation, service, message, recipients, action, action);
}

function report(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  recipients: readonly Recipient[],
  kind: 'expanded' | 'delivered' | 'relayed',
  action: DsnEntry['action'],
): void {
  const asked = recipients.filter((recipient) => recipient.notify === notifySuccess);
  if (asked.length === 0) return;
  sendDsn(
    simulation,
    service,
    message,
    kind,
    asked.map((recipient) => ({ recipient, action, status: '2.0.0', diagnostic: '', lastError: '' })),
  );
}

/** The delay notice for recipients that are still open (facts 3.1: once per recipient). */
export function sendDelayNotice(simulation: Simulation, service: TransportService, message: Message): void {
  const entries: DsnEntry[] = [];
  for (const recipient of message.recipients) {
    if (recipient.state === 'done' || recipient.delaySent) continue;
    recipient.delaySent = true;
    const lastError = recipient.lastError !== '' ? recipient.lastError : queueErrorOf(simulation, message, recipient);
    entries.push({ recipient, action: 'delayed', status: '4.4.7', diagnostic: '400 4.4.7 Message delayed', lastError });
  }
  if (entries.length > 0) sendDsn(simulation, service, message, 'delay', entries);
}

/** Last error of the queue that a recipient waits in. */
export function queueErrorOf(simulation: Simulation, message: Message, recipient: Recipient): string {
  for (const place of message.places) {
    if (!place.recipients.includes(recipient)) continue;
    if (place.lastError !== '') return place.lastError;
    return simulation.queues.get(place.queueId)?.lastError ?? '';
  }
  return '';
}
