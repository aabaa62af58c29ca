// Delivery status notifications: made as messages of their own on the server that found out (facts 3.1, 3.2). Text: render.ts.

import { domainOf } from '../directory/names.ts';
import { Content, type ContentKind, type DsnRecipient, type DsnReport } from '../mail/content.ts';
import { type Message, notifyNever, Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { isoTime, track } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { domainFits } from '../routing/connector-selection.ts';
import type { Simulation } from '../simulation.ts';
import { dsnSubject } from './dsn-text.ts';
import { headerLines } from './original-headers.ts';
import { buildOf } from './render.ts';

export interface DsnEntry {
  recipient: Recipient;
  action: DsnRecipient['action'];
  status: string;
  diagnostic: string;
  lastError: string;
  /** In place of the usual advice. */
  text?: string;
}

type DsnKind = 'failure' | 'delay' | 'delivered' | 'relayed' | 'expanded';

const contentKinds: Record<DsnKind, ContentKind> = {
  failure: 'FailureDsn',
  delay: 'DelayDsn',
  delivered: 'DeliveredDsn',
  relayed: 'RelayedDsn',
  expanded: 'ExpandedDsn',
};

/** Local part of the Microsoft Exchange recipient (facts 3.2, constant). */
const exchangeRecipient = 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e';

export function defaultDomain(simulation: Simulation): string {
  const domains = simulation.directory.sorted('acceptedDomain');
  return (
    (domains.find(({ properties }) => properties.Default) ?? domains[0])?.properties.DomainName ??
    simulation.data.forest
  );
}

export function isInternalDomain(simulation: Simulation, domain: string): boolean {
  return simulation.directory
    .sorted('acceptedDomain')
    .some(
      ({ properties }) =>
        properties.DomainType !== 'ExternalRelay' &&
        domainFits(properties.DomainName, properties.MatchSubDomains, domain),
    );
}

/** Whether the settings let this kind go to this sender. */
function isAllowed(simulation: Simulation, kind: DsnKind, external: boolean, domain: string): boolean {
  const config = simulation.transportConfig;
  if (kind === 'delay') return external ? config.ExternalDelayDsnEnabled : config.InternalDelayDsnEnabled;
  if (!external) return true;
  const remote = remoteDomainFor(simulation, domain);
  if (remote === undefined) return true;
  return kind === 'failure'
    ? remote.properties.NDREnabled !== false
    : remote.properties.DeliveryReportEnabled !== false;
}

export function remoteDomainFor(simulation: Simulation, domain: string) {
  let best: ReturnType<typeof simulation.directory.sorted<'remoteDomain'>>[number] | undefined;
  for (const candidate of simulation.directory.sorted('remoteDomain')) {
    const name = candidate.properties.DomainName;
    if (name !== '*' && !domainFits(name, false, domain)) continue;
    if (best === undefined || name.length > best.properties.DomainName.length || best.properties.DomainName === '*')
      best = candidate;
  }
  return best;
}

/** The sender; of a journal report, which has none, the mailbox that JournalingReportNdrTo names. */
function readerOf(simulation: Simulation, message: Message): string {
  if (message.content.kind !== 'JournalReport') return message.returnPath;
  const mailbox = simulation.transportConfig.JournalingReportNdrTo ?? '<>';
  return mailbox === '<>' ? '' : mailbox;
}

/** Codes of which the Microsoft Exchange recipient gets a copy, whatever GenerateCopyOfDSNFor lists (facts 3.2). */
const copiedCodes = new Set(['5.1.4', '5.2.0', '5.2.4', '5.4.4', '5.4.6', '5.4.8']);

/** Mailbox behind the Microsoft Exchange recipient when it gets a copy; without one the copy is discarded. */
function copyReader(simulation: Simulation, entries: readonly DsnEntry[]): string | undefined {
  const [organization] = simulation.directory.sorted('organization');
  const name = organization?.properties.MicrosoftExchangeRecipientReplyRecipient;
  if (name === null || name === undefined || name === '') return undefined;
  const listed = simulation.transportConfig.GenerateCopyOfDSNFor;
  if (!entries.some(({ status }) => copiedCodes.has(status) || listed.includes(status))) return undefined;
  const mailbox = simulation.directory.findRecipient(name);
  return (mailbox?.properties as { PrimarySmtpAddress?: string } | undefined)?.PrimarySmtpAddress;
}

/** Set-OrganizationConfig can give the Microsoft Exchange recipient another address. */
function exchangeRecipientAddress(simulation: Simulation): string {
  const address =
    simulation.directory.sorted('organization')[0]?.properties.MicrosoftExchangeRecipientPrimarySmtpAddress;
  return typeof address === 'string' && address !== '' ? address : `${exchangeRecipient}@${defaultDomain(simulation)}`;
}

/** Sends it to the message's sender; its Message-ID, or undefined when nobody is told. */
export function sendDsn(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  kind: DsnKind,
  all: readonly DsnEntry[],
): string | undefined {
  const entries = all.filter((entry) => entry.recipient.notify !== notifyNever);
  const reader = readerOf(simulation, message);
  if (reader === '' || message.special.suppressDsn || entries.length === 0) return undefined;
  const machine = simulation.machineById(service.machineId);
  const domain = domainOf(reader);
  const external = !isInternalDomain(simulation, domain);
  if (!isAllowed(simulation, kind, external, domain)) return undefined;
  const config = simulation.transportConfig;
  const from = external
    ? (config.ExternalPostmasterAddress ?? `postmaster@${defaultDomain(simulation)}`)
    : exchangeRecipientAddress(simulation);
  const report = makeReport(simulation, service, message, entries, external);
  const size = 6000 + entries.length * 400 + (report.attachOriginal ? Math.min(message.content.size, 2_000_000) : 800);
  const content = new Content(
    simulation.newContentId(),
    '',
    machine.fqdn,
    from,
    [reader],
    [],
    dsnSubject(contentKinds[kind], message.content.subject),
    '',
    size,
    'Normal',
    simulation.now,
    contentKinds[kind],
    report,
  );
  const notice = makeMessage(simulation, service, {
    content,
    machine,
    returnPath: '',
    sourceName: 'DSN',
    sourceIp: machine.address,
    authenticated: true,
    hops: undefined,
    entered: simulation.now,
  });
  notice.addRecipient(new Recipient(reader, reader, ''));
  const copy = kind === 'failure' ? copyReader(simulation, entries) : undefined;
  if (copy !== undefined) notice.addRecipient(new Recipient(copy, copy, ''));
  notice.rulesDone = true;
  track(simulation, machine, notice, {
    source: 'DSN',
    eventId: 'DSN',
    serverIp: machine.address,
    serverHostname: machine.name,
    recipients: [reader],
    reference: message.content.messageId,
    relatedRecipientAddress: entries[0]!.recipient.address,
    sourceContext: isoTime(simulation.now),
    sender: from,
    returnPath: '<>',
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'Dsn',
    message.content,
    entries.map((entry) => entry.recipient.address),
    `${contentKinds[kind]} to ${reader}`,
    entries[0]!.diagnostic,
  );
  submit(simulation, service, notice);
  return content.messageId;
}

function hidesDiagnostics(simulation: Simulation, message: Message, external: boolean): boolean {
  const remote = external ? remoteDomainFor(simulation, domainOf(message.returnPath)) : undefined;
  return remote?.properties.NDRDiagnosticInfoEnabled === false;
}

/** What New-SystemMessage says of a code to senders inside or outside, in the language of notifications (English by default). */
function customText(simulation: Simulation, status: string, external: boolean): { customText?: string } {
  const messages = simulation.directory.sorted('systemMessage');
  if (messages.length === 0) return {};
  const config = simulation.transportConfig;
  const wanted = (external ? config.ExternalDsnDefaultLanguage : config.InternalDsnDefaultLanguage) ?? 'en';
  const language = String(wanted).toLowerCase();
  const fits = (text: string): boolean => text === language || text.split('-')[0] === language.split('-')[0];
  const found = messages.find(
    ({ properties }) =>
      properties.DsnCode === status && properties.Internal !== external && fits(properties.Language.toLowerCase()),
  );
  return found === undefined ? {} : { customText: found.properties.Text };
}

function makeReport(
  simulation: Simulation,
  service: TransportService,
  message: Message,
  entries: readonly DsnEntry[],
  external: boolean,
): DsnReport {
  const config = simulation.transportConfig;
  const machine = simulation.machineById(service.machineId);
  const { content } = message;
  const authority = external ? config.ExternalDsnReportingAuthority : config.InternalDsnReportingAuthority;
  const limit = external ? config.ExternalDsnMaxMessageAttachSize : config.InternalDsnMaxMessageAttachSize;
  return {
    originalMessageId: content.messageId,
    originalSubject: content.subject,
    originalFrom: content.from,
    originalTo: [...content.to],
    originalDate: content.date,
    originalSize: content.size,
    originalBody: content.body,
    originalHeaders: headerLines(content, message.hops, {
      offsetMinutes: 0,
      buildOf: (host) => buildOf(simulation.findMachine(host)?.version ?? 2016),
    }),
    reportingServer: authority ?? machine.fqdn,
    receivedFrom: message.hops?.from ?? machine.fqdn,
    arrivalTime: message.received,
    expirationTime: message.received + simulation.serviceSettings(machine).MessageExpirationTimeout,
    external,
    html: external ? config.ExternalDsnSendHtml : config.InternalDsnSendHtml,
    attachOriginal: content.size <= limit,
    ...(hidesDiagnostics(simulation, message, external) ? { hidesDiagnostics: true } : {}),
    recipients: entries.map(({ recipient, action, status, diagnostic, lastError, text }) => ({
      address: recipient.address,
      displayName: displayName(simulation, recipient.address),
      originalAddress: recipient.original,
      action,
      status,
      diagnostic,
      remoteServer: recipient.remote,
      remoteAddress: recipient.remoteAddress,
      lastError,
      lastErrorTime: recipient.lastErrorTime,
      ...(text === undefined ? customText(simulation, status, external) : { customText: text }),
    })),
  };
}

function displayName(simulation: Simulation, address: string): string {
  const object = simulation.directory.recipientByAddress(address);
  return object === undefined ? address : ((object.properties as { DisplayName?: string }).DisplayName ?? object.name);
}
