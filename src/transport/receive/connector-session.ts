// What a Receive connector's settings say in a session, the same for Transport and Front End Transport: banner and EHLO, how many may
// connect, TLS and AUTH, who may send as whom, tarpit and timeouts (facts 8; *Receive connectors*, *Set-ReceiveConnector*).

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { ConversationRules } from '../../smtp/policy.ts';
import { delayed, replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import { domainOf } from '../directory/names.ts';
import type { Machine } from '../machines/machine.ts';
import { headerDate } from '../notifications/dates.ts';
import { domainFits } from '../routing/connector-selection.ts';
import type { Simulation } from '../simulation.ts';
import { complainOfCertificate, tlsCertificate, warnOfExpiry } from './certificates.ts';
import { refusesConnection } from './connection-limits.ts';
import { ehloKeywords } from './ehlo.ts';
import type { Peer } from './incoming.ts';
import { refusedDomain } from './refused-domains.ts';
import { type Right, rightsOf } from './rights.ts';
import { logonAccount } from './users.ts';

const mustStartTls = reply(530, '5.7.0', 'Must issue a STARTTLS command first');

export class ConnectorSession implements ConversationRules {
  peer: Peer;
  private rights_: ReadonlySet<Right> | undefined;

  constructor(
    private readonly simulation: Simulation,
    readonly machine: Machine,
    readonly connector: ConfigObject<'receiveConnector'>,
    peer: Peer,
  ) {
    this.peer = peer;
  }

  private get version(): number {
    return this.machine.version ?? 2016;
  }

  private get fqdn(): string {
    return this.connector.properties.Fqdn ?? this.machine.fqdn;
  }

  get rights(): ReadonlySet<Right> {
    this.rights_ ??= rightsOf(this.connector, this.peer);
    return this.rights_;
  }

  /** Nobody is held back or filtered whom the connector trusts. */
  get trusted(): boolean {
    return this.peer.server || this.peer.submission || this.rights.has('SMTPAcceptAuthenticationFlag');
  }

  get authenticated(): boolean {
    return this.trusted || this.peer.user !== '';
  }

  // ---------------------------------------------------------------- connection and greeting

  connect(): SmtpReply {
    const refusal = refusesConnection(this.simulation, this.connector, this.peer);
    if (refusal !== undefined) return refusal;
    const { Banner } = this.connector.properties;
    if (Banner !== null && Banner !== '') return reply(220, '', Banner.replace(/^220\s*/, ''));
    return reply(220, '', `${this.fqdn} Microsoft ESMTP MAIL Service ready at ${headerDate(this.simulation.now, 0)}`);
  }

  hello(verb: 'HELO' | 'EHLO', domain: string, shadowEnabled: boolean): SmtpReply {
    if (domain === '' && this.connector.properties.RequireEHLODomain) return replies.invalidDomain;
    const greeting = `${this.fqdn} Hello [${this.peer.address}]`;
    return verb === 'HELO' ? reply(250, '', greeting) : reply(250, '', [greeting, ...this.keywords(shadowEnabled)]);
  }

  private keywords(shadowEnabled: boolean): string[] {
    return ehloKeywords(this.machine, this.connector, {
      tls: this.peer.tls === true,
      certificate: this.peer.server || this.hasCertificate(),
      shadowEnabled,
    });
  }

  /** STARTTLS is offered only with a usable certificate; without one the server complains. */
  private hasCertificate(): boolean {
    if (!this.connector.properties.AuthMechanism.includes('Tls') || this.peer.tls === true) return false;
    const { certificate, expired } = tlsCertificate(this.simulation, this.machine, this.connector);
    if (certificate === undefined) complainOfCertificate(this.simulation, this.machine, this.connector, expired);
    else warnOfExpiry(this.simulation, this.machine, certificate);
    return certificate !== undefined;
  }

  // ---------------------------------------------------------------- TLS and AUTH

  startTls(): SmtpReply {
    if (this.peer.tls === true || !this.hasCertificate()) return replies.unrecognized;
    this.become({ tls: true });
    return replies.tlsReady;
  }

  authenticate(mechanism: string, user: string, password: string): SmtpReply {
    if (!this.offers(`AUTH ${mechanism === 'PLAIN' ? 'LOGIN' : mechanism}`)) return replies.unknownAuthentication;
    const account = logonAccount(this.simulation, user, password);
    if (account === undefined) {
      this.complain(1035, `Inbound authentication failed with error LogonDenied`, mechanism);
      return replies.notAuthenticated;
    }
    this.become({ user: account });
    return replies.authenticated;
  }

  private become(change: Partial<Peer>): void {
    this.peer = { ...this.peer, ...change };
    this.rights_ = undefined;
  }

  tooManyLogons(failures: number): boolean {
    const { MaxLogonFailures } = this.connector.properties;
    if (MaxLogonFailures === 0 || failures <= MaxLogonFailures) return false;
    this.complain(1012, `The number of authentication failures exceeded the maximum; the session was closed`, 'Login');
    return true;
  }

  private complain(eventId: number, what: string, mechanism: string): void {
    const frontEnd = this.connector.properties.TransportRole === 'FrontendTransport';
    const address = this.peer.address;
    this.simulation.event(this.machine, {
      source: frontEnd ? 'MSExchangeFrontEndTransport' : 'MSExchangeTransport',
      eventId,
      category: 'SmtpReceive',
      level: 'Warning',
      message: `${what} for Receive connector ${this.connector.name}. The authentication mechanism is ${mechanism}. The source IP address of the client who tried to authenticate to Microsoft Exchange is [${address}].`,
      strings: [this.connector.name, mechanism, address],
    });
  }

  // ---------------------------------------------------------------- who may send what

  /** MAIL FROM as far as TLS and permissions go. */
  checkSender(from: string): SmtpReply | undefined {
    const { properties } = this.connector;
    if (properties.RequireTLS && !this.peer.server && !this.peer.submission && this.peer.tls !== true)
      return mustStartTls;
    if (!this.rights.has('SMTPSubmit'))
      return this.version >= 2013
        ? reply(530, '5.7.57', 'SMTP; Client was not authenticated to send anonymous mail during MAIL FROM')
        : reply(530, '5.7.1', 'Client was not authenticated');
    if (properties.DomainSecureEnabled && this.peer.tls !== true && this.isDomainSecured(domainOf(from)))
      return mustStartTls;
    if (from === '' || this.trusted || this.maySendAs(from)) return undefined;
    return this.version >= 2013
      ? reply(550, '5.7.60', 'SMTP; Client does not have permissions to send as this sender')
      : reply(550, '5.7.1', 'Client does not have permissions to send as this sender');
  }

  /** Mail of these domains must come over mutual TLS (*Domain Security*). */
  private isDomainSecured(domain: string): boolean {
    const list = (this.simulation.transportConfig as Record<string, unknown>).TLSReceiveDomainSecureList;
    return (
      Array.isArray(list) &&
      list.some((entry) => {
        const key = String(entry).toLowerCase();
        return key === domain || (key.startsWith('*.') && domain.endsWith(key.slice(1)));
      })
    );
  }

  private maySendAs(from: string): boolean {
    const { user } = this.peer;
    if (user !== '') {
      const { directory } = this.simulation;
      const own = directory.recipientByAddress(user);
      if (own !== undefined && own === directory.recipientByAddress(from)) return true;
      if (!this.rights.has('SMTPAcceptAnySender')) return false;
    }
    return this.rights.has('SMTPAcceptAuthoritativeDomainSender') || !this.isAuthoritative(domainOf(from));
  }

  private isAuthoritative(domain: string): boolean {
    return this.acceptedDomain(domain)?.DomainType === 'Authoritative';
  }

  acceptedDomain(domain: string): ConfigObject<'acceptedDomain'>['properties'] | undefined {
    for (const { properties } of this.simulation.directory.sorted('acceptedDomain'))
      if (domainFits(properties.DomainName, properties.MatchSubDomains, domain)) return properties;
    return undefined;
  }

  /** RCPT TO as far as relaying and the form of the domain go. */
  checkRecipient(address: string, count: number): SmtpReply | undefined {
    const { peer } = this;
    if (peer.server || peer.submission) return undefined;
    const domain = domainOf(address);
    if (domain !== '' && !this.rights.has('SMTPAcceptAnyRecipient') && this.acceptedDomain(domain) === undefined)
      return this.version >= 2013
        ? reply(550, '5.7.54', 'SMTP; Unable to relay recipient in non-accepted domain')
        : reply(550, '5.7.1', 'Unable to relay');
    return count >= this.connector.properties.MaxRecipientsPerMessage
      ? replies.tooManyRecipients
      : refusedDomain(this.connector.properties, domain);
  }

  // ---------------------------------------------------------------- rules of the conversation

  offers(keyword: string): boolean {
    const [name, mechanism] = keyword.split(' ');
    for (const offered of this.keywords(true)) {
      const words = offered.split(' ');
      if (words[0] === name && (mechanism === undefined || words.includes(mechanism))) return true;
    }
    return false;
  }

  get enhancedStatusCodes(): boolean {
    return this.connector.properties.EnhancedStatusCodesEnabled;
  }

  get longAddresses(): boolean {
    return this.connector.properties.LongAddressesEnabled;
  }

  get defaultDomain(): string {
    const { DefaultDomain } = this.connector.properties;
    if (DefaultDomain === null || DefaultDomain === '') return '';
    const domain = this.simulation.directory.find('acceptedDomain', DefaultDomain)?.properties.DomainName;
    return (domain ?? DefaultDomain).replace(/^\*\.?/, '');
  }

  /** TarpitInterval, for failed logons AuthTarpitInterval where the version has it; authenticated sessions are never held (facts 8.2). */
  tarpitMs(refusal: SmtpReply): number {
    const { TarpitInterval, AuthTarpitInterval } = this.connector.properties;
    if (refusal.code === 535) return AuthTarpitInterval ?? TarpitInterval;
    return this.authenticated ? 0 : TarpitInterval;
  }

  timedOut(openedAt: number, lastAt: number): SmtpReply | undefined {
    const { ConnectionTimeout, ConnectionInactivityTimeout } = this.connector.properties;
    const { now } = this.simulation;
    return now - openedAt > ConnectionTimeout || now - lastAt > ConnectionInactivityTimeout
      ? replies.timedOut
      : undefined;
  }

  /** Sizes count for all but those who may bypass the limit. */
  tooLarge(size: number): SmtpReply | undefined {
    if (size <= this.connector.properties.MaxMessageSize || this.rights.has('BypassMessageSizeLimit')) return undefined;
    return delayed(replies.tooLarge, 0);
  }
}
