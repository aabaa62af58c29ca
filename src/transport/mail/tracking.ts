// Lines of the message tracking log, with what every line has filled in (facts 7.1–7.3).

import type { TrackingRecord } from '../../../state/schema/log-records.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';
import type { Content } from './content.ts';
import type { Message } from './message.ts';

export type TrackingFields = Pick<TrackingRecord, 'source' | 'eventId'> & Partial<TrackingRecord>;

const noList: readonly string[] = [];

/** One line about a mail, on a server. */
export function trackContent(simulation: Simulation, machine: Machine, content: Content, fields: TrackingFields): void {
  const settings = simulation.serviceSettings(machine);
  if (!settings.MessageTrackingLogEnabled) return;
  const recipients = fields.recipients ?? noList;
  simulation.log(machine, {
    log: 'tracking',
    file: fields.file ?? 'MSGTRK',
    time: simulation.now,
    clientIp: fields.clientIp ?? '',
    clientHostname: fields.clientHostname ?? '',
    serverIp: fields.serverIp ?? '',
    serverHostname: fields.serverHostname ?? '',
    sourceContext: fields.sourceContext ?? '',
    connectorId: fields.connectorId ?? '',
    source: fields.source,
    eventId: fields.eventId,
    internalMessageId: fields.internalMessageId ?? 0,
    messageId: fields.messageId ?? content.messageId,
    networkMessageId: (machine.version ?? 2016) >= 2013 ? content.networkMessageId : '',
    recipients,
    recipientStatus: fields.recipientStatus ?? noList,
    totalBytes: content.size,
    recipientCount: fields.recipientCount ?? recipients.length,
    relatedRecipientAddress: fields.relatedRecipientAddress ?? '',
    reference: fields.reference ?? '',
    subject: settings.MessageTrackingLogSubjectLoggingEnabled ? (fields.subject ?? content.subject) : '',
    sender: fields.sender ?? content.from,
    returnPath: fields.returnPath ?? content.from,
    messageInfo: fields.messageInfo ?? '',
    directionality: fields.directionality ?? '',
    originalClientIp: fields.originalClientIp ?? '',
    customData: fields.customData ?? '',
  });
}

/** One line about a message on its server. */
export function track(simulation: Simulation, machine: Machine, message: Message, fields: TrackingFields): void {
  fields.internalMessageId ??= message.id;
  fields.returnPath ??= message.returnPath === '' ? '<>' : message.returnPath;
  fields.directionality ??= message.directionality;
  fields.originalClientIp ??= message.origin.sourceIp;
  trackContent(simulation, machine, message.content, fields);
}

/** A session id as in the logs: 16 hexadecimal digits that rise. */
export function sessionId(simulation: Simulation): string {
  const number = simulation.kernel.nextId('session');
  return `08DE${(0x7a5c_0000 + Math.floor(number / 0x1_0000_0000)).toString(16).toUpperCase().slice(0, 4)}${(number >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** ISO time as in log fields. */
export const isoTime = (time: number): string => new Date(time).toISOString();
