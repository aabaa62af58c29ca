// The other text logs: connectivity and SMTP protocol logs (facts: transport.md 7.4, logs.json), with their headers.

import type { ConnectivityRecord, ProtocolRecord } from '../../state/schema/log-records.ts';
import { csvField, isoTime } from './csv.ts';

export const connectivityFields = [
  'date-time',
  'session',
  'source',
  'Destination',
  'direction',
  'description',
] as const;
export const protocolFields = [
  'date-time',
  'connector-id',
  'session-id',
  'sequence-number',
  'local-endpoint',
  'remote-endpoint',
  'event',
  'data',
  'context',
] as const;

export function connectivityLine(record: ConnectivityRecord): string {
  return `${isoTime(record.time)},${record.session},${record.source},${csvField(record.destination)},${record.direction},${csvField(record.description)}`;
}

export function protocolLine(record: ProtocolRecord): string {
  return `${isoTime(record.time)},${csvField(record.connectorId)},${record.session},${record.sequence},${record.localEndpoint},${record.remoteEndpoint},${record.event},${csvField(record.data)},${csvField(record.context)}`;
}

/** First lines of a log file. `label` is how the log spells the third one. */
export function logHeader(
  version: string,
  label: string,
  logType: string,
  time: number,
  fields: readonly string[],
): string {
  return `#Software: Microsoft Exchange Server\r\n#Version: ${version}\r\n#${label}: ${logType}\r\n#Date: ${isoTime(time)}\r\n#Fields: ${fields.join(',')}\r\n`;
}
