// Exchange 2010: the previous hop keeps its copy as a shadow until the next hop has delivered (facts 4.1).

import type { QueuedMessage, Recipient } from '../mail/message.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Target } from '../routing/enhanced-dns.ts';
import type { Simulation } from '../simulation.ts';
import { holdShadow } from './shadow.ts';

export interface UpstreamShadow {
  upstreamServer: number;
  upstreamMessage: number;
}

const noShadow: UpstreamShadow = { upstreamServer: 0, upstreamMessage: 0 };

/** What the message takes along, so that the next hop can tell the keeper of the shadow when it is done. */
export function announceShadow(simulation: Simulation, service: TransportService, target: Target): UpstreamShadow {
  if (!target.internal || !service.keepsShadows) return noShadow;
  const next = simulation.findMachine(target.name);
  if (next?.version !== 2010 || next.transport?.settings.shadowRedundancyEnabled !== true) return noShadow;
  return { upstreamServer: service.machineId, upstreamMessage: simulation.kernel.nextId('message') };
}

/** The next hop has taken the message: the copy goes into the shadow queue for it. */
export function keepShadow(
  simulation: Simulation,
  service: TransportService,
  queued: QueuedMessage,
  target: Target,
  delivered: readonly Recipient[],
  shadow: UpstreamShadow,
): void {
  const next = simulation.findMachine(target.name);
  if (shadow.upstreamMessage === 0 || next?.transport === undefined) return;
  const { message } = queued;
  holdShadow(
    simulation,
    service,
    next,
    message.content,
    {
      returnPath: message.returnPath,
      recipients: delivered.map((recipient) => recipient.address),
      authenticated: message.authenticated,
      hops: message.hops,
      entered: message.entered,
      databaseId: next.transport.databaseId,
    },
    shadow.upstreamMessage,
  );
}
