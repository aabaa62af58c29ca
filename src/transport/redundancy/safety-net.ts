// Safety Net (2013+) and transport dumpster (2007, 2010): what has been processed is kept for a while, and delivered again when a
// database came up with losses (facts 4.1 dumpster, 4.3).

import type { JsonValue } from '../../../state/schema/json.ts';
import type { Content } from '../mail/content.ts';
import { type Hop, type Message, Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';

export interface SafetyNetEntry {
  machineId: number;
  content: Content;
  /** Database the recipients lay in; empty: relayed on. */
  database: string;
  returnPath: string;
  recipients: readonly string[];
  authenticated: boolean;
  hops: Hop | undefined;
  time: number;
}

/** Entries beyond this give way, the oldest first: the product bounds by time, we also by number. */
const maxEntries = 200_000;

export function noteSafetyNet(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  delivered: readonly Recipient[],
  database: string,
): void {
  if (database === '' || !isReplicated(simulation, database)) return;
  const { safetyNet } = simulation;
  safetyNet.push({
    machineId: service.machineId,
    content: message.content,
    database,
    returnPath: message.returnPath,
    recipients: delivered.map((recipient) => recipient.address),
    authenticated: message.authenticated,
    hops: message.hops,
    time: simulation.now,
  });
  if (safetyNet.length > maxEntries * 1.2) prune(simulation);
}

function isReplicated(simulation: Simulation, database: string): boolean {
  return (simulation.directory.find('database', database)?.properties.Servers.length ?? 0) > 1;
}

function holdTime(simulation: Simulation): number {
  const config = simulation.transportConfig;
  return config.SafetyNetHoldTime ?? config.MaxDumpsterTime;
}

function prune(simulation: Simulation): void {
  const limit = simulation.now - holdTime(simulation);
  simulation.safetyNet = simulation.safetyNet.filter((entry) => entry.time > limit).slice(-maxEntries);
}

/** Active Manager's request after a lossy failover: everything for the database since a time is delivered once more. */
export function resubmitFromSafetyNet(simulation: Simulation, database: string, since: number): number {
  let count = 0;
  for (const entry of [...simulation.safetyNet]) {
    if (
      entry.database.toLowerCase() !== database.toLowerCase() ||
      entry.time < since ||
      entry.time < simulation.now - holdTime(simulation)
    )
      continue;
    const machine = simulation.machineById(entry.machineId);
    const service = machine.transport;
    if (service === undefined || !simulation.transportRuns(machine)) continue;
    const message = makeMessage(simulation, service, {
      content: entry.content,
      machine,
      returnPath: entry.returnPath,
      sourceName: 'SafetyNet',
      sourceIp: machine.address,
      authenticated: entry.authenticated,
      hops: entry.hops,
      entered: entry.time,
    });
    message.mark({ suppressDsn: true, duplicate: true });
    message.rulesDone = true;
    message.recipients = entry.recipients.map((address) => new Recipient(address, address, ''));
    track(simulation, machine, message, {
      source: 'SAFETYNET',
      eventId: 'RESUBMIT',
      recipients: [...entry.recipients],
      sourceContext: database,
    });
    submit(simulation, service, message);
    count += 1;
  }
  return count;
}

export function* saveSafetyNet(simulation: Simulation, hop: (hop: Hop | undefined) => JsonValue): Iterable<JsonValue> {
  for (const entry of simulation.safetyNet)
    yield [
      entry.machineId,
      entry.content.id,
      entry.database,
      entry.returnPath,
      [...entry.recipients],
      entry.authenticated,
      hop(entry.hops),
      entry.time,
    ];
}
