// Queues and messages as objects: property order is that of Format-List (facts/transport 1.4, 1.5; outputs 1.2, 1.4).

import { convertTo } from '../../../src/runtime/convert.ts';
import { double, PSObject, typedArray, type Value } from '../../../src/runtime/values.ts';
import type { MessageView, QueueView, RecipientView } from '../../../src/transport/views.ts';
import { ByteQuantifiedSize } from '../types/byte-quantified-size.ts';
import { dateTimeOf, timeSpanOf } from './times.ts';

export const queueTypeName = 'Microsoft.Exchange.Data.QueueViewer.ExtensibleQueueInfo';
/** Before 2013 queues had fewer properties, and their table fewer columns (facts/outputs 1.1). */
const olderQueueTypeName = 'Microsoft.Exchange.Data.QueueViewer.QueueInfo';
export const messageTypeName = 'Microsoft.Exchange.Data.QueueViewer.ExtensibleMessageInfo';

const ints = (items: number[]): Value => typedArray(items, 'System.Int32');

export function velocity(queue: QueueView): number {
  return Math.round((queue.outgoingRate - queue.incomingRate) * 100) / 100;
}

export function queueObject(queue: QueueView, version: number): PSObject {
  return PSObject.of(
    {
      DeliveryType: queue.deliveryType,
      NextHopDomain: queue.nextHopDomain,
      TlsDomain: queue.tlsDomain,
      NextHopConnector: convertTo(queue.nextHopConnector, 'System.Guid'),
      Status: queue.status,
      MessageCount: queue.messageCount,
      LastError: queue.lastError,
      RetryCount: queue.retryCount,
      LastRetryTime: dateTimeOf(queue.lastRetryTime),
      NextRetryTime: dateTimeOf(queue.nextRetryTime),
      FirstRetryTime: dateTimeOf(queue.firstRetryTime),
      DeferredMessageCount: queue.deferredMessageCount,
      LockedMessageCount: 0,
      MessageCountsPerPriority: ints(queue.messageCountsPerPriority),
      DeferredMessageCountsPerPriority: ints(queue.deferredMessageCountsPerPriority),
      RiskLevel: 'Normal',
      OutboundIPPool: 0,
      NextHopCategory: queue.nextHopCategory,
      IncomingRate: double(queue.incomingRate),
      OutgoingRate: double(queue.outgoingRate),
      Velocity: double(velocity(queue)),
      OverrideSource: '',
      QueueIdentity: queue.identity,
      PriorityDescriptions: typedArray(['High', 'Normal', 'Low', 'None'], 'System.String'),
      Identity: queue.identity,
      IsValid: true,
      ObjectState: 'New',
    },
    version < 2013 ? olderQueueTypeName : queueTypeName,
  );
}

const recipientTypes = { Mailbox: 0, External: 2, DistributionGroup: 1, Other: 3 } as const;
const recipientStatuses = { None: 0, Complete: 1, Ready: 2, Retry: 3 } as const;

/** `address;type;status;error;0;connector;0`, as the product prints a recipient (facts/outputs 1.4). */
export function recipientText(recipient: RecipientView): string {
  const { address, type, status, lastError, connector } = recipient;
  return [address, recipientTypes[type], recipientStatuses[status], lastError, 0, connector, 0].join(';');
}

export function messageObject(message: MessageView, withRecipients: boolean, latencies: Value[] | null): PSObject {
  const recipients = withRecipients ? message.recipients.map(recipientText) : null;
  return PSObject.of(
    {
      Subject: message.subject,
      InternetMessageId: message.internetMessageId,
      FromAddress: message.fromAddress,
      Status: message.status,
      Size: new ByteQuantifiedSize(message.sizeBytes),
      MessageSourceName: message.messageSourceName,
      SourceIP: convertTo(message.sourceIp === '' ? '255.255.255.255' : message.sourceIp, 'System.Net.IPAddress'),
      SCL: message.scl,
      DateReceived: dateTimeOf(message.dateReceived),
      ExpirationTime: dateTimeOf(message.expirationTime),
      LastError: message.lastError,
      RetryCount: message.retryCount,
      Queue: message.queue,
      Recipients: recipients === null ? null : typedArray(recipients, 'System.String'),
      ComponentLatency: latencies && typedArray(latencies, 'System.Object'),
      MessageLatency: timeSpanOf(message.messageLatencyMs),
      DeferReason: message.deferReason === '' ? 'None' : message.deferReason,
      LockReason: '',
      Priority: message.priority,
      ExternalDirectoryOrganizationId: convertTo('00000000-0000-0000-0000-000000000000', 'System.Guid'),
      Directionality: message.directionality,
      AccountForest: '',
      OriginalFromAddress: message.originalFromAddress,
      TrafficType: 'Email',
      TrafficSubType: '',
      MessageIdentity: message.identity,
      Identity: message.identity,
      IsValid: true,
      ObjectState: 'New',
    },
    messageTypeName,
  );
}
