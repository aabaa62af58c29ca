// Submission of what users send: when mailbox servers take their turns, and what stays in Drafts (spec W1). How mail is handed over:
// submit-smtp.ts (2013 and later), submit-hub.ts (before).

import { transportState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { endOf } from '../network/connection.ts';
import { chooseHubs } from '../receive/hub-choice.ts';
import type { Simulation } from '../simulation.ts';
import type { Draft } from './mail-store.ts';
import { cannotSend } from './quota.ts';
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
    const sent =
      machine !== undefined && !cannotSend(simulation, draft.owner) && submitDraft(simulation, machine, draft);
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

/** Drafts looked at for whether they move; the others are in the same case. */
const lookedAt = 50;

/** Some mail in Drafts waits only for its turn: a transport server would take it now (spec/sandbox-cmdlets, -UntilIdle). */
export function draftsMove(simulation: Simulation): boolean {
  let count = 0;
  for (const draft of simulation.store.drafts.values()) {
    if (draft.attempts === 0) return true;
    if (++count > lookedAt) return false;
    const machine = submitterOf(simulation, draft);
    if (machine !== undefined && hubsFor(simulation, machine, draft).some((hub) => takesMail(simulation, machine, hub)))
      return true;
  }
  return false;
}

function hubsFor(simulation: Simulation, machine: Machine, draft: Draft): readonly Machine[] {
  const version = machine.version ?? 2016;
  const submits = version <= 2010 ? 'MSExchangeMailSubmission' : 'MSExchangeSubmission';
  if (version === 2003) return [machine];
  if (!machine.isRunning('MSExchangeIS') || !machine.isRunning(submits)) return [];
  if (draft.server !== '') return [simulation.findMachine(draft.server)].filter((hub) => hub !== undefined);
  if (version <= 2010)
    return [...simulation.machinesById.values()].filter(
      (hub) => hub.hasTransportRole && !hub.isEdge && hub.site?.toLowerCase() === machine.site?.toLowerCase(),
    );
  // Without a shadow partner the mail may be refused for as long as that machine is away.
  if (simulation.transportConfig.RejectMessageOnShadowFailure) return [];
  const { preferred, fallback } = chooseHubs(simulation, machine, draft.recipients, machine.submissionTurn);
  return [...preferred, ...fallback];
}

function takesMail(simulation: Simulation, machine: Machine, hub: Machine): boolean {
  const link = simulation.links.between(endOf(machine), endOf(hub));
  if (Object.values(hub.transport?.pressure ?? {}).includes('High')) return false;
  return (
    simulation.transportRuns(hub) &&
    transportState(hub) === 'Active' &&
    link.up &&
    (link.lossPercent < 100 || hub === machine)
  );
}
