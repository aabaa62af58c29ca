// Mailbox moves: some minutes by size; both servers and databases must be up; queued mail waits and is found to have moved (rule I1).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Simulation } from '../simulation.ts';

const baseMs = 120_000;
const perMegabyteMs = 1000;
const pauseMs = 60_000;

export function scheduleMove(simulation: Simulation, request: ConfigObject<'moveRequest'>): void {
  const mailbox = simulation.directory.find('mailbox', request.name);
  let bytes = 0;
  if (mailbox !== undefined) for (const item of simulation.store.itemsOf(mailbox.guid)) bytes += item.content.size;
  simulation.kernel.after(baseMs + Math.round(bytes / 1_048_576) * perMegabyteMs, 'mailbox.move', request.id);
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
  if (request === undefined || request.properties.Status === 'Completed' || request.properties.Status === 'Suspended')
    return;
  const mailbox = simulation.directory.find('mailbox', request.name);
  if (mailbox === undefined || simulation.directory.find('database', request.properties.TargetDatabase) === undefined) {
    simulation.directory.set(request as ConfigObject, { Status: 'Failed' }, simulation.now);
    return;
  }
  if (!isUp(simulation, request.properties.SourceDatabase) || !isUp(simulation, request.properties.TargetDatabase)) {
    simulation.directory.set(request as ConfigObject, { Status: 'InProgress' }, simulation.now);
    simulation.kernel.after(pauseMs, 'mailbox.move', id);
    return;
  }
  simulation.directory.set(
    mailbox as ConfigObject,
    { Database: simulation.directory.get('database', request.properties.TargetDatabase).name },
    simulation.now,
  );
  simulation.directory.set(request as ConfigObject, { Status: 'Completed', PercentComplete: 100 }, simulation.now);
}
