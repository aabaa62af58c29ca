// Exchange 2010: the previous hop keeps its copy as a shadow until the next hop has delivered (facts 4.1).

import type { QueuedMessage } from '../mail/message.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Target } from '../routing/enhanced-dns.ts';

/** What the message takes along, so that the next hop can tell the keeper of the shadow when it is done. */
export function keepShadowUpstream(
  service: TransportService,
  queued: QueuedMessage,
  target: Target,
): { upstreamServer: number; upstreamMessage: number } {
  if (!target.internal || !service.keepsShadows) return { upstreamServer: 0, upstreamMessage: 0 };
  return { upstreamServer: service.machineId, upstreamMessage: queued.message.id };
}
