// One queue in the Details of Get-QueueDigest; it prints as the queue's identity.

import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import type { QueueView } from '../../../src/transport/views.ts';

const typeName = 'Microsoft.Exchange.Data.QueueDigest.QueueDigestDetails';

export class QueueDigestDetails {
  readonly psType: PSType;
  constructor(readonly queue: QueueView) {
    this.psType = detailsType();
  }
  toString(): string {
    return this.queue.identity;
  }
}

function detailsType(): PSType {
  type Self = QueueDigestDetails;
  return (
    resolveType(typeName) ??
    declareType({
      name: typeName,
      properties: {
        'string QueueIdentity': ({ queue }: Self) => queue.identity,
        'string ServerIdentity': ({ queue }: Self) => queue.server,
        'int MessageCount': ({ queue }: Self) => queue.messageCount,
        'int DeferredMessageCount': ({ queue }: Self) => queue.deferredMessageCount,
        'int LockedMessageCount': () => 0,
        'double IncomingRate': ({ queue }: Self) => queue.incomingRate,
        'double OutgoingRate': ({ queue }: Self) => queue.outgoingRate,
        'string NextHopDomain': ({ queue }: Self) => queue.nextHopDomain,
        'string NextHopCategory': ({ queue }: Self) => queue.nextHopCategory,
        'string NextHopKey': ({ queue }: Self) => nextHopKey(queue),
        'string DeliveryType': ({ queue }: Self) => queue.deliveryType,
        'string Status': ({ queue }: Self) => queue.status,
        'string LastError': ({ queue }: Self) => queue.lastError,
        'string RiskLevel': () => 'Normal',
        'string OutboundIPPool': () => '0',
      },
      methods: { 'string ToString()': (self: Self) => self.toString() },
    })
  );
}

/** What tells next hops apart: delivery type, domain and connector. */
export function nextHopKey({ deliveryType, nextHopDomain, nextHopConnector, tlsDomain }: QueueView): string {
  return `${deliveryType}:${nextHopDomain}:${nextHopConnector}:${tlsDomain}`;
}
