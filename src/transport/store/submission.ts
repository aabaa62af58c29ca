// Submission of what users send: when mailbox servers take their turns, and what stays in Drafts (spec W1). How mail is handed over:
// submit-smtp.ts (2013 and later), submit-hub.ts (before).

import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';
import type { Draft } from './mail-store.ts';
import { submitFromMailbox, submitToHub } from './submit-hub.ts';
import { submitBySmtp } from './submit-smtp.ts';

/** Pause before mail that no transport server took is submitted again. */
export const submissionRetryMs = 60_000;
/** Messages of one turn, so that a flood does not overrun the Submission queue at once. */
const batchSize = 500;
const turnMs = 50;
/** Messages that one submission session of a mailbox server carries in a turn. */
const messagesPerSession = 20;

/** Mailbox server that submits for a draft: where its owner's database is mounted; undefined while it is nowhere. */
function submitterOf(simulation: Simulation, draft: Draft): Machine | undefined {
  const mailbox = simulation.directory.find('mailbox', draft.owner);
  const database =
    mailbox === undefined ? undefined : simulation.directory.find('database', mailbox.properties.Database ?? '');
  const machine = simulation.findMachine(database?.properties.Server ?? '');
  return machine?.online && database?.properties.Mounted ? machine : undefined;
}

export function scheduleSubmission(simulation: Simulation, delayMs: number): void {
  const due = simulation.now + delayMs;
  if (simulation.submissionAt > simulation.now && simulation.submissionAt <= due) return;
  simulation.submissionAt = due;
  simulation.kernel.at(due, 'submission', 0);
}

/** MaxConcurrentMailboxSubmissions: from 2013 on of the Mailbox Transport service, before of the hubs. */
function submissionSessions(simulation: Simulation, machine: Machine): number {
  const settings =
    simulation.directory.find('mailboxTransportService', machine.name)?.properties ??
    simulation.directory.find('transportService', machine.name)?.properties;
  const limit = (settings as Record<string, unknown> | undefined)?.MaxConcurrentMailboxSubmissions;
  return typeof limit === 'number' ? limit : 20;
}

/** Event `submission`: one turn of all mailbox servers. */
export function runSubmission(simulation: Simulation): void {
  if (simulation.submissionAt !== simulation.now) return;
  simulation.submissionAt = 0;
  const turns = new Map<Machine, number>();
  let seen = 0;
  let count = 0;
  let soon = false;
  let later = false;
  for (const draft of simulation.store.drafts.values()) {
    if (draft.nextAttempt > simulation.now) {
      later = true;
      continue;
    }
    if (count >= batchSize || seen >= batchSize * 5) {
      soon = true;
      break;
    }
    seen += 1;
    const machine = submitterOf(simulation, draft);
    if (machine !== undefined) {
      const used = turns.get(machine) ?? 0;
      if (used >= messagesPerSession * submissionSessions(simulation, machine)) {
        soon = true;
        continue;
      }
      turns.set(machine, used + 1);
    }
    count += 1;
    const sent = machine !== undefined && submitDraft(simulation, machine, draft);
    if (sent) simulation.store.drafts.delete(draft.id);
    else {
      draft.attempts += 1;
      draft.nextAttempt = simulation.now + submissionRetryMs;
      later = true;
    }
  }
  if (soon) scheduleSubmission(simulation, turnMs);
  else if (later) scheduleSubmission(simulation, nextDue(simulation) - simulation.now);
}

function nextDue(simulation: Simulation): number {
  let due = Number.POSITIVE_INFINITY;
  for (const draft of simulation.store.drafts.values()) {
    due = Math.min(due, draft.nextAttempt);
    if (due <= simulation.now + submissionRetryMs) break;
  }
  return Math.max(due, simulation.now + 1);
}

function submitDraft(simulation: Simulation, machine: Machine, draft: Draft): boolean {
  const version = machine.version ?? 2016;
  const done =
    version === 2003
      ? submitFromMailbox(simulation, machine, draft, machine)
      : version <= 2010
        ? submitToHub(simulation, machine, draft)
        : submitBySmtp(simulation, machine, draft);
  if (done) {
    simulation.store.add({
      id: simulation.kernel.nextId('item'),
      owner: draft.owner,
      folder: 'Sent Items',
      content: draft.content,
      received: simulation.now,
      server: machine.name,
      hops: undefined,
    });
  }
  return done;
}
