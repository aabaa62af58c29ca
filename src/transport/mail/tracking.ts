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
  write(
    simulation,
    machine,
    content,
    fields,
    fields.internalMessageId ?? 0,
    fields.returnPath ?? content.from,
    fields.directionality ?? '',
    fields.originalClientIp ?? '',
  );
}

/** One line about a message on its server. */
export function track(simulation: Simulation, machine: Machine, message: Message, fields: TrackingFields): void {
  write(
    simulation,
    machine,
    message.content,
    fields,
    fields.internalMessageId ?? message.id,
    fields.returnPath ?? (message.returnPath === '' ? '<>' : message.returnPath),
    fields.directionality ?? message.directionality,
    fields.originalClientIp ?? message.origin.sourceIp,
  );
}

/** The given fields stay as they are: to add to objects of so many shapes costs more than to pass what differs. */
function write(
  simulation: Simulation,
  machine: Machine,
  content: Content,
  fields: TrackingFields,
  internalMessageId: number,
  returnPath: string,
  directionality: TrackingRecord['directionality'],
  originalClientIp: string,
): void {
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
    internalMessageId,
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
    returnPath,
    messageInfo: fields.messageInfo ?? '',
    directionality,
    originalClientIp,
    customData: fields.customData ?? '',
  });
}

/** A session id as in the logs: 16 hexadecimal digits that rise. */
export function sessionId(simulation: Simulation): string {
  const number = simulation.kernel.nextId('session');
  return `08DE${(0x7a5c_0000 + Math.floor(number / 0x1_0000_0000)).toString(16).toUpperCase().slice(0, 4)}${(number >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** ISO time as in log fields. */
export const isoTime = (time: number): string => new Date(time).toISOString();
