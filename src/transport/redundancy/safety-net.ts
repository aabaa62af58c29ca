// Safety Net (2013+) and transport dumpster (2007, 2010): what has been processed is kept for a while, so that it can be delivered again
// (facts 4.1 dumpster, 4.3). Who asks for that: resubmit-requests.ts, automatic-requests.ts.

import type { ConfigProperties } from '../../../state/schema/configuration.ts';
import type { JsonValue } from '../../../state/schema/json.ts';
import type { Machine } from '../machines/machine.ts';
import type { Content } from '../mail/content.ts';
import type { Hop, Message, Recipient } from '../mail/message.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { type ShadowMessage, sharedRecipients } from './shadow-message.ts';

export interface SafetyNetEntry {
  id: number;
  machineId: number;
  /** Shadow Safety Net: machine that was responsible for the message; 0: this server itself was (Primary Safety Net). */
  primaryId: number;
  content: Content;
  /** Database the recipients lay in; empty: relayed on, or a shadow, which knows only the recipients of the envelope. */
  database: string;
  returnPath: string;
  recipients: readonly string[];
  authenticated: boolean;
  hops: Hop | undefined;
  time: number;
}

/** Entries beyond this give way, the oldest first: the product bounds by time only, we also by number. */
const maxEntries = 100_000;
/** How often the oldest entries are looked at: after so many new ones. */
const pruneEvery = 8192;

/** A message is done: its next hop, the mailbox or another server, has taken it. */
export function noteSafetyNet(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  delivered: readonly Recipient[],
  database: string,
): void {
  const machine = simulation.machineById(service.machineId);
  if (!isKept(simulation, machine, database)) return;
  add(simulation, {
    id: simulation.kernel.nextId('safetyNet'),
    machineId: service.machineId,
    primaryId: 0,
    content: message.content,
    database,
    returnPath: message.returnPath,
    recipients: sharedRecipients(
      message.content,
      delivered.map((recipient) => recipient.address),
    ),
    authenticated: message.authenticated,
    hops: message.hops,
    time: simulation.now,
  });
  if ((machine.version ?? 0) <= 2010) trimDumpster(simulation, database);
}

/** The primary is done with a message: the shadow server's copy goes into its Shadow Safety Net. */
export function noteShadowSafetyNet(simulation: Simulation, copy: ShadowMessage, primary: Machine): void {
  const machine = simulation.machineById(copy.hold.machineId);
  if ((machine.version ?? 0) < 2013 || machine.isEdge || holdTime(simulation, machine) === 0) return;
  add(simulation, {
    id: simulation.kernel.nextId('safetyNet'),
    machineId: machine.id,
    primaryId: primary.id,
    content: copy.content,
    database: '',
    returnPath: copy.returnPath,
    recipients: copy.recipients,
    authenticated: copy.authenticated,
    hops: copy.hops,
    time: simulation.now,
  });
}

function add(simulation: Simulation, entry: SafetyNetEntry): void {
  const { safetyNet } = simulation;
  safetyNet.push(entry);
  if (entry.id % pruneEvery === 0) simulation.safetyNet = stillHeld(simulation).slice(-maxEntries);
}

/** Exchange 2013 and later keep everything; before, only mail for databases with copies, and only with both limits above zero. */
function isKept(simulation: Simulation, machine: Machine, database: string): boolean {
  if (machine.isEdge || (machine.version ?? 0) < 2007 || holdTime(simulation, machine) === 0) return false;
  if ((machine.version ?? 0) >= 2013) return true;
  return database !== '' && isReplicated(simulation, database) && dumpsterBytes(simulation) > 0;
}

function isReplicated(simulation: Simulation, database: string): boolean {
  return (simulation.directory.find('database', database)?.properties.Servers.length ?? 0) > 1;
}

function dumpsterBytes(simulation: Simulation): number {
  const limit = simulation.transportConfig.MaxDumpsterSizePerDatabase;
  return limit === 'Unlimited' ? Number.POSITIVE_INFINITY : limit;
}

/** SafetyNetHoldTime, before Exchange 2013 MaxDumpsterTime; SafetyNetHoldTimeInterval of the server's own file comes first. */
function holdTime(simulation: Simulation, machine: Machine): number {
  const config: ConfigProperties['transportConfig'] = simulation.transportConfig;
  const own = machine.transport?.settings.application?.safetyNetHoldTimeMs;
  return (machine.version ?? 2016) >= 2013 ? (own ?? config.SafetyNetHoldTime) : config.MaxDumpsterTime;
}

/** Whether the time for which an entry is kept has not passed yet. */
export function isHeld(simulation: Simulation, entry: SafetyNetEntry): boolean {
  return simulation.now - entry.time < holdTime(simulation, simulation.machineById(entry.machineId));
}

function stillHeld(simulation: Simulation): SafetyNetEntry[] {
  return simulation.safetyNet.filter((entry) => isHeld(simulation, entry));
}

/** MaxDumpsterSizePerDatabase (2010): the oldest messages of a database give way to new ones. */
function trimDumpster(simulation: Simulation, database: string): void {
  let bytes = 0;
  const limit = dumpsterBytes(simulation);
  const { safetyNet } = simulation;
  for (let index = safetyNet.length - 1; index >= 0; index -= 1) {
    const entry = safetyNet[index]!;
    if (entry.database !== database) continue;
    bytes += entry.content.size;
    if (bytes <= limit) continue;
    simulation.safetyNet = safetyNet.filter((other, place) => place > index || other.database !== database);
    return;
  }
}

/** What a server holds goes with its queue database. */
export function forgetSafetyNet(simulation: Simulation, machine: Machine): void {
  simulation.safetyNet = simulation.safetyNet.filter((entry) => entry.machineId !== machine.id);
}

/** The first entry after a number, by halving: entries lie in order of their numbers. */
export function placeAfter(entries: readonly SafetyNetEntry[], id: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]!.id <= id) low = middle + 1;
    else high = middle;
  }
  return low;
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
      entry.id,
      entry.primaryId,
    ];
}
