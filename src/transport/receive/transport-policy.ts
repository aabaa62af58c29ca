// The Transport service as an SMTP server: what it answers at each step, and what becomes of a message that it takes.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { ConversationRules, MailParameters, RecipientParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { delayed, replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import { refusesMail } from '../machines/back-pressure.ts';
import { transportState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { makeMessage, receivedLine, submit } from '../mail/registry.ts';
import { sessionId } from '../mail/tracking.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { acknowledgementDelayMs } from '../redundancy/delayed-acknowledgement.ts';
import { makeRedundant } from '../redundancy/shadow.ts';
import type { Simulation } from '../simulation.ts';
import { openFilter, type SessionFilter } from './agents/session-filter.ts';
import { ConnectorSession } from './connector-session.ts';
import { type Incoming, type IncomingMail, isText, type Peer } from './incoming.ts';
import { sclOf, withoutStamps } from './organization-headers.ts';
import { countMessage } from './rate-limit.ts';
import { readText } from './received-text.ts';
import { type EnvelopeRecipient, takeMail } from './take-mail.ts';

/** Answer of a component that is out of work (KB 2866822). */
const notActive = reply(412, '4.3.2', 'Service not active');
const draining = reply(421, '4.3.2', 'Service not active', { close: true });
const notAvailable = reply(421, '4.3.2', 'Service not available', { close: true });

/** Header that a client's program writes besides addresses and subject. */
const usualHeaderBytes = 1500;

export class TransportPolicy implements SmtpPolicy<Incoming> {
  private from = '';
  private recipients: EnvelopeRecipient[] = [];
  private helloDomain = '';
  private filter_: SessionFilter | undefined;
  private filterOpened = false;
  readonly session: string;
  readonly own: ConnectorSession;

  constructor(
    private readonly simulation: Simulation,
    private readonly service: TransportService,
    private readonly machine: Machine,
    private readonly connector: ConfigObject<'receiveConnector'>,
    peer: Peer,
  ) {
    this.session = sessionId(simulation);
    this.own = new ConnectorSession(simulation, machine, connector, peer);
  }

  private get peer(): Peer {
    return this.own.peer;
  }

  get maxProtocolErrors(): number | 'Unlimited' {
    return this.connector.properties.MaxProtocolErrors;
  }

  get rules(): ConversationRules {
    return this.own;
  }

  /** Anti-spam looks at sessions that may not bypass it; a service without such agents has none. */
  private get filter(): SessionFilter | undefined {
    if (this.own.trusted || this.own.rights.has('BypassAntiSpam')) return undefined;
    if (!this.filterOpened) {
      this.filterOpened = true;
      this.filter_ = openFilter(this.simulation, this.service, this.machine, {
        session: this.session,
        localEndpoint: `${this.machine.address}:${portOf(this.connector)}`,
        remoteEndpoint: this.peer.address,
        address: this.peer.address,
        external: !this.own.authenticated,
        again: this.peer.again === true,
      });
    }
    return this.filter_;
  }

  connect(): SmtpReply {
    if (!this.machine.isRunning('MSExchangeTransport')) return notAvailable;
    return this.filter?.connect() ?? this.own.connect();
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    this.helloDomain = domain;
    return this.own.hello(verb, domain, this.service.settings.shadowRedundancyEnabled);
  }

  /** The front end has greeted the client already. */
  greetedBy(domain: string): void {
    this.helloDomain = domain;
  }

  mail(from: string, parameters: MailParameters): SmtpReply {
    const { machine, peer } = this;
    const internal = peer.machineId === machine.id && peer.submission;
    const state = transportState(machine);
    if (state === 'Inactive') return notActive;
    if ((state === 'Draining' || this.service.redirecting) && !internal) return draining;
    const pressure = refusesMail(
      this.simulation,
      this.service,
      peer.server ? 'server' : peer.submission ? 'mailbox' : 'outside',
    );
    if (pressure.refuse) return replies.noResources;
    const refusal =
      this.own.checkSender(from) ??
      this.own.tooLarge(parameters.size) ??
      countMessage(this.simulation, this.connector, peer) ??
      this.filter?.mail(from);
    if (refusal !== undefined) return this.late(refusal);
    this.from = from;
    this.recipients = [];
    return this.late(delayed(replies.senderOk, pressure.tarpitMs));
  }

  /** After what the agents had to ask. */
  private late(answer: SmtpReply): SmtpReply {
    return this.filter_ === undefined ? answer : delayed(answer, this.filter_.takeWait());
  }

  recipient(address: string, parameters: RecipientParameters): SmtpReply {
    const refusal = this.own.checkRecipient(address, this.recipients.length) ?? this.filter?.recipient(address);
    if (refusal !== undefined) return this.late(refusal);
    this.recipients.push({ address, parameters });
    return this.late(replies.recipientOk);
  }

  data(): SmtpReply {
    return replies.startInput;
  }

  reset(): void {
    this.from = '';
    this.recipients = [];
  }

  authenticate(mechanism: string, user: string, password: string): SmtpReply {
    return this.own.authenticate(mechanism, user, password);
  }

  startTls(): SmtpReply {
    return this.own.startTls();
  }

  message(incoming: Incoming): SmtpReply {
    const mail = isText(incoming) ? this.fromText(incoming.lines) : incoming;
    if ('code' in mail) return mail;
    const refusal = this.checkHops(mail) ?? this.checkHeader(mail) ?? this.own.tooLarge(mail.content.size);
    if (refusal !== undefined) return refusal;
    this.filter?.greet(this.helloDomain);
    const verdict = this.filter?.message(mail.content);
    if (verdict?.reply !== undefined) return this.late(verdict.reply);
    if (verdict?.action === 'DeleteMessage')
      return this.late(this.accepted(mail, this.simulation.kernel.nextId('message')));
    if (verdict?.mailbox !== undefined)
      this.recipients = [{ address: verdict.mailbox, parameters: { notify: [], originalRecipient: '' } }];
    return this.late(this.take(mail));
  }

  private fromText(lines: readonly string[]): IncomingMail | SmtpReply {
    return readText(this.simulation, this.machine, this.connector, lines, {
      from: this.from,
      recipients: this.recipients.map((recipient) => recipient.address),
      authenticated: this.own.authenticated,
    });
  }

  private take(mail: IncomingMail): SmtpReply {
    const { simulation, machine, service, peer } = this;
    const external = !this.own.authenticated;
    const filter = this.filter;
    const hops = receivedLine(simulation, {
      from: peer.name === '' ? this.helloDomain : peer.name,
      fromAddress: peer.address,
      by: machine.fqdn,
      byAddress: simulation.serviceSettings(machine).ExternalIPAddress ?? machine.address,
      protocol: 'SMTP',
      time: simulation.now,
      // Header firewall: only the organisation's servers may bring its headers along.
      previous: peer.server ? mail.hops : withoutStamps(mail.hops),
      ...(filter === undefined ? {} : { stamps: filter.stamps() }),
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
      scl: filter?.scl ?? (external ? 0 : (mail.content.extras?.scl ?? sclOf(mail.hops))),
      // Another server says itself whether its mail was authenticated.
      authenticated: mail.authenticated || (!external && !peer.server && !peer.submission),
      hops,
      entered: mail.entered === 0 ? simulation.now : mail.entered,
    });
    redundancy.protect?.(message);
    takeMail(simulation, machine, message, mail, this.recipients, {
      peer,
      hello: this.helloDomain,
      session: this.session,
      connector: this.connector.identity,
    });
    submit(simulation, service, message);
    const answer = this.accepted(mail, message.id);
    const waitMs = redundancy.waitMs + acknowledgementDelayMs(service, machine, this.connector, peer);
    return waitMs > 0 ? delayed(answer, waitMs) : answer;
  }

  private checkHops(mail: IncomingMail): SmtpReply | undefined {
    let all = mail.receivedLines?.all ?? 0;
    let local = mail.receivedLines?.local ?? 0;
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

  /** Headers of mail between servers are not measured: they were when it came in. */
  private checkHeader({ content, headerSize }: IncomingMail): SmtpReply | undefined {
    if (this.peer.server || this.peer.submission) return undefined;
    const { MaxHeaderSize } = this.connector.properties;
    let size = headerSize;
    if (size === undefined) {
      size = usualHeaderBytes + content.subject.length;
      for (const address of content.to) size += address.length + 4;
      for (const address of content.cc) size += address.length + 4;
    }
    return size > MaxHeaderSize ? replies.headerTooLarge : undefined;
  }

  private accepted({ content }: IncomingMail, id: number): SmtpReply {
    const identity =
      (this.machine.version ?? 2016) >= 2013
        ? `[InternalId=${id}, Hostname=${this.machine.fqdn}] ${content.size} bytes in 0.1, ${(content.size / 102.4).toFixed(3)} KB/sec`
        : `[InternalId=${id}]`;
    return reply(250, '2.6.0', `${content.messageId} ${identity} Queued mail for delivery`);
  }
}

function portOf({ properties }: ConfigObject<'receiveConnector'>): string {
  const binding = properties.Bindings[0] ?? ':25';
  return binding.slice(binding.lastIndexOf(':') + 1);
}
