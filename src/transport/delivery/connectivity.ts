// Lines of the connectivity log (facts 7.4).

import { zeroGuid } from '../kernel/identifiers.ts';
import type { Machine } from '../machines/machine.ts';
import type { Queue } from '../queues/queue.ts';
import type { Simulation } from '../simulation.ts';

export function logConnectivity(
  simulation: Simulation,
  machine: Machine,
  queue: Queue,
  session: string,
  direction: '+' | '>' | '-',
  description: string,
): void {
  if (!simulation.serviceSettings(machine).ConnectivityLogEnabled) return;
  const source = queue.key.type === 'MapiDelivery' ? 'MAPI' : 'SMTP';
  simulation.log(machine, {
    log: 'connectivity',
    service: machine.isEdge ? 'Edge' : 'Hub',
    time: simulation.now,
    session,
    source,
    destination: queue.key.domain,
    direction,
    description,
  });
}

/** Lines of the mailbox transport services. */
export function logMailboxConnectivity(
  simulation: Simulation,
  machine: Machine,
  service: 'MailboxSubmission' | 'MailboxDelivery',
  session: string,
  source: string,
  destination: string,
  direction: '+' | '>' | '-',
  description: string,
): void {
  const settings = simulation.directory.find('mailboxTransportService', machine.name)?.properties;
  if (settings?.ConnectivityLogEnabled === false) return;
  simulation.log(machine, {
    log: 'connectivity',
    service,
    time: simulation.now,
    session,
    source,
    destination,
    direction,
    description,
  });
}

/** First line of a proxied submission session. */
export const undefinedDelivery = `Undefined ${zeroGuid};QueueLength=0`;
