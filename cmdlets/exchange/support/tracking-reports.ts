// Delivery reports: what became of a mail for each recipient, put together from the tracking logs of all servers
// (*Search-MessageTrackingReport*, *Get-MessageTrackingReport*).

import type { TrackingCriteria, TrackingEntry } from '../../../src/logs/tracking-search.ts';
import { TransportLogs } from '../../../src/logs/transport-logs.ts';
import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { PSObject, typedArray } from '../../../src/runtime/values.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { serviceRuns } from './servers.ts';
import { dateTimeOf } from './times.ts';

export type DeliveryStatus = 'Delivered' | 'Pending' | 'Transferred' | 'Unsuccessful';

export interface RecipientEvent {
  address: string;
  status: DeliveryStatus;
  /** Submitted, Expanded, Delivered, Failed, SmtpSend … */
  description: string;
  time: number;
  server: string;
  internalMessageId: string;
  data: string;
}

export interface TrackedMail {
  messageId: string;
  internalMessageId: string;
  server: string;
  submitted: number;
  subject: string;
  from: string;
  /** As the sender addressed it. */
  recipients: string[];
  entries: TrackingEntry[];
}

/** Entries of all servers whose Log Search service answers, oldest first; the silent ones are named in a warning. */
export function entriesOfAll(cmdlet: CmdletContext, criteria: TrackingCriteria): TrackingEntry[] {
  const machines = worldOf(cmdlet)
    .machines()
    .filter((machine) =>
      worldOf(cmdlet)
        .services(machine.name)
        .some(({ name }) => name === 'MSExchangeTransportLogSearch'),
    );
  const logs = cmdlet.services.get(TransportLogs);
  const found: TrackingEntry[] = [];
  for (const machine of machines) {
    if (machine.roles.includes('EdgeTransport')) continue;
    if (!serviceRuns(cmdlet, machine, 'MSExchangeTransportLogSearch'))
      cmdlet.warning(`The message tracking log of server "${machine.fqdn}" couldn't be searched.`);
    else found.push(...logs.searchTracking(machine.name, criteria));
  }
  return found.sort((a, b) => a.time - b.time);
}

/** Mails by Message-ID, in order of submission. Notifications about mails are no mails of their own here. */
export function trackedMails(entries: readonly TrackingEntry[]): TrackedMail[] {
  const mails = new Map<string, TrackedMail>();
  for (const entry of entries) {
    const present = mails.get(entry.messageId);
    if (present !== undefined) {
      present.entries.push(entry);
      continue;
    }
    if (entry.source === 'DSN' || !['RECEIVE', 'SUBMIT', 'HAREDIRECT', 'HAREDIRECTFAIL'].includes(entry.eventId))
      continue;
    mails.set(entry.messageId, {
      messageId: entry.messageId,
      internalMessageId: entry.internalMessageId,
      server: entry.serverHostname,
      submitted: entry.time,
      subject: entry.subject,
      from: entry.sender,
      recipients: entry.recipients,
      entries: [entry],
    });
  }
  // SUBMIT knows no recipients; the RECEIVE after it does.
  for (const mail of mails.values())
    if (mail.recipients.length === 0)
      mail.recipients = mail.entries.find(({ recipients }) => recipients.length > 0)?.recipients ?? [];
  return [...mails.values()];
}

/** `Message-Id=<…>,Server=EX01,Internal-Id=5,Sender=…`: the identity of a report. */
export function reportIdOf({ messageId, server, internalMessageId, from }: TrackedMail): string {
  return `Message-Id=${messageId},Server=${server},Internal-Id=${internalMessageId},Sender=${from}`;
}
export function messageIdOfReport(identity: string): string | undefined {
  return /^Message-Id=(<[^>]*>)/i.exec(identity)?.[1];
}

const meaning: Record<string, [DeliveryStatus, string]> = {
  RECEIVE: ['Pending', 'Received'],
  SUBMIT: ['Pending', 'Submitted'],
  EXPAND: ['Delivered', 'Expanded'],
  RESOLVE: ['Pending', 'Resolved'],
  DEFER: ['Pending', 'Delayed'],
  TRANSFER: ['Pending', 'Transferred'],
  SEND: ['Transferred', 'SmtpSend'],
  SENDEXTERNAL: ['Transferred', 'SmtpSend'],
  DELIVER: ['Delivered', 'Delivered'],
  DUPLICATEDELIVER: ['Delivered', 'Delivered'],
  FAIL: ['Unsuccessful', 'FailedGeneral'],
};

/** Sending to another server of the organisation is no transfer: the mail is still here. */
function isWithin(cmdlet: CmdletContext, entry: TrackingEntry): boolean {
  const host = entry.serverHostname;
  return (
    worldOf(cmdlet).findMachine(host)?.version !== undefined &&
    !worldOf(cmdlet).findMachine(host)?.roles.includes('EdgeTransport')
  );
}

/** What happened to each recipient, oldest first. */
export function recipientEvents(cmdlet: CmdletContext, mail: TrackedMail): RecipientEvent[] {
  return mail.entries.flatMap((entry) => {
    const known = meaning[entry.eventId];
    if (known === undefined) return [];
    const [status, description] = known;
    const pending = status === 'Transferred' && isWithin(cmdlet, entry);
    return entry.recipients.map((address, index) => ({
      address,
      status: pending ? ('Pending' as const) : status,
      description,
      time: entry.time,
      server: (entry.eventId === 'SEND' ? '' : entry.serverHostname) || entry.clientHostname,
      internalMessageId: entry.internalMessageId,
      data: entry.recipientStatus[index] ?? '',
    }));
  });
}

/** The last word on each recipient, in the order in which they came up. */
export function lastEvents(events: readonly RecipientEvent[]): RecipientEvent[] {
  const last = new Map<string, RecipientEvent>();
  for (const event of events) {
    const key = event.address.toLowerCase();
    const present = last.get(key);
    const final = present !== undefined && ['Delivered', 'Unsuccessful'].includes(present.status);
    if (!final) last.set(key, event);
  }
  return [...last.values()];
}

export function displayName(cmdlet: CmdletContext, address: string): string {
  const object = worldOf(cmdlet).findRecipient(address);
  return object === undefined ? address : String(object.properties.DisplayName ?? object.name);
}

export function eventObject(cmdlet: CmdletContext, event: RecipientEvent): PSObject {
  return PSObject.of(
    {
      Date: dateTimeOf(event.time),
      RecipientAddress: event.address,
      RecipientDisplayName: displayName(cmdlet, event.address),
      DeliveryStatus: event.status,
      EventDescription: event.description,
      EventData: typedArray(event.data === '' ? [] : [event.data], 'System.String'),
      Server: event.server,
      InternalMessageId: event.internalMessageId,
    },
    'Microsoft.Exchange.Management.Tracking.RecipientTrackingEvent',
  );
}
