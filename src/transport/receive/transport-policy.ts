// The Transport service as an SMTP server: what it answers at each step, and what becomes of a message that it takes.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { MailParameters, RecipientParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { delayed, replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import { domainOf } from '../directory/names.ts';
import { refusesMail } from '../machines/back-pressure.ts';
import { transportState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { Content } from '../mail/content.ts';
import { type Message, notifyNever, notifySuccess, Recipient } from '../mail/message.ts';
import { parseText } from '../mail/parse-text.ts';
import { makeMessage, receivedLine, submit } from '../mail/registry.ts';
import { sessionId, track } from '../mail/tracking.ts';
import { headerDate } from '../notifications/dates.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { makeRedundant } from '../redundancy/shadow.ts';
import { domainFits } from '../routing/connector-selection.ts';
import type { Simulation } from '../simulation.ts';
import { ehloKeywords } from './ehlo.ts';
import { type Incoming, type IncomingMail, isText, type Peer } from './incoming.ts';
import { countMessage } from './rate-limit.ts';

/** Answer of a component that is out of work (KB 2866822). */
export const notActive = reply(412, '4.3.2', 'Service not active');
const draining = reply(421, '4.3.2', 'Service not active', { close: true });
const notAvailable = reply(421, '4.3.2', 'Service not available', { close: true });

export function smtpBanner(machine: Machine, connector: ConfigObject<'receiveConnector'>, now: number): SmtpReply {
  const { Banner, Fqdn } = connector.properties;
  if (Banner !== null && Banner !== '') return reply(220, '', Banner.replace(/^220\s*/, ''));
  return reply(220, '', `${Fqdn ?? machine.fqdn} Microsoft ESMTP MAIL Service ready at ${headerDate(now, 0)}`);
}

export class TransportPolicy implements SmtpPolicy<Incoming> {
  private from = '';
  private recipients: { address: string; parameters: RecipientParameters }[] = [];
  private hello_ = '';
  readonly session: string;

  constructor(
    private readonly simulation: Simulation,
    private readonly service: TransportService,
    private readonly machine: Machine,
    private readonly connector: ConfigObject<'receiveConnector'>,
    private readonly peer: Peer,
  ) {
    this.session = sessionId(simulation);
  }

  get maxProtocolErrors(): number {
    return this.connector.properties.MaxProtocolErrors;
  }

  connect(): SmtpReply {
    return this.machine.isRunning('MSExchangeTransport')
      ? smtpBanner(this.machine, this.connector, this.simulation.now)
      : notAvailable;
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    if (domain === '' && this.connector.properties.RequireEHLODomain) return replies.invalidDomain;
    this.hello_ = domain;
    const greeting = `${this.connector.properties.Fqdn ?? this.machine.fqdn} Hello [${this.peer.address}]`;
    if (verb === 'HELO') return reply(250, '', greeting);
    return reply(250, '', [
      greeting,
      ...ehloKeywords(this.machine, this.connector, false, this.service.settings.shadowRedundancyEnabled),
    ]);
  }

  mail(from: string, parameters: MailParameters): SmtpReply {
    const { peer, machine } = this;
    const own = peer.machineId === machine.id && peer.submission;
    const state = transportState(machine);
    if (state === 'Inactive') return notActive;
    if ((state === 'Draining' || this.service.redirecting) && !own) return draining;
    const pressure = refusesMail(
      this.simulation,
      this.service,
      peer.server ? 'server' : peer.submission ? 'mailbox' : 'outside',
    );
    if (pressure.refuse) return delayed(replies.noResources, 0);
    if (!this.maySubmit()) {
      return (machine.version ?? 2016) >= 2013
        ? reply(530, '5.7.57', 'SMTP; Client was not authenticated to send anonymous mail during MAIL FROM')
        : reply(530, '5.7.1', 'Client was not authenticated');
    }
    if (!peer.server && parameters.size > this.connector.properties.MaxMessageSize) return replies.tooLarge;
    const limited = countMessage(this.simulation, this.connector, peer);
    if (limited !== undefined) return limited;
    this.from = from;
    this.recipients = [];
    return delayed(replies.senderOk, pressure.tarpitMs);
  }

  private groups(): string {
    return this.connector.properties.PermissionGroups ?? 'None';
  }

  /** ms-Exch-SMTP-Submit by permission groups (facts 8.3). Exchange servers of the organisation count as authenticated wherever they call from. */
  private maySubmit(): boolean {
    const groups = this.groups();
    if (this.peer.server || this.peer.submission) return true;
    if (this.peer.machineId !== 0 && groups.includes('ExchangeServers')) return true;
    if (this.peer.user !== '' && groups.includes('ExchangeUsers')) return true;
    return groups.includes('AnonymousUsers');
  }

  private get trusted(): boolean {
    return this.peer.server || this.peer.submission || this.peer.user !== '';
  }

  recipient(address: string, parameters: RecipientParameters): SmtpReply {
    if (!this.trusted) {
      if (!this.isAccepted(domainOf(address))) {
        return (this.machine.version ?? 2016) >= 2013
          ? reply(550, '5.7.54', 'SMTP; Unable to relay recipient in non-accepted domain')
          : reply(550, '5.7.1', 'Unable to relay');
      }
      if (this.recipients.length >= this.connector.properties.MaxRecipientsPerMessage) return replies.tooManyRecipients;
    }
    this.recipients.push({ address, parameters });
    return replies.recipientOk;
  }

  private isAccepted(domain: string): boolean {
    for (const { properties } of this.simulation.directory.sorted('acceptedDomain'))
      if (domainFits(properties.DomainName, properties.MatchSubDomains, domain)) return true;
    return false;
  }

  data(): SmtpReply {
    return replies.startInput;
  }

  reset(): void {
    this.from = '';
    this.recipients = [];
  }

  authenticate(): SmtpReply {
    return replies.notAuthenticated;
  }

  startTls(): SmtpReply {
    return this.connector.properties.AuthMechanism.includes('Tls') ? replies.tlsReady : replies.unrecognized;
  }

  message(incoming: Incoming): SmtpReply {
    const mail = isText(incoming) ? this.fromText(incoming.lines) : incoming;
    if ('code' in mail) return mail;
    const refusal = this.checkHops(mail) ?? this.checkSize(mail);
    if (refusal !== undefined) return refusal;
    const { simulation, machine, service, peer } = this;
    const hops = receivedLine(simulation, {
      from: peer.name === '' ? this.hello_ : peer.name,
      fromAddress: peer.address,
      by: machine.fqdn,
      byAddress: machine.address,
      protocol: 'SMTP',
      time: simulation.now,
      previous: mail.hops,
    });
    const redundancy = makeRedundant(
      simulation,
      service,
      machine,
      peer,
      mail,
      this.from,
      this.recipients.map((recipient) => recipient.address),
    );
    if (redundancy.reject !== undefined) return redundancy.reject;
    const message = makeMessage(simulation, service, {
      content: mail.content,
      machine,
      returnPath: this.from,
      sourceName: `SMTP:${this.connector.name}`,
      sourceIp: peer.address,
      receiveConnector: this.connector.identity,
      scl: !peer.server && !peer.submission && peer.user === '' ? 0 : -1,
      authenticated: mail.authenticated || peer.user !== '',
      hops,
      entered: mail.entered === 0 ? simulation.now : mail.entered,
    });
    redundancy.protect?.(message);
    this.take(message, mail);
    submit(simulation, service, message);
    const answer = this.accepted(message);
    return redundancy.waitMs > 0 ? delayed(answer, redundancy.waitMs) : answer;
  }

  private fromText(lines: readonly string[]): IncomingMail | SmtpReply {
    const { simulation } = this;
    const parsed = parseText(lines);
    if (parsed.headerSize > this.connector.properties.MaxHeaderSize) return replies.headerTooLarge;
    if (parsed.received > this.connector.properties.MaxHopCount) return replies.hopCount;
    const to = parsed.to.length > 0 ? parsed.to : this.recipients.map((recipient) => recipient.address);
    const content = new Content(
      simulation.newContentId(),
      parsed.messageId,
      this.machine.fqdn,
      parsed.from === '' ? this.from : parsed.from,
      to,
      parsed.cc,
      parsed.subject,
      parsed.body,
      parsed.size,
      parsed.priority,
      parsed.date ?? simulation.now,
      'Message',
      undefined,
    );
    return {
      content,
      hops: undefined,
      entered: 0,
      authenticated: this.peer.user !== '',
      recipients: undefined,
      expanded: undefined,
      suppressDsn: false,
      upstreamServer: 0,
      upstreamMessage: 0,
    };
  }

  private checkHops(mail: IncomingMail): SmtpReply | undefined {
    let all = 0;
    let local = 0;
    for (let hop = mail.hops; hop !== undefined; hop = hop.previous) {
      all += 1;
      if (hop.by === this.machine.fqdn) local += 1;
    }
    const { MaxHopCount, MaxLocalHopCount } = this.connector.properties;
    if (all <= MaxHopCount && local <= MaxLocalHopCount) return undefined;
    return (this.machine.version ?? 2016) >= 2013
      ? reply(554, '5.4.14', 'Hop count exceeded - possible mail loop')
      : replies.hopCount;
  }

  private checkSize(mail: IncomingMail): SmtpReply | undefined {
    return !this.peer.server && mail.content.size > this.connector.properties.MaxMessageSize
      ? replies.tooLarge
      : undefined;
  }

  private take(message: Message, mail: IncomingMail): void {
    const { simulation, machine, peer } = this;
    for (const { address, parameters } of this.recipients) {
      const known = mail.recipients?.find((candidate) => candidate.address === address);
      const recipient = new Recipient(
        address,
        known?.original ?? (parameters.originalRecipient !== '' ? parameters.originalRecipient : address),
        known?.related ?? '',
      );
      recipient.notify =
        known?.notify ??
        (parameters.notify.includes('NEVER') ? notifyNever : parameters.notify.includes('SUCCESS') ? notifySuccess : 0);
      recipient.delaySent = known?.delaySent ?? false;
      message.addRecipient(recipient);
    }
    if (mail.expanded !== undefined || mail.suppressDsn || mail.upstreamServer !== 0) {
      const { expanded, suppressDsn, upstreamServer, upstreamMessage } = mail;
      message.mark({ expanded, suppressDsn, upstreamServer, upstreamMessage });
    }
    message.rulesDone =
      peer.server && !peer.submission && simulation.machinesById.get(peer.machineId)?.isEdge === false;
    track(simulation, machine, message, {
      source: 'SMTP',
      eventId: 'RECEIVE',
      clientIp: peer.address,
      clientHostname: peer.name === '' ? this.hello_ : peer.name,
      serverIp: machine.address,
      serverHostname: machine.name,
      sourceContext: `${this.session};${new Date(simulation.now).toISOString()};0`,
      connectorId: this.connector.identity,
      recipients: message.recipients.map((recipient) => recipient.address),
      messageInfo: '0cA: ',
      customData: peer.proxied
        ? `S:ProxiedClientIPAddress=${peer.address};S:FirstForestHop=${machine.fqdn}`
        : `S:FirstForestHop=${machine.fqdn}`,
    });
  }

  private accepted(message: Message): SmtpReply {
    const identity =
      (this.machine.version ?? 2016) >= 2013
        ? `[InternalId=${message.id}, Hostname=${this.machine.fqdn}] ${message.content.size} bytes in 0.1, ${(message.content.size / 102.4).toFixed(3)} KB/sec`
        : `[InternalId=${message.id}]`;
    return reply(250, '2.6.0', `${message.content.messageId} ${identity} Queued mail for delivery`);
  }
}
