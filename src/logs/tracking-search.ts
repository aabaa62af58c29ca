// Searching the message tracking log as Get-MessageTrackingLog does: file by file, line by line, only the files whose names allow the
// asked time, and only lines worth taking apart.

import type { StorageFolder } from '../../state/store/storage-folder.ts';
import { parseCsvLine } from './csv.ts';
import type { LogTarget } from './log-settings.ts';
import { periodLengthMs, periodStart } from './rolling-log.ts';

/** Texts are compared without regard to letter case. */
export interface TrackingCriteria {
  /** Milliseconds UTC; the end is exclusive (facts: transport.md 7.3). */
  start?: number;
  end?: number;
  eventId?: string;
  source?: string;
  sender?: string;
  /** Any of them. */
  recipients?: readonly string[];
  messageId?: string;
  internalMessageId?: string;
  networkMessageId?: string;
  reference?: string;
  /** A part of the subject. */
  messageSubject?: string;
  transportTrafficType?: string;
}

/** One line of the log; fields that the server's version does not have are empty. */
export interface TrackingEntry {
  time: number;
  clientIp: string;
  clientHostname: string;
  serverIp: string;
  serverHostname: string;
  sourceContext: string;
  connectorId: string;
  source: string;
  eventId: string;
  internalMessageId: string;
  messageId: string;
  networkMessageId: string;
  recipients: string[];
  recipientStatus: string[];
  totalBytes: number;
  recipientCount: number;
  relatedRecipientAddress: string[];
  reference: string[];
  subject: string;
  sender: string;
  returnPath: string;
  messageInfo: string;
  directionality: string;
  tenantId: string;
  originalClientIp: string;
  originalServerIp: string;
  customData: string;
  transportTrafficType: string;
  logId: string;
  schemaVersion: string;
}

const lower = (text: string | undefined) => text?.toLowerCase();

/** The entries of one server, oldest first: all tracking files of the folder (MSGTRK, MSGTRKMD, MSGTRKMS …) merged by time. */
export function* searchTracking(
  files: StorageFolder,
  target: LogTarget,
  criteria: TrackingCriteria,
): Generator<TrackingEntry> {
  const groups = new Map<string, string[]>();
  for (const name of files.list(target.folder)) {
    const match = /^MSGTRK[A-Z]*(\d{8}(?:\d\d)?)-\d+\.LOG$/i.exec(name);
    if (!match || !mayHold(match[1]!, criteria)) continue;
    const group = groups.get(match[1]!);
    if (group) group.push(name);
    else groups.set(match[1]!, [name]);
  }
  const accept = lineFilter(criteria);
  for (const period of [...groups.keys()].sort()) {
    const entries: TrackingEntry[] = [];
    for (const name of groups.get(period)!.sort(byInstance))
      readFile(files, `${target.folder}/${name}`, accept, entries);
    // Several services log side by side; the sort is stable, so lines of one file keep their order.
    if (groups.get(period)!.length > 1) entries.sort((a, b) => a.time - b.time);
    yield* entries;
  }
}

/** Services in the order in which mail passes them: what bears the same time is then told in that order. */
const SERVICES = ['MSGTRKMS', 'MSGTRK', 'MSGTRKMD'];

/** MSGTRK…-2 before MSGTRK…-10. */
function byInstance(a: string, b: string): number {
  const number = (name: string) => Number(/-(\d+)\.LOG$/i.exec(name)![1]);
  const service = (name: string) => SERVICES.indexOf(/^[A-Z]+/i.exec(name)![0].toUpperCase());
  return number(a) - number(b) || service(a) - service(b) || (a < b ? -1 : 1);
}

function mayHold(period: string, { start, end }: TrackingCriteria): boolean {
  const begins = periodStart(period);
  if (end !== undefined && begins >= end) return false;
  return start === undefined || begins + periodLengthMs(period.length === 10) > start;
}

interface LineFilter {
  /** Texts (lower case) that the raw line must contain before it is worth taking apart. */
  contains: readonly string[];
  fits(entry: TrackingEntry): boolean;
}

function lineFilter(criteria: TrackingCriteria): LineFilter {
  const contains: string[] = [];
  const checks: ((entry: TrackingEntry) => boolean)[] = [];
  const exact = (wanted: string | undefined, field: (entry: TrackingEntry) => string) => {
    const text = lower(wanted);
    if (text === undefined || text === '') return;
    checks.push((entry) => field(entry).toLowerCase() === text);
    if (!/[",\r\n]/.test(text)) contains.push(text);
  };
  const { start, end, recipients, messageSubject, reference } = criteria;
  if (start !== undefined) checks.push((entry) => entry.time >= start);
  if (end !== undefined) checks.push((entry) => entry.time < end);
  exact(criteria.eventId, (entry) => entry.eventId);
  exact(criteria.source, (entry) => entry.source);
  exact(criteria.sender, (entry) => entry.sender);
  exact(criteria.messageId, (entry) => entry.messageId);
  exact(criteria.internalMessageId, (entry) => entry.internalMessageId);
  exact(criteria.networkMessageId, (entry) => entry.networkMessageId);
  exact(criteria.transportTrafficType, (entry) => entry.transportTrafficType);
  if (recipients && recipients.length > 0) {
    const wanted = new Set(recipients.map((text) => text.toLowerCase()));
    checks.push((entry) => entry.recipients.some((recipient) => wanted.has(recipient.toLowerCase())));
  }
  if (reference !== undefined && reference !== '') {
    const wanted = reference.toLowerCase();
    checks.push((entry) => entry.reference.some((text) => text.toLowerCase() === wanted));
  }
  if (messageSubject !== undefined && messageSubject !== '') {
    const wanted = messageSubject.toLowerCase();
    checks.push((entry) => entry.subject.toLowerCase().includes(wanted));
    if (!/[",\r\n]/.test(wanted)) contains.push(wanted);
  }
  return { contains, fits: (entry) => checks.every((check) => check(entry)) };
}

const decoder = new TextDecoder();

function readFile(files: StorageFolder, path: string, filter: LineFilter, entries: TrackingEntry[]): void {
  const bytes = files.read(path);
  if (!bytes) return;
  let columns: Columns | undefined;
  for (const line of decoder.decode(bytes).split('\r\n')) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      if (line.startsWith('#Fields: ')) columns = new Columns(line.slice(9).split(','));
      continue;
    }
    if (!columns) continue;
    if (filter.contains.length > 0) {
      const text = line.toLowerCase();
      if (!filter.contains.every((part) => text.includes(part))) continue;
    }
    const entry = columns.entry(parseCsvLine(line));
    if (filter.fits(entry)) entries.push(entry);
  }
}

const splitList = (text: string) => (text === '' ? [] : text.split(';'));

/** Where each field stands, by the file's own header: a folder may hold files of several versions. */
class Columns {
  private readonly index: Map<string, number>;

  constructor(fields: readonly string[]) {
    this.index = new Map(fields.map((field, index) => [field, index]));
  }

  entry(values: readonly string[]): TrackingEntry {
    const field = (name: string) => values[this.index.get(name) ?? -1] ?? '';
    const recipients = splitList(field('recipient-address'));
    const status = field('recipient-status');
    return {
      time: Date.parse(field('date-time')),
      clientIp: field('client-ip'),
      clientHostname: field('client-hostname'),
      serverIp: field('server-ip'),
      serverHostname: field('server-hostname'),
      sourceContext: field('source-context'),
      connectorId: field('connector-id'),
      source: field('source'),
      eventId: field('event-id'),
      internalMessageId: field('internal-message-id'),
      messageId: field('message-id'),
      networkMessageId: field('network-message-id'),
      recipients,
      // A reply may contain semicolons itself (`550 4.4.7 QUEUE.Expired; …`), which a single recipient's does not share with others.
      recipientStatus: recipients.length === 1 ? [status] : splitList(status),
      totalBytes: Number(field('total-bytes')),
      recipientCount: Number(field('recipient-count')),
      relatedRecipientAddress: splitList(field('related-recipient-address')),
      reference: splitList(field('reference')),
      subject: field('message-subject'),
      sender: field('sender-address'),
      returnPath: field('return-path'),
      messageInfo: field('message-info'),
      directionality: field('directionality'),
      tenantId: field('tenant-id'),
      originalClientIp: field('original-client-ip'),
      originalServerIp: field('original-server-ip'),
      customData: field('custom-data'),
      transportTrafficType: field('transport-traffic-type'),
      logId: field('log-id'),
      schemaVersion: field('schema-version'),
    };
  }
}
