// What -Filter and -SortOrder of the queue cmdlets know of queues and messages (facts/queue-properties, message-properties).

import type { MessageView, QueueView } from '../../../src/transport/views.ts';
import type { FilterKind, FilterProperty } from './filter.ts';
import { recipientText, velocity } from './queue-objects.ts';

type Row<T> = [name: string, kind: FilterKind, get: FilterProperty<T>['get']];

function tableOf<T>(rows: Row<T>[]): Map<string, FilterProperty<T>> {
  return new Map(rows.map(([name, kind, get]) => [name.toLowerCase(), { kind, get }]));
}

export const queueProperties = tableOf<QueueView>([
  ['Identity', 'string', (queue) => queue.identity],
  ['QueueIdentity', 'string', (queue) => queue.identity],
  ['DeliveryType', 'string', (queue) => queue.deliveryType],
  ['NextHopDomain', 'string', (queue) => queue.nextHopDomain],
  ['TlsDomain', 'string', (queue) => queue.tlsDomain],
  ['NextHopConnector', 'string', (queue) => queue.nextHopConnector],
  ['NextHopCategory', 'string', (queue) => queue.nextHopCategory],
  ['Status', 'string', (queue) => queue.status],
  ['MessageCount', 'number', (queue) => queue.messageCount],
  ['LastError', 'string', (queue) => queue.lastError],
  ['RetryCount', 'number', (queue) => queue.retryCount],
  ['LastRetryTime', 'instant', (queue) => queue.lastRetryTime],
  ['NextRetryTime', 'instant', (queue) => queue.nextRetryTime],
  ['FirstRetryTime', 'instant', (queue) => queue.firstRetryTime],
  ['DeferredMessageCount', 'number', (queue) => queue.deferredMessageCount],
  ['LockedMessageCount', 'number', () => 0],
  ['IncomingRate', 'number', (queue) => queue.incomingRate],
  ['OutgoingRate', 'number', (queue) => queue.outgoingRate],
  ['Velocity', 'number', velocity],
  ['RiskLevel', 'string', () => 'Normal'],
  ['OutboundIPPool', 'number', () => 0],
]);

export const messageProperties = tableOf<MessageView>([
  ['Identity', 'string', (message) => message.identity],
  ['MessageIdentity', 'string', (message) => message.identity],
  ['Subject', 'string', (message) => message.subject],
  ['InternetMessageId', 'string', (message) => message.internetMessageId],
  ['FromAddress', 'string', (message) => message.fromAddress],
  ['Status', 'string', (message) => message.status],
  ['Size', 'size', (message) => message.sizeBytes],
  ['MessageSourceName', 'string', (message) => message.messageSourceName],
  ['SourceIP', 'string', (message) => message.sourceIp],
  ['SCL', 'number', (message) => message.scl],
  ['DateReceived', 'instant', (message) => message.dateReceived],
  ['ExpirationTime', 'instant', (message) => message.expirationTime],
  ['LastError', 'string', (message) => message.lastError],
  ['RetryCount', 'number', (message) => message.retryCount],
  ['Queue', 'string', (message) => message.queue],
  ['Recipients', 'list', (message) => message.recipients.map(recipientText)],
  ['DeferReason', 'string', (message) => (message.deferReason === '' ? 'None' : message.deferReason)],
  ['MessageLatency', 'timespan', (message) => message.messageLatencyMs],
  ['Priority', 'string', (message) => message.priority],
  ['OriginalFromAddress', 'string', (message) => message.originalFromAddress],
  ['Directionality', 'string', (message) => message.directionality],
]);
