// The anti-spam agents of a running Transport service, asked in order of their priority at each event of a session; what they do is
// written to the agent log. A service without such agents has no filter, and its sessions do not notice.

import { replyText, type SmtpReply } from '../../../smtp/reply.ts';
import type { LoadedAgent } from '../../directory/agents.ts';
import type { Machine } from '../../machines/machine.ts';
import type { Content } from '../../mail/content.ts';
import { addressNumber, rangeBounds } from '../../network/connection.ts';
import type { TransportService } from '../../queues/transport-service.ts';
import type { Simulation } from '../../simulation.ts';
import type { FilterAgent, FilteredSession, Verdict } from './agent.ts';
import type { AgentKind } from './catalog.ts';
import { connectionFilter } from './connection-filter.ts';
import { contentFilter } from './content-filter.ts';
import { edgeRule } from './edge-rule.ts';
import { recipientFilter } from './recipient-filter.ts';
import { senderFilter } from './sender-filter.ts';
import { senderId } from './sender-id.ts';

const filters: Partial<Record<AgentKind, FilterAgent>> = {
  ConnectionFiltering: connectionFilter,
  SenderFilter: senderFilter,
  RecipientFilter: recipientFilter,
  SenderId: senderId,
  ContentFilter: contentFilter,
  EdgeRule: edgeRule,
};

type Chain = readonly { name: string; agent: FilterAgent }[];
const noChain: Chain = [];
const chains = new WeakMap<readonly LoadedAgent[], Chain>();

/** The agents of a service that filter sessions, in order. */
function chainOf(service: TransportService): Chain {
  const { agents } = service.settings;
  if (agents === undefined) return noChain;
  let chain = chains.get(agents);
  if (chain === undefined) {
    chain = agents.flatMap(([name, kind]) => {
      const agent = filters[kind];
      return agent === undefined ? [] : [{ name, agent }];
    });
    chains.set(agents, chain);
  }
  return chain;
}

export interface SessionIdentity {
  session: string;
  localEndpoint: string;
  remoteEndpoint: string;
  address: string;
  external: boolean;
  /** The same session is gone through once more: nothing is logged before the end of data. */
  again: boolean;
}

/** The filter of a session; undefined where no agent is at work. */
export function openFilter(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  identity: SessionIdentity,
): SessionFilter | undefined {
  const chain = chainOf(service);
  return chain.length === 0 ? undefined : new SessionFilter(simulation, machine, chain, identity);
}

type Event = 'OnConnect' | 'OnMailCommand' | 'OnRcptCommand' | 'OnEndOfHeaders' | 'OnEndOfData';

export class SessionFilter {
  private readonly state: FilteredSession;
  private connected = false;

  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly chain: Chain,
    private readonly identity: SessionIdentity,
  ) {
    this.state = {
      simulation,
      machine,
      address: isInternalServer(simulation, identity.address) ? '' : identity.address,
      helloDomain: '',
      external: identity.external,
      from: '',
      recipients: [],
      allowed: false,
      blockedSender: false,
      senderId: undefined,
      prd: '',
      scl: 0,
      waitMs: 0,
    };
  }

  /** Time that questions to DNS took since it was last asked. */
  takeWait(): number {
    const { waitMs } = this.state;
    this.state.waitMs = 0;
    return waitMs;
  }

  greet(domain: string): void {
    this.state.helloDomain = domain;
  }

  connect(): SmtpReply | undefined {
    if (this.connected) return undefined;
    this.connected = true;
    return this.ask('OnConnect', '', undefined, (agent) => agent.onConnect?.(this.state))?.reply;
  }

  mail(from: string): SmtpReply | undefined {
    this.state.from = from;
    this.state.recipients = [];
    this.state.blockedSender = false;
    this.state.scl = 0;
    const refusal = this.connect();
    if (refusal !== undefined) return refusal;
    return this.ask('OnMailCommand', '', undefined, (agent) => agent.onMailCommand?.(this.state, from))?.reply;
  }

  recipient(address: string): SmtpReply | undefined {
    const verdict = this.ask('OnRcptCommand', address, undefined, (agent) =>
      agent.onRcptCommand?.(this.state, address),
    );
    if (verdict?.reply === undefined) this.state.recipients.push(address);
    return verdict?.reply;
  }

  /** What is to become of the whole message; undefined: it is taken. */
  message(content: Content): Verdict | undefined {
    return (
      this.ask('OnEndOfHeaders', '', content, (agent) => agent.onEndOfHeaders?.(this.state, content)) ??
      this.ask('OnEndOfData', '', content, (agent) => agent.onEndOfData?.(this.state, content))
    );
  }

  /** The level that the message leaves with: mail of allowed addresses is not judged. */
  get scl(): number {
    return this.state.allowed ? -1 : this.state.scl;
  }

  /** Header lines that the agents add. */
  stamps(): string {
    const { senderId: result, prd, address, from, helloDomain } = this.state;
    const lines: string[] = [];
    if (result !== undefined) {
      lines.push(
        `Received-SPF: ${result} (${this.machine.fqdn}: domain of ${from})\n receiver=${this.machine.fqdn}; client-ip=${address}; helo=${helloDomain};`,
        `X-MS-Exchange-Organization-PRD: ${prd}`,
        `X-MS-Exchange-Organization-SenderIdResult: ${result}`,
      );
    }
    lines.push(`X-MS-Exchange-Organization-SCL: ${this.scl}`);
    return lines.join('\n');
  }

  private ask(
    event: Event,
    recipient: string,
    content: Content | undefined,
    question: (agent: FilterAgent) => Verdict | undefined,
  ): Verdict | undefined {
    for (const { name, agent } of this.chain) {
      if (this.state.allowed) return undefined;
      const verdict = question(agent);
      if (verdict === undefined) continue;
      this.log(name, event, recipient, content, verdict);
      if (verdict.action !== 'AcceptMessage') return verdict;
    }
    return undefined;
  }

  private log(
    agent: string,
    event: Event,
    recipient: string,
    content: Content | undefined,
    { action, reply: answer, reason, reasonData }: Verdict,
  ): void {
    if (this.identity.again && content === undefined) return;
    const { session, localEndpoint, remoteEndpoint, address } = this.identity;
    this.simulation.log(this.machine, {
      log: 'agent',
      service: this.machine.isEdge ? 'Edge' : 'Hub',
      time: this.simulation.now,
      session,
      localEndpoint,
      remoteEndpoint,
      enteredOrgFromIp: address,
      messageId: content?.messageId ?? '',
      p1FromAddress: this.state.from,
      p2FromAddresses: content === undefined ? [] : [content.from],
      recipients: recipient === '' ? [...this.state.recipients] : [recipient],
      agent,
      event,
      action,
      smtpResponse: answer === undefined ? '' : replyText(answer),
      reason,
      reasonData,
    });
  }
}

/** Set-TransportConfig -InternalSMTPServers: these say nothing about who sent the mail. */
function isInternalServer(simulation: Simulation, address: string): boolean {
  const list = (simulation.transportConfig as Record<string, unknown>).InternalSMTPServers;
  const value = addressNumber(address);
  return (
    Array.isArray(list) &&
    value !== undefined &&
    list.some((range) => {
      const bounds = rangeBounds(String(range));
      return bounds !== undefined && value >= bounds[0] && value <= bounds[1];
    })
  );
}
