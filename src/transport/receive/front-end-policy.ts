// Front End Transport (2013+): keeps no mail, passes each session on to a Transport service and passes its answers back.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { transact } from '../../smtp/client.ts';
import type { ConversationRules, MailParameters, RecipientParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { delayed, isPositive, replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import { componentState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { connect, receiveConnectorFor } from '../network/connection.ts';
import type { Simulation } from '../simulation.ts';
import { ConnectorSession } from './connector-session.ts';
import { chooseHubs } from './hub-choice.ts';
import type { Incoming, Peer } from './incoming.ts';
import { TransportPolicy } from './transport-policy.ts';

const frontEndNotActive = reply(421, '4.3.2', 'Service not active', { close: true });
/** No Transport service answers at all. */
const cannotProxy = reply(451, '4.7.0', 'Temporary server error. Please try again later. PRX1');

const hubPort = 2525;

export class FrontEndPolicy implements SmtpPolicy<Incoming> {
  /** The hub that answered MAIL, and its machine. */
  private hub: TransportPolicy | undefined;
  private hubMachine: Machine | undefined;
  private helloDomain = '';
  private from = '';
  private parameters: MailParameters | undefined;
  private recipients: { address: string; parameters: RecipientParameters }[] = [];
  readonly own: ConnectorSession;

  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly connector: ConfigObject<'receiveConnector'>,
    peer: Peer,
  ) {
    this.own = new ConnectorSession(simulation, machine, connector, peer);
  }

  get maxProtocolErrors(): number | 'Unlimited' {
    return this.connector.properties.MaxProtocolErrors;
  }

  get rules(): ConversationRules {
    return this.own;
  }

  connect(): SmtpReply {
    if (componentState(this.machine, 'FrontendTransport') !== 'Active') return frontEndNotActive;
    return this.own.connect();
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    this.helloDomain = domain;
    return this.own.hello(verb, domain, true);
  }

  private openHub(hub: Machine, again: boolean): { policy: TransportPolicy | undefined; waitMs: number } {
    const way = connect(this.simulation, { machine: this.machine }, hub.address, hubPort);
    const service = this.simulation.runningTransport(hub);
    const connector = receiveConnectorFor(this.simulation, hub, hubPort, this.machine.address);
    if (way.result !== 'ok' || service === undefined || connector === undefined)
      return { policy: undefined, waitMs: way.waitMs };
    // The proxied session keeps the client's identity (XPROXY): what this connector allows is allowed there.
    const { peer } = this.own;
    const policy = new TransportPolicy(this.simulation, service, hub, this.connector, {
      ...peer,
      proxied: true,
      again: again || peer.again === true,
      name: peer.name === '' ? this.helloDomain : peer.name,
    });
    policy.greetedBy(this.helloDomain);
    return { policy, waitMs: way.waitMs };
  }

  /** With one active Transport service within reach the session goes on; else its refusal is passed on (spec W1 step 4). */
  mail(from: string, parameters: MailParameters): SmtpReply {
    const { fallback } = chooseHubs(this.simulation, this.machine, [], 0);
    let refusal: SmtpReply | undefined;
    let waitMs = 0;
    for (const candidate of fallback) {
      const { policy, waitMs: spent } = this.openHub(candidate, false);
      waitMs += spent;
      if (policy === undefined) continue;
      const answer = policy.mail(from, parameters);
      if (isPositive(answer) || answer.code >= 500) {
        this.hub = isPositive(answer) ? policy : undefined;
        this.hubMachine = candidate;
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
      if (candidate === this.hubMachine && this.hub !== undefined) break;
      const { policy, waitMs: spent } = this.openHub(candidate, true);
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
    this.hubMachine = undefined;
    this.recipients = [];
  }

  authenticate(mechanism: string, user: string, password: string): SmtpReply {
    return this.own.authenticate(mechanism, user, password);
  }

  startTls(): SmtpReply {
    return this.own.startTls();
  }
}
