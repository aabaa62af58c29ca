// An outside host as an SMTP server: refusals by its settings, greylisting, block lists, checks of client and sender (spec/sandbox-cmdlets).

import type { HostSettings } from '../../../state/schema/inputs.ts';
import type { MailParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { delayed, parseReply, replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import { domainOf } from '../directory/names.ts';
import { Content } from '../mail/content.ts';
import { parseText } from '../mail/parse-text.ts';
import { addressNumber, rangeBounds } from '../network/connection.ts';
import { reverseName } from '../network/dns.ts';
import { type Incoming, type IncomingMail, isText } from '../receive/incoming.ts';
import { withoutStamps } from '../receive/organization-headers.ts';
import type { Simulation } from '../simulation.ts';
import type { OutsideHost } from './outside-host.ts';

type Stage = HostSettings['FailAt'];

const ready = reply(250, '2.1.0', 'OK');
const blocked = reply(554, '5.7.1', 'Service unavailable; client or sender is on our block list');

const mustStartTls = reply(530, '5.7.0', 'Must issue a STARTTLS command first');

/** Average size of the header that mail of the organisation carries with it. */
const headerBytes = 4096;

export class HostPolicy implements SmtpPolicy<Incoming> {
  readonly maxProtocolErrors = 20;
  private from = '';
  private recipients: string[] = [];
  private tls = false;

  constructor(
    private readonly simulation: Simulation,
    private readonly host: OutsideHost,
    private readonly clientAddress: string,
  ) {}

  private slow(answer: SmtpReply): SmtpReply {
    if (answer.code >= 400) this.host.refused += 1;
    return delayed(answer, this.host.settings.ReplyDelayMs);
  }

  /** The failure that the settings ask for at a stage. */
  private failure(stage: Stage): SmtpReply | undefined {
    const { Behavior, FailAt, ReplyText } = this.host.settings;
    if ((Behavior !== 'TempFail' && Behavior !== 'PermFail') || FailAt !== stage) return undefined;
    const given = ReplyText === null ? undefined : parseReply(ReplyText);
    if (given !== undefined) return given;
    if (Behavior === 'TempFail')
      return stage === 'Connect'
        ? reply(421, '4.3.2', 'Service not available, try again later')
        : reply(451, '4.7.1', 'Temporarily refused, try again later');
    return stage === 'Connect'
      ? reply(554, '5.7.1', 'No SMTP service here for you', { close: true })
      : reply(550, '5.7.1', 'Refused by policy');
  }

  private isBlocked(sender: string): boolean {
    const { BlockList } = this.host.settings;
    if (BlockList.length === 0) return false;
    const number = addressNumber(this.clientAddress);
    const address = sender.toLowerCase();
    return BlockList.some((entry) => {
      const bounds = rangeBounds(entry);
      if (bounds !== undefined) return number !== undefined && number >= bounds[0] && number <= bounds[1];
      const key = entry.toLowerCase().replace(/^@/, '');
      return key.includes('@') ? key === address : domainOf(address) === key || domainOf(address).endsWith(`.${key}`);
    });
  }

  connect(): SmtpReply {
    const { Behavior } = this.host.settings;
    if (Behavior === 'Timeout')
      return reply(421, '4.4.2', 'Connection dropped due to timeout', { waitMs: 300_000, close: true });
    const failure = this.failure('Connect');
    if (failure !== undefined) return this.slow({ ...failure, close: true });
    if (this.isBlocked('')) return this.slow({ ...blocked, close: true });
    const banner = reply(220, '', `${this.host.name} ESMTP ready`);
    return this.slow(banner);
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    if (this.host.settings.Behavior === 'Drop')
      return reply(421, '4.4.2', 'Connection dropped due to SocketError', { close: true });
    const failure = this.failure('Ehlo');
    if (failure !== undefined) return this.slow(failure);
    const greeting = `${this.host.name} Hello ${domain === '' ? '' : `${domain} `}[${this.clientAddress}]`;
    if (verb === 'HELO') return this.slow(reply(250, '', greeting));
    const { MaxMessageSizeKB, Tls } = this.host.settings;
    const keywords = [
      greeting,
      MaxMessageSizeKB > 0 ? `SIZE ${MaxMessageSizeKB * 1024}` : 'SIZE',
      'PIPELINING',
      '8BITMIME',
      'ENHANCEDSTATUSCODES',
    ];
    if (Tls !== 'None' && !this.tls) keywords.push('STARTTLS');
    return this.slow(reply(250, '', keywords));
  }

  mail(from: string, parameters: MailParameters): SmtpReply {
    if (this.host.settings.Tls === 'Required' && !this.tls) return this.slow(mustStartTls);
    const failure = this.failure('MailFrom') ?? this.checkClient(from);
    if (failure !== undefined) return this.slow(failure);
    const { MaxMessageSizeKB } = this.host.settings;
    if (MaxMessageSizeKB > 0 && parameters.size > MaxMessageSizeKB * 1024) return this.slow(replies.tooLarge);
    this.from = from;
    this.recipients = [];
    return this.slow(from === '' ? ready : replies.senderOk);
  }

  private policyReply(standard: SmtpReply): SmtpReply {
    const { ReplyText, Behavior } = this.host.settings;
    return (ReplyText !== null && Behavior === 'Accept' ? parseReply(ReplyText) : undefined) ?? standard;
  }

  /** Block list, PTR, the sender's MX and SPF; each holds only as long as its cause does. */
  private checkClient(from: string): SmtpReply | undefined {
    const { settings } = this.host;
    const { dns } = this.simulation;
    if (this.isBlocked(from)) return this.policyReply(blocked);
    if (settings.RequirePtr && dns.lookup(reverseName(this.clientAddress), 'PTR').length === 0) {
      return this.policyReply(reply(450, '4.7.25', `Client host [${this.clientAddress}] rejected: no PTR record`));
    }
    const domain = domainOf(from);
    if (domain === '') return undefined;
    if (settings.RequireSenderMx && dns.lookup(domain, 'MX').length === 0 && dns.lookup(domain, 'A').length === 0) {
      return this.policyReply(reply(450, '4.1.8', `Sender address rejected: domain ${domain} has no MX record`));
    }
    if (settings.RequireSpf && !this.spfAllows(domain))
      return this.policyReply(reply(450, '4.7.23', `SPF record of ${domain} does not allow [${this.clientAddress}]`));
    return undefined;
  }

  /** ip4, a, mx, include and all of RFC 7208; a domain without a record is allowed. */
  private spfAllows(domain: string, depth = 0): boolean {
    const { dns } = this.simulation;
    const record = dns
      .lookup(domain, 'TXT')
      .find(({ value }) => value.replace(/^"/, '').toLowerCase().startsWith('v=spf1'));
    if (record === undefined || depth > 5) return true;
    const number = addressNumber(this.clientAddress);
    for (const term of record.value.replace(/"/g, '').toLowerCase().split(/\s+/).slice(1)) {
      const qualifier = /^[-~?+]/.test(term) ? term[0]! : '+';
      const [mechanism = '', argument = domain] = term.replace(/^[-~?+]/, '').split(/:(.*)/s);
      let fits = false;
      if (mechanism === 'all') fits = true;
      else if (mechanism === 'ip4') {
        const bounds = rangeBounds(argument);
        fits = bounds !== undefined && number !== undefined && number >= bounds[0] && number <= bounds[1];
      } else if (mechanism === 'a') fits = dns.lookup(argument, 'A').some(({ value }) => value === this.clientAddress);
      else if (mechanism === 'mx')
        fits = dns
          .lookup(argument, 'MX')
          .some((mx) => dns.lookup(mx.value, 'A').some(({ value }) => value === this.clientAddress));
      else if (mechanism === 'include') fits = this.spfAllows(argument, depth + 1);
      if (fits) return qualifier === '+' || qualifier === '?';
    }
    return true;
  }

  recipient(address: string): SmtpReply {
    const failure = this.failure('RcptTo');
    if (failure !== undefined) return this.slow(failure);
    const { settings } = this.host;
    if (!this.host.accepts(domainOf(address))) return this.slow(reply(550, '5.7.1', 'Unable to relay'));
    if (settings.Mailboxes.length > 0 && !settings.Mailboxes.some((mailbox) => sameMailbox(mailbox, address)))
      return this.slow(reply(550, '5.1.1', 'User unknown'));
    if (settings.Behavior === 'Greylist') {
      const key = `${this.from.toLowerCase()}|${address.toLowerCase()}|${this.clientAddress}`;
      const first = this.host.greylist.get(key);
      if (first === undefined) this.host.greylist.set(key, this.simulation.now);
      if (first === undefined || this.simulation.now < first + settings.GreylistDelayMs)
        return this.slow(reply(451, '4.7.1', 'Greylisted, please try again later'));
    }
    this.recipients.push(address);
    return this.slow(replies.recipientOk);
  }

  data(): SmtpReply {
    return this.slow(this.failure('Data') ?? replies.startInput);
  }

  message(incoming: Incoming): SmtpReply {
    const failure = this.failure('EndOfData');
    if (failure !== undefined) return this.slow(failure);
    const mail = isText(incoming) ? this.fromText(incoming.lines) : incoming;
    const { settings } = this.host;
    let hops = 0;
    for (let hop = mail.hops; hop !== undefined; hop = hop.previous) hops += 1;
    if (settings.MaxHeaderKB > 0 && headerBytes + hops * 300 > settings.MaxHeaderKB * 1024)
      return this.slow(this.policyReply(reply(452, '4.3.4', 'Message header is too large')));
    if (settings.MaxMessageSizeKB > 0 && mail.content.size > settings.MaxMessageSizeKB * 1024)
      return this.slow(replies.tooLarge);
    const { simulation, host } = this;
    host.accepted += 1;
    for (const recipient of this.recipients) {
      simulation.store.add({
        id: simulation.kernel.nextId('item'),
        owner: recipient.toLowerCase(),
        folder: 'Inbox',
        content: mail.content,
        received: simulation.now,
        server: host.name,
        hops: withoutStamps(mail.hops),
      });
    }
    simulation.trace.record(
      simulation.now,
      host.name,
      'OutsideHost',
      mail.content,
      this.recipients,
      'Accepted',
      `${host.name} took the message`,
    );
    return this.slow(reply(250, '2.0.0', `OK, queued as ${host.accepted}`));
  }

  private fromText(lines: readonly string[]): IncomingMail {
    const parsed = parseText(lines);
    const content = new Content(
      this.simulation.newContentId(),
      parsed.messageId,
      this.host.name,
      parsed.from === '' ? this.from : parsed.from,
      parsed.to.length > 0 ? parsed.to : [...this.recipients],
      parsed.cc,
      parsed.subject,
      parsed.body,
      parsed.size,
      parsed.priority,
      this.simulation.now,
      'Message',
      undefined,
    );
    return {
      content,
      hops: undefined,
      entered: 0,
      authenticated: false,
      recipients: undefined,
      expanded: undefined,
      suppressDsn: false,
      upstreamServer: 0,
      upstreamMessage: 0,
    };
  }

  reset(): void {
    this.from = '';
    this.recipients = [];
  }

  authenticate(): SmtpReply {
    return replies.notAuthenticated;
  }

  startTls(): SmtpReply {
    const { Tls } = this.host.settings;
    if (Tls === 'None') return replies.unrecognized;
    this.tls = Tls !== 'Broken';
    return Tls === 'Broken'
      ? reply(454, '4.7.0', 'TLS not available due to temporary reason', { close: true })
      : replies.tlsReady;
  }
}

function sameMailbox(mailbox: string, address: string): boolean {
  const key = mailbox.toLowerCase();
  const full = address.toLowerCase();
  return key === full || key === full.slice(0, full.lastIndexOf('@'));
}
