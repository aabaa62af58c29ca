// The message tracking log as text: fields by version (facts: transport.md 7.1, tracking-events.json) and the line of a record.

import type { TrackingRecord } from '../../state/schema/log-records.ts';
import { crc32 } from '../../state/store/checksum.ts';
import { csvField, isoTime } from './csv.ts';

const fields2007 = [
  'date-time',
  'client-ip',
  'client-hostname',
  'server-ip',
  'server-hostname',
  'source-context',
  'connector-id',
  'source',
  'event-id',
  'internal-message-id',
  'message-id',
  'recipient-address',
  'recipient-status',
  'total-bytes',
  'recipient-count',
  'related-recipient-address',
  'reference',
  'message-subject',
  'sender-address',
  'return-path',
  'message-info',
];
const fields2010 = [
  ...fields2007,
  'directionality',
  'tenant-id',
  'original-client-ip',
  'original-server-ip',
  'custom-data',
];
const fields2013 = fields2010.toSpliced(11, 0, 'network-message-id');
const fields2016 = [...fields2013, 'transport-traffic-type', 'log-id', 'schema-version'];

export function trackingFields(version: number): readonly string[] {
  if (version >= 2016) return fields2016;
  if (version >= 2013) return fields2013;
  return version >= 2010 ? fields2010 : fields2007;
}

/** Lists are joined by semicolons, in recipient order. */
const list = (texts: readonly string[]) => (texts.length === 1 ? texts[0]! : texts.join(';'));

/** The subject and replies of other servers may contain what would break the line. */
const oneLine = (text: string) => (/[\r\n]/.test(text) ? text.replace(/\r\n?|\n/g, ' ') : text);

/**
 * One line without its end. `schemaVersion` is the build as in the header. `idPrefix` (of the file) and `position` (its length so
 * far) make the log-id, which is unique and the same again when the line is written again after a crash.
 */
export function trackingLine(
  record: TrackingRecord,
  version: number,
  schemaVersion: string,
  idPrefix: string,
  position: number,
): string {
  let line = `${isoTime(record.time)},${record.clientIp},${csvField(record.clientHostname)},${record.serverIp},${csvField(record.serverHostname)},${csvField(oneLine(record.sourceContext))},${csvField(record.connectorId)},${record.source},${record.eventId},${record.internalMessageId},${csvField(record.messageId)},`;
  if (version >= 2013) line += `${record.networkMessageId},`;
  line += `${csvField(list(record.recipients))},${csvField(oneLine(list(record.recipientStatus)))},${record.totalBytes},${record.recipientCount},${csvField(record.relatedRecipientAddress)},${csvField(record.reference)},${csvField(oneLine(record.subject))},${csvField(record.sender)},${csvField(record.returnPath)},${csvField(record.messageInfo)}`;
  if (version >= 2010)
    line += `,${record.directionality},,${record.originalClientIp},,${csvField(oneLine(record.customData))}`;
  if (version >= 2016) line += `,Email,${idPrefix}${hex(scatter(position))},${schemaVersion}`;
  return line;
}

/** Scatters the bits of a number over 32, one to one: different positions give different numbers. */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

const hex = (value: number) => value.toString(16).padStart(8, '0');

/** First four groups of the GUIDs in a file, from its path. */
export function logIdPrefix(path: string): string {
  const first = crc32(new TextEncoder().encode(path));
  const second = hex(scatter(first));
  const third = hex(scatter(first ^ 0x2545f491));
  return `${hex(first)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}`;
}
