// The categorizer of a transport server: takes messages from the Submission queue, resolves, routes and forks them into delivery queues.

import { domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import type { Message, QueuedMessage, Recipient } from '../mail/message.ts';
import { finishIfDone, place, queueFor, takeOut, wakeCategorizer, wakeQueue } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import { failRecipients, reportExpansion } from '../notifications/failures.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { delayedFanOut } from '../routing/delayed-fan-out.ts';
import { routeToExternal } from '../routing/external-route.ts';
import { routeToExpansionServer, routeToMailbox, routeToPublicFolder } from '../routing/next-hop.ts';
import type { RoutingOutcome } from '../routing/outcome.ts';
import { routingTable } from '../routing/reload.ts';
import type { RoutingTable } from '../routing/routing-table.ts';
import type { Simulation } from '../simulation.ts';
import { takeAnswer } from './approval-decisions.ts';
import { journal } from './journaling.ts';
import { holdForApproval, isArbitration } from './moderation.ts';
import { tracePipeline } from './pipeline-tracing.ts';
import { type ResolvedRecipient, resolveRecipients } from './resolver.ts';
import { checkMessageLimits } from './restrictions.ts';
import { applyRules } from './rules.ts';

/** Messages taken in one turn; the next turn follows at once. */
const batchSize = 1000;

/** Event `categorize`. */
export function runCategorizer(simulation: Simulation, machineId: number): void {
  const machine = simulation.machineById(machineId);
  const service = machine.transport;
  if (service === undefined) return;
  if (service.categorizeAt > simulation.now) return;
  service.categorizeAt = 0;
  if (!simulation.transportRuns(machine) || service.submission.status === 'Suspended') return;
  let count = 0;
  for (const queued of [...service.submission.items.values()]) {
    if (queued.status !== 'Ready' || queued.notBefore > simulation.now) continue;
    if (count >= batchSize) {
      wakeCategorizer(simulation, service, 1);
      return;
    }
    count += 1;
    categorize(simulation, service, machine, queued);
  }
}

function categorize(simulation: Simulation, service: TransportService, machine: Machine, queued: QueuedMessage): void {
  const { message } = queued;
  takeOut(simulation, service.submission, queued);
  const open = queued.recipients.filter((recipient) => recipient.state !== 'done');
  for (const recipient of open) recipient.state = 'pending';
  tracePipeline(simulation, machine, message, 'Original');
  const refusal = message.rulesDone ? undefined : checkMessageLimits(simulation, message);
  if (refusal !== undefined) {
    failRecipients(simulation, service, message, open, refusal, 'RESOLVER');
    finishIfDone(simulation, service, message);
    return;
  }
  const pending = withoutAnswers(simulation, service, machine, message);
  let resolved = resolve(simulation, service, machine, message, pending);
  if (message.special.onlyDatabase !== '') resolved = inDatabase(resolved, message.special.onlyDatabase);
  routeAll(simulation, service, machine, message, afterRules(simulation, service, machine, message, resolved));
  finishIfDone(simulation, service, message);
}

/** There is a rule or a journal anywhere: without, mail goes on as it is. */
function hasPolicies({ directory }: Simulation): boolean {
  return (
    directory.sorted('transportRule').length > 0 ||
    directory.sorted('journalRule').length > 0 ||
    directory.sorted('database').some(({ properties }) => properties.JournalRecipient)
  );
}

/** What rules and journaling leave of the recipients, and whom they add: once in the organisation. */
function afterRules(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  resolved: ResolvedRecipient[],
): ResolvedRecipient[] {
  if (message.rulesDone) return resolved;
  message.rulesDone = true;
  if (!hasPolicies(simulation)) return resolved;
  const known = new Map(resolved.map((entry) => [entry.recipient, entry]));
  const recipients = applyRules(simulation, service, machine, message, [...known.keys()]);
  journal(simulation, service, machine, message, recipients);
  tracePipeline(simulation, machine, message, 'Routing0001');
  const left = recipients.flatMap((recipient) => known.get(recipient) ?? []);
  const added = recipients.filter((recipient) => !known.has(recipient) && recipient.state === 'pending');
  return added.length === 0 ? left : [...left, ...resolve(simulation, service, machine, message, added)];
}

/** Recipients to where their mail goes; those that fail or wait for a moderator are taken care of. */
function resolve(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipients: readonly Recipient[],
): ResolvedRecipient[] {
  const outcome = machine.isEdge
    ? { resolved: onEdge(recipients), failed: [], expanded: [], moderated: [] }
    : resolveRecipients(simulation, machine, message, recipients);
  for (const { recipient, error } of outcome.failed)
    failRecipients(simulation, service, message, [recipient], error, 'RESOLVER');
  if (outcome.moderated.length > 0) holdForApproval(simulation, service, machine, message, outcome.moderated);
  if (outcome.expanded.length > 0) reportExpansion(simulation, service, message, outcome.expanded);
  return outcome.resolved;
}

/** Recipients that are left when mail for arbitration mailboxes has been taken. */
function withoutAnswers(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
): Recipient[] {
  const pending = message.recipients.filter((recipient) => recipient.state === 'pending');
  if (machine.isEdge || !pending.some((recipient) => isArbitration(simulation, recipient.address))) return pending;
  return pending.filter((recipient) => {
    if (!isArbitration(simulation, recipient.address)) return true;
    recipient.state = 'done';
    takeAnswer(simulation, service, machine, message, recipient.address);
    return false;
  });
}

/** A resubmission for one database is not for those whose mailboxes lie elsewhere. */
function inDatabase(resolved: readonly ResolvedRecipient[], database: string): ResolvedRecipient[] {
  return resolved.filter(({ recipient, target }) => {
    const here =
      target.kind === 'mailbox' && target.object.properties.Database?.toLowerCase() === database.toLowerCase();
    if (!here) recipient.state = 'done';
    return here;
  });
}

/** An Edge server does not resolve: every recipient is an address. */
function onEdge(recipients: readonly Recipient[]): ResolvedRecipient[] {
  return recipients.map((recipient) => {
    recipient.kind = 'External';
    return { recipient, target: { kind: 'external', type: 'SMTP', address: recipient.address } };
  });
}

function route(
  simulation: Simulation,
  table: RoutingTable,
  message: Message,
  { target, recipient }: ResolvedRecipient,
): RoutingOutcome {
  const { directory } = simulation;
  const { size } = message.content;
  const mailSize = message.returnPath === '' ? 0 : size;
  switch (target.kind) {
    case 'mailbox':
      return routeToMailbox(directory, table, target.object.properties.Database, mailSize);
    case 'publicFolder':
      return routeToPublicFolder(directory, table, target.object.properties.PublicFolderDatabases, mailSize);
    case 'expansion':
      return routeToExpansionServer(table, target.server, mailSize);
    case 'external':
      return routeToExternal(
        directory,
        table,
        target.type,
        target.type === 'SMTP' ? domainOf(target.address) : target.address,
        mailSize,
        message.origin.receiveConnector,
      );
    default:
      return routeToExternal(
        directory,
        table,
        'SMTP',
        domainOf(recipient.address),
        mailSize,
        message.origin.receiveConnector,
      );
  }
}

function routeAll(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  resolved: readonly ResolvedRecipient[],
): void {
  const table = routingTable(simulation, service);
  const byQueue = new Map<Queue, Recipient[]>();
  const sites: { recipient: Recipient; outcome: RoutingOutcome & { kind: 'key' } }[] = [];
  for (const entry of resolved) {
    const outcome = route(simulation, table, message, entry);
    const { recipient } = entry;
    if (outcome.kind === 'key') {
      if (outcome.key.type === 'SmtpRelayToRemoteAdSite') {
        sites.push({ recipient, outcome });
        continue;
      }
      const queue = queueFor(simulation, service, outcome.key);
      const list = byQueue.get(queue);
      if (list === undefined) byQueue.set(queue, [recipient]);
      else list.push(recipient);
      traceRoute(simulation, machine, message, recipient, outcome, queue);
    } else handleUnrouted(simulation, service, machine, message, recipient, outcome, entry);
  }
  for (const [key, recipients] of delayedFanOut(
    table,
    sites.map(({ recipient, outcome }) => ({ recipient, key: outcome.key })),
  )) {
    const queue = queueFor(simulation, service, key);
    byQueue.set(queue, [...(byQueue.get(queue) ?? []), ...recipients]);
    for (const recipient of recipients)
      traceRoute(
        simulation,
        machine,
        message,
        recipient,
        sites.find((site) => site.recipient === recipient)!.outcome,
        queue,
      );
  }
  fork(simulation, machine, message, byQueue);
}

function fork(simulation: Simulation, machine: Machine, message: Message, byQueue: Map<Queue, Recipient[]>): void {
  let first = true;
  for (const [queue, recipients] of byQueue) {
    if (!first)
      track(simulation, machine, message, {
        source: 'ROUTING',
        eventId: 'TRANSFER',
        recipients: recipients.map((recipient) => recipient.address),
        reference: String(message.id),
        sourceContext: 'Resolver',
      });
    first = false;
    place(simulation, queue, message, recipients);
    wakeQueue(simulation, queue);
  }
}

function handleUnrouted(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  message: Message,
  recipient: Recipient,
  outcome: Exclude<RoutingOutcome, { kind: 'key' }>,
  entry: ResolvedRecipient,
): void {
  if (outcome.kind === 'here') {
    // The expansion server is this one under another spelling: expand without naming it again.
    const members = resolveRecipients(simulation, machine, message, [recipient]);
    if (members.resolved.every((resolved) => resolved.recipient !== entry.recipient))
      routeAll(simulation, service, machine, message, members.resolved);
    return;
  }
  simulation.trace.record(
    simulation.now,
    machine,
    'Routing',
    message.content,
    [recipient.address],
    outcome.kind === 'ndr' ? 'NDR' : 'Unreachable',
    outcome.reason,
    {
      rule: outcome.rule,
      alternatives: outcome.alternatives,
      inputs: [`size=${message.content.size}`],
    },
  );
  if (outcome.kind === 'ndr') {
    failRecipients(simulation, service, message, [recipient], outcome.error, 'ROUTING');
    return;
  }
  recipient.noteError(outcome.error, simulation.now);
  const queued = place(simulation, service.unreachable, message, [recipient]);
  queued.lastError = outcome.error;
}

function traceRoute(
  simulation: Simulation,
  machine: Machine,
  message: Message,
  recipient: Recipient,
  outcome: RoutingOutcome & { kind: 'key' },
  queue: Queue,
): void {
  if (!simulation.trace.enabled) return;
  simulation.trace.record(
    simulation.now,
    machine,
    'Routing',
    message.content,
    [recipient.address],
    `${queue.key.type} ${queue.key.domain}`,
    reasonOf(outcome, queue),
    {
      alternatives: outcome.alternatives,
      inputs: [
        `queue ${machine.name}\\${queue.label}`,
        `size ${message.content.size}`,
        `routing table ${machine.transport!.routingNumber}`,
      ],
    },
  );
}

/** A copy for several sites waits at the site where their paths part (delayed fan-out). */
function reasonOf(outcome: RoutingOutcome & { kind: 'key' }, queue: Queue): string {
  const { key } = outcome;
  return key.type === queue.key.type && key.object !== queue.key.object
    ? `${outcome.reason}; one copy goes as far as ${queue.key.object}, where the paths of its recipients part`
    : outcome.reason;
}
