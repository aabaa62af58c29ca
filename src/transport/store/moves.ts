// Mailbox moves: some minutes by size; both servers and databases must be up; queued mail waits and is found to have moved (rule I1).
// A request is queued, runs to its half and to its end; each step is an event whose time stands in `NextStep`, so that a request that
// was suspended meanwhile lets older events pass.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import type { Simulation } from '../simulation.ts';

const baseMs = 120_000;
const perMegabyteMs = 1000;
const pauseMs = 60_000;
/** Until the replication service takes a request from its queue. */
const queuedMs = 10_000;
/** Where a request with SuspendWhenReadyToComplete stops. */
const readyPercent = 95;

type Request = ConfigObject<'moveRequest'>;

function mailboxOf(simulation: Simulation, request: Request): ConfigObject<'mailbox'> | undefined {
  return simulation.directory.find('mailbox', request.properties.MailboxGuid ?? request.name);
}

function durationMs(simulation: Simulation, request: Request): number {
  const mailbox = mailboxOf(simulation, request);
  const bytes = mailbox === undefined ? 0 : simulation.store.bytesOf(mailbox.guid);
  return baseMs - queuedMs + Math.round(bytes / 1_048_576) * perMegabyteMs;
}

function change(simulation: Simulation, request: Request, properties: JsonObject): void {
  simulation.directory.set(request as ConfigObject, properties, simulation.now);
}

function plan(simulation: Simulation, request: Request, delayMs: number): void {
  request.properties.NextStep = simulation.now + delayMs;
  simulation.kernel.after(delayMs, 'mailbox.move', request.id);
}

/** A new or resumed request takes its place in the queue. */
export function scheduleMove(simulation: Simulation, request: Request): void {
  if (request.properties.Status === 'Queued') plan(simulation, request, queuedMs);
}

function isUp(simulation: Simulation, name: string): boolean {
  const database = simulation.directory.find('database', name);
  const machine = simulation.findMachine(database?.properties.Server ?? '');
  return (
    database?.properties.Mounted === true &&
    machine !== undefined &&
    (machine.version === 2003 ? machine.online : machine.isRunning('MSExchangeIS'))
  );
}

/** Event `mailbox.move`. */
export function runMove(simulation: Simulation, id: number): void {
  const request = [...simulation.directory.all('moveRequest')].find((candidate) => candidate.id === id);
  if (request === undefined || request.properties.NextStep !== simulation.now) return;
  const { Status, SourceDatabase, TargetDatabase } = request.properties;
  if (Status !== 'Queued' && Status !== 'InProgress') return;
  if (
    mailboxOf(simulation, request) === undefined ||
    simulation.directory.find('database', TargetDatabase) === undefined
  ) {
    change(simulation, request, { Status: 'Failed' });
    return;
  }
  if (!isUp(simulation, SourceDatabase) || !isUp(simulation, TargetDatabase)) {
    plan(simulation, request, pauseMs);
    return;
  }
  takeStep(simulation, request);
}

function takeStep(simulation: Simulation, request: Request): void {
  const { Status, PercentComplete, SuspendWhenReadyToComplete } = request.properties;
  const halfMs = durationMs(simulation, request) / 2;
  if (Status === 'Queued') {
    change(simulation, request, { Status: 'InProgress', PercentComplete: Math.max(PercentComplete, 10) });
    plan(simulation, request, Math.ceil(halfMs));
  } else if (PercentComplete < 50) {
    change(simulation, request, { PercentComplete: 50 });
    plan(simulation, request, Math.ceil(halfMs));
  } else if (SuspendWhenReadyToComplete === true && PercentComplete < readyPercent)
    change(simulation, request, { Status: 'AutoSuspended', PercentComplete: readyPercent });
  else complete(simulation, request);
}

function complete(simulation: Simulation, request: Request): void {
  const mailbox = mailboxOf(simulation, request)!;
  const database = simulation.directory.get('database', request.properties.TargetDatabase);
  simulation.directory.set(mailbox as ConfigObject, { Database: database.name }, simulation.now);
  for (const item of simulation.store.itemsOf(mailbox.guid)) item.server = database.properties.Server ?? item.server;
  change(simulation, request, { Status: 'Completed', PercentComplete: 100 });
}
