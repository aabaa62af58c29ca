// Mailbox Transport Submission (2013 and later): hands mail over SMTP to a Transport service of the recipients' delivery group,
// else of the own one (spec W1).

import { transact } from '../../smtp/client.ts';
import { logMailboxConnectivity, undefinedDelivery } from '../delivery/connectivity.ts';
import type { Machine } from '../machines/machine.ts';
import { receivedLine } from '../mail/registry.ts';
import { isoTime, sessionId, trackContent } from '../mail/tracking.ts';
import { connect, receiveConnectorFor } from '../network/connection.ts';
import { chooseHubs } from '../receive/hub-choice.ts';
import type { IncomingMail, Peer } from '../receive/incoming.ts';
import { TransportPolicy } from '../receive/transport-policy.ts';
import type { Simulation } from '../simulation.ts';
import { deferred } from './deferral.ts';
import type { Draft } from './mail-store.ts';

const hubPort = 2525;

export function submitBySmtp(simulation: Simulation, machine: Machine, draft: Draft): boolean {
  if (!machine.isRunning('MSExchangeIS'))
    return deferred(simulation, machine, draft, 'The Information Store does not run');
  if (!machine.isRunning('MSExchangeSubmission'))
    return deferred(simulation, machine, draft, 'Mailbox Transport Submission does not run');
  noteFromMailbox(simulation, machine, draft);
  const { candidates, reason } = hubCandidates(simulation, machine, draft);
  const mapi = sessionId(simulation);
  const database = simulation.directory.find(
    'database',
    simulation.directory.find('mailbox', draft.owner)?.properties.Database ?? '',
  );
  logMailboxConnectivity(
    simulation,
    machine,
    'MailboxSubmission',
    mapi,
    'MapiSubmission',
    database?.guid ?? '',
    '+',
    machine.fqdn,
  );
  let error = 'no Transport service can be reached';
  for (const hub of candidates) {
    const answer = submitTo(simulation, machine, draft, hub, reason);
    if (answer === true) {
      logMailboxConnectivity(
        simulation,
        machine,
        'MailboxSubmission',
        mapi,
        'MapiSubmission',
        database?.guid ?? '',
        '-',
        `RegularSubmissions: 1 ShadowSubmissions: 0 Bytes: ${draft.content.size} Recipients: ${draft.recipients.length} Failures: 0 ReachedLimit: False Idle: True`,
      );
      return true;
    }
    error = answer;
  }
  return deferred(simulation, machine, draft, error);
}

/** NOTIFYMAPI and RECEIVE of the message as the submission service sees it, once. */
function noteFromMailbox(simulation: Simulation, machine: Machine, draft: Draft): void {
  if (draft.notified) return;
  draft.notified = true;
  trackContent(simulation, machine, draft.content, {
    file: 'MSGTRKMS',
    source: 'STOREDRIVER',
    eventId: 'NOTIFYMAPI',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: machine.address,
    serverHostname: machine.name,
    messageId: '',
    subject: '',
    sender: '',
    returnPath: '',
    recipients: [],
  });
  trackContent(simulation, machine, draft.content, {
    file: 'MSGTRKMS',
    source: 'STOREDRIVER',
    eventId: 'RECEIVE',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: machine.address,
    serverHostname: machine.name,
    recipients: [...draft.recipients],
    recipientStatus: draft.recipients.map(() => 'To'),
    directionality: 'Originating',
    sourceContext: '04I:',
  });
}

function hubCandidates(
  simulation: Simulation,
  machine: Machine,
  draft: Draft,
): { candidates: Machine[]; reason: string } {
  if (draft.server !== '') {
    const given = simulation.findMachine(draft.server);
    return { candidates: given === undefined ? [] : [given], reason: 'the sender named the server' };
  }
  machine.submissionTurn += 1;
  const choice = chooseHubs(simulation, machine, draft.recipients, machine.submissionTurn);
  const fallback = choice.fallback.filter((hub) => !choice.preferred.includes(hub));
  return { candidates: [...choice.preferred, ...fallback], reason: choice.reason };
}

/** One try at one hub: true, or why not. */
function submitTo(simulation: Simulation, machine: Machine, draft: Draft, hub: Machine, reason: string): true | string {
  const session = sessionId(simulation);
  const log = (direction: '+' | '>' | '-', description: string): void =>
    logMailboxConnectivity(
      simulation,
      machine,
      'MailboxSubmission',
      session,
      'SMTP',
      'mailboxtransportsubmissioninternalproxy',
      direction,
      description,
    );
  log('+', undefinedDelivery);
  log('>', `${hub.fqdn}[${hub.address}]`);
  const way = connect(simulation, { machine }, hub.address, hubPort);
  const connector = way.result === 'ok' ? receiveConnectorFor(simulation, hub, hubPort, machine.address) : undefined;
  if (way.result !== 'ok' || connector === undefined || hub.transport === undefined) {
    const code = way.result === 'timeout' ? 10060 : 10061;
    log(
      '-',
      `Messages: 0 Bytes: 0 (Retry : Failed to connect. Winsock error code: ${code}, Win32 error code: ${code})`,
    );
    return `${hub.name}: connection ${way.result === 'timeout' ? 'timed out' : 'refused'}`;
  }
  log('>', `Established connection to ${hub.address}`);
  const peer: Peer = {
    address: machine.address,
    name: machine.fqdn,
    server: true,
    machineId: machine.id,
    user: '',
    submission: true,
    proxied: false,
  };
  const policy = new TransportPolicy(simulation, hub.transport, hub, connector, peer);
  const hops = receivedLine(simulation, {
    from: machine.fqdn,
    fromAddress: machine.address,
    by: machine.fqdn,
    byAddress: machine.address,
    protocol: 'mapi',
    time: simulation.now,
    previous: undefined,
  });
  const incoming: IncomingMail = {
    content: draft.content,
    hops,
    entered: simulation.now,
    authenticated: true,
    recipients: undefined,
    expanded: undefined,
    suppressDsn: false,
    upstreamServer: 0,
    upstreamMessage: 0,
  };
  const place = simulation.trace.keepPlace();
  const result = transact(
    policy,
    draft.content.from,
    draft.recipients.map((address) => ({ address })),
    incoming,
    0,
  );
  if (result.stage !== 'done') {
    log('-', `Messages: 0 Bytes: 0 (Retry : ${result.reply.lines[0]})`);
    return `${hub.name}: ${result.reply.code} ${result.reply.enhanced} ${result.reply.lines[0]}`;
  }
  log('-', `Messages: 1 Bytes: ${draft.content.size} (Attempted)`);
  noteSubmitted(simulation, machine, draft, hub, reason, place);
  return true;
}

function noteSubmitted(
  simulation: Simulation,
  machine: Machine,
  draft: Draft,
  hub: Machine,
  reason: string,
  place: number,
): void {
  const mailbox = simulation.directory.find('mailbox', draft.owner);
  const database = simulation.directory.find('database', mailbox?.properties.Database ?? '');
  trackContent(simulation, machine, draft.content, {
    file: 'MSGTRKMS',
    source: 'STOREDRIVER',
    eventId: 'SUBMIT',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: hub.address,
    serverHostname: hub.fqdn,
    recipients: [...draft.recipients],
    sourceContext: `MDB:${database?.guid ?? ''}, Mailbox:${draft.owner}, Event:${draft.id}, MessageClass:IPM.Note, CreationTime:${isoTime(draft.created)}, ClientType:OWA, SubmissionAssistant:MailboxTransportSubmissionEmailAssistant`,
    directionality: 'Originating',
    messageInfo: isoTime(simulation.now),
  });
  simulation.trace.record(
    simulation.now,
    machine,
    'Submission',
    draft.content,
    draft.recipients,
    `Handed to ${hub.name}`,
    reason,
    { place },
  );
}
