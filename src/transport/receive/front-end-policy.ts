// Front End Transport (2013+): keeps no mail, passes each session on to a Transport service and passes its answers back.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { transact } from '../../smtp/client.ts';
import type { MailParameters, RecipientParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { delayed, isPositive, replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import { componentState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { connect, receiveConnectorFor } from '../network/connection.ts';
import type { Simulation } from '../simulation.ts';
import { ehloKeywords } from './ehlo.ts';
import { chooseHubs } from './hub-choice.ts';
import type { Incoming, Peer } from './incoming.ts';
import { smtpBanner, TransportPolicy } from './transport-policy.ts';

const frontEndNotActive = reply(421, '4.3.2', 'Service not active', { close: true });
/** No Transport service answers at all. */
const cannotProxy = reply(451, '4.7.0', 'Temporary server error. Please try again later. PRX1');

const hubPort = 2525;

export class FrontEndPolicy implements SmtpPolicy<Incoming> {
  private hub: TransportPolicy | undefined;
  private helloDomain = '';
  private from = '';
  private parameters: MailParameters | undefined;
  private recipients: { address: string; parameters: RecipientParameters }[] = [];

  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly connector: ConfigObject<'receiveConnector'>,
    private readonly peer: Peer,
  ) {}

  get maxProtocolErrors(): number {
    return this.connector.properties.MaxProtocolErrors;
  }

  connect(): SmtpReply {
    if (componentState(this.machine, 'FrontendTransport') !== 'Active') return frontEndNotActive;
    return smtpBanner(this.machine, this.connector, this.simulation.now);
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    if (domain === '' && this.connector.properties.RequireEHLODomain) return replies.invalidDomain;
    this.helloDomain = domain;
    const greeting = `${this.connector.properties.Fqdn ?? this.machine.fqdn} Hello [${this.peer.address}]`;
    if (verb === 'HELO') return reply(250, '', greeting);
    return reply(250, '', [greeting, ...ehloKeywords(this.machine, this.connector, false, true)]);
  }

  private openHub(hub: Machine): { policy: TransportPolicy | undefined; waitMs: number } {
    const way = connect(this.simulation, { machine: this.machine }, hub.address, hubPort);
    const service = this.simulation.runningTransport(hub);
    const connector = receiveConnectorFor(this.simulation, hub, hubPort, this.machine.address);
    if (way.result !== 'ok' || service === undefined || connector === undefined)
      return { policy: undefined, waitMs: way.waitMs };
    // The proxied session keeps the client's identity (XPROXY): what this connector allows is allowed there.
    const policy = new TransportPolicy(this.simulation, service, hub, this.connector, {
      ...this.peer,
      proxied: true,
      name: this.peer.name === '' ? this.helloDomain : this.peer.name,
    });
    policy.hello('EHLO', this.helloDomain);
    return { policy, waitMs: way.waitMs };
  }

  /** With one active Transport service within reach the session goes on; else its refusal is passed on (spec W1 step 4). */
  mail(from: string, parameters: MailParameters): SmtpReply {
    const { fallback } = chooseHubs(this.simulation, this.machine, [], 0);
    let refusal: SmtpReply | undefined;
    let waitMs = 0;
    for (const candidate of fallback) {
      const { policy, waitMs: spent } = this.openHub(candidate);
      waitMs += spent;
      if (policy === undefined) continue;
      const answer = policy.mail(from, parameters);
      if (isPositive(answer) || answer.code >= 500) {
        this.hub = isPositive(answer) ? policy : undefined;
        this.from = from;
        this.parameters = parameters;
        this.recipients = [];
        return delayed(answer, waitMs);
      }
      refusal ??= answer;
    }
    return delayed(refusal ?? cannotProxy, waitMs);
  }

  recipient(address: string, parameters: RecipientParameters): SmtpReply {
    const answer = this.hub?.recipient(address, parameters) ?? cannotProxy;
    if (isPositive(answer)) this.recipients.push({ address, parameters });
    return answer;
  }

  data(): SmtpReply {
    return replies.startInput;
  }

  /** The hub is chosen by the recipients; with none of theirs in reach the one that answered MAIL takes it. */
  message(incoming: Incoming): SmtpReply {
    const { preferred } = chooseHubs(
      this.simulation,
      this.machine,
      this.recipients.map((recipient) => recipient.address),
      0,
    );
    let waitMs = 0;
    for (const candidate of preferred) {
      const { policy, waitMs: spent } = this.openHub(candidate);
      waitMs += spent;
      if (policy === undefined) continue;
      const result = transact(policy, this.from, this.recipients, incoming, this.parameters?.size ?? 0);
      if (result.stage === 'done' || result.reply.code >= 500) return delayed(result.reply, waitMs);
    }
    return delayed(this.hub?.message(incoming) ?? cannotProxy, waitMs);
  }

  reset(): void {
    this.hub?.reset();
    this.hub = undefined;
    this.recipients = [];
  }

  authenticate(): SmtpReply {
    return replies.notAuthenticated;
  }

  startTls(): SmtpReply {
    return this.connector.properties.AuthMechanism.includes('Tls') ? replies.tlsReady : replies.unrecognized;
  }
}
