// Delivery agent connectors (Exchange 2010 and later): a delivery agent on the source server takes the mail for a protocol that is not
// SMTP (*Delivery agents*). The agent that Exchange brings is the Text Messaging Delivery Agent for the protocol MOBILE; what it takes has
// arrived at the address, for instance `MOBILE:5551234`.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { agentsOf } from '../directory/agents.ts';
import type { Machine } from '../machines/machine.ts';
import { notifySuccess, type QueuedMessage } from '../mail/message.ts';
import { finishIfDone, takeOut } from '../mail/registry.ts';
import { sessionId, track } from '../mail/tracking.ts';
import { reportSuccess } from '../notifications/failures.ts';
import type { Queue } from '../queues/queue.ts';
import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import { next } from './attempt-end.ts';
import { traceAttempt } from './attempt-trace.ts';
import { logConnectivity } from './connectivity.ts';
import { replyError } from './errors.ts';
import { enterRetry, markSuccess, resubmitQueue } from './retry.ts';
import { readyItems } from './send.ts';

/** Time of one turn of an agent's connections. */
const turnMs = 1000;

/** Agents by the protocol that they deliver. */
const agentByProtocol: Record<string, string> = { MOBILE: 'Text Messaging Delivery Agent' };

export function deliverToAgent(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
): void {
  const connector = [...simulation.directory.all('deliveryAgentConnector')].find(
    (candidate) => candidate.guid === queue.key.connector,
  );
  const obstacle = whyNot(machine, connector);
  if (connector === undefined || obstacle !== undefined) {
    const reason = `delivery agent connector ${queue.key.object} ${obstacle ?? 'is gone'}`;
    traceAttempt(simulation, machine, queue, 'Next hop is no longer right', reason);
    resubmitQueue(simulation, queue, reason, '');
    return;
  }
  const agent = agentByProtocol[connector.properties.DeliveryProtocol.toUpperCase()];
  const runs = agentsOf(simulation, machine).some(({ name, properties }) => name === agent && properties.Enabled);
  if (agent === undefined || !runs) {
    const { DeliveryProtocol } = connector.properties;
    const error = `451 4.4.0 No delivery agent for the protocol ${DeliveryProtocol} is enabled on this server`;
    traceAttempt(simulation, machine, queue, 'Retry', error);
    enterRetry(simulation, queue, replyError(simulation, machine, error, undefined));
    return;
  }
  markSuccess(simulation, queue);
  deliverTurn(simulation, service, machine, queue, connector, agent);
  next(simulation, queue, turnMs);
}

function whyNot(machine: Machine, connector: ConfigObject<'deliveryAgentConnector'> | undefined): string | undefined {
  if (connector === undefined) return 'is gone';
  const { SourceTransportServers, Enabled } = connector.properties;
  if (!Enabled) return 'is disabled';
  return SourceTransportServers.some((name) => name.toLowerCase() === machine.name.toLowerCase())
    ? undefined
    : `has ${machine.name} no longer as a source server`;
}

/** MaxConcurrentConnections with MaxMessagesPerConnection messages each. */
function deliverTurn(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  connector: ConfigObject<'deliveryAgentConnector'>,
  agent: string,
): void {
  const limits = connector.properties as Record<string, unknown>;
  const perConnection = Number(limits.MaxMessagesPerConnection ?? 20);
  const items = readyItems(simulation, queue, perConnection * Number(limits.MaxConcurrentConnections ?? 5));
  for (let from = 0; from < items.length; from += perConnection) {
    const session = sessionId(simulation);
    const carried = items.slice(from, from + perConnection);
    const line = `${queue.key.type} ${queue.key.connector};QueueLength=${queue.items.size}`;
    logConnectivity(simulation, machine, queue, session, '+', line);
    for (const queued of carried) deliver(simulation, service, machine, queue, queued, connector.name, agent);
    const bytes = carried.reduce((sum, queued) => sum + queued.message.content.size, 0);
    const ending = `Messages: ${carried.length} Bytes: ${bytes} (Complete)`;
    logConnectivity(simulation, machine, queue, session, '-', ending);
  }
}

function deliver(
  simulation: Simulation,
  service: TransportService,
  machine: Machine,
  queue: Queue,
  queued: QueuedMessage,
  connector: string,
  agent: string,
): void {
  const { message } = queued;
  const open = queued.recipients.filter((recipient) => recipient.state !== 'done');
  const recipients = open.map((recipient) => recipient.address);
  for (const recipient of open) {
    recipient.state = 'done';
    simulation.store.add({
      id: simulation.kernel.nextId('item'),
      owner: recipient.address.toLowerCase(),
      folder: 'Inbox',
      content: message.content,
      received: simulation.now,
      server: machine.name,
      hops: message.hops,
    });
  }
  track(simulation, machine, message, {
    source: 'AGENT',
    eventId: 'SEND',
    connectorId: connector,
    serverHostname: machine.name,
    recipients,
    recipientStatus: recipients.map(() => '250 2.1.5 Recipient OK'),
    sourceContext: agent,
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'DeliveryAgent',
    message.content,
    recipients,
    `Taken by the ${agent}`,
    `delivery agent connector ${connector}`,
  );
  if (open.some((recipient) => recipient.notify === notifySuccess))
    reportSuccess(simulation, service, message, open, 'relayed');
  takeOut(simulation, queue, queued);
  finishIfDone(simulation, service, message);
}
