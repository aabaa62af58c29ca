// Submission of what users send: Mailbox Transport Submission (2013+) hands mail to a Transport service over SMTP, Mail Submission
// (2007, 2010) tells a hub of the site, Exchange 2003 takes it itself. What nobody takes stays in Drafts (spec W1).

import { transact } from '../../smtp/client.ts';
import { logMailboxConnectivity, undefinedDelivery } from '../delivery/connectivity.ts';
import { refusesMail } from '../machines/back-pressure.ts';
import { transportState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { isoTime, sessionId, track, trackContent } from '../mail/tracking.ts';
import { connect, receiveConnectorFor } from '../network/connection.ts';
import { rotated } from '../network/resolver.ts';
import { chooseHubs } from '../receive/hub-choice.ts';
import type { IncomingMail, Peer } from '../receive/incoming.ts';
import { TransportPolicy } from '../receive/transport-policy.ts';
import type { Simulation } from '../simulation.ts';
import type { Draft } from './mail-store.ts';

/** Pause before mail that no transport server took is submitted again. */
export const submissionRetryMs = 60_000;
/** Messages of one turn, so that a flood does not overrun the Submission queue at once. */
const batchSize = 500;
const turnMs = 50;
const hubPort = 2525;

/** Mailbox server that submits for a draft: where its owner's database is mounted; undefined while it is nowhere. */
function submitterOf(simulation: Simulation, draft: Draft): Machine | undefined {
  const mailbox = simulation.directory.find('mailbox', draft.owner);
  const database =
    mailbox === undefined ? undefined : simulation.directory.find('database', mailbox.properties.Database ?? '');
  const machine = simulation.findMachine(database?.properties.Server ?? '');
  return machine?.online && database?.properties.Mounted ? machine : undefined;
}

export function scheduleSubmission(simulation: Simulation, delayMs: number): void {
  const due = simulation.now + delayMs;
  if (simulation.submissionAt > simulation.now && simulation.submissionAt <= due) return;
  simulation.submissionAt = due;
  simulation.kernel.at(due, 'submission', 0);
}

/** Event `submission`: one turn of all mailbox servers. */
export function runSubmission(simulation: Simulation): void {
  if (simulation.submissionAt !== simulation.now) return;
  simulation.submissionAt = 0;
  let count = 0;
  let soon = false;
  let later = false;
  for (const draft of simulation.store.drafts.values()) {
    if (draft.nextAttempt > simulation.now) {
      later = true;
      continue;
    }
    if (count >= batchSize) {
      soon = true;
      break;
    }
    count += 1;
    const machine = submitterOf(simulation, draft);
    const sent = machine !== undefined && submitDraft(simulation, machine, draft);
    if (sent) simulation.store.drafts.delete(draft.id);
    else {
      draft.attempts += 1;
      draft.nextAttempt = simulation.now + submissionRetryMs;
      later = true;
    }
  }
  if (soon) scheduleSubmission(simulation, turnMs);
  else if (later) scheduleSubmission(simulation, nextDue(simulation) - simulation.now);
}

function nextDue(simulation: Simulation): number {
  let due = Number.POSITIVE_INFINITY;
  for (const draft of simulation.store.drafts.values()) {
    due = Math.min(due, draft.nextAttempt);
    if (due <= simulation.now + submissionRetryMs) break;
  }
  return Math.max(due, simulation.now + 1);
}

function submitDraft(simulation: Simulation, machine: Machine, draft: Draft): boolean {
  const version = machine.version ?? 2016;
  const done =
    version === 2003
      ? submitLegacy(simulation, machine, draft, machine)
      : version <= 2010
        ? submitToHub(simulation, machine, draft)
        : submitBySmtp(simulation, machine, draft);
  if (done) {
    simulation.store.add({
      id: simulation.kernel.nextId('item'),
      owner: draft.owner,
      folder: 'Sent Items',
      content: draft.content,
      received: simulation.now,
      server: machine.name,
      hops: undefined,
    });
  }
  return done;
}

function deferred(simulation: Simulation, machine: Machine, draft: Draft, error: string): false {
  if (draft.lastError !== error) {
    simulation.trace.record(
      simulation.now,
      machine,
      'Submission',
      draft.content,
      draft.recipients,
      'Stays in Drafts',
      error,
    );
    if ((machine.version ?? 2016) >= 2013) {
      trackContent(simulation, machine, draft.content, {
        file: 'MSGTRKMS',
        source: 'STOREDRIVER',
        eventId: 'SUBMITDEFER',
        serverHostname: machine.name,
        serverIp: machine.address,
        recipients: [...draft.recipients],
        sourceContext: error,
      });
    }
  }
  draft.lastError = error;
  return false;
}

// ---------------------------------------------------------------- 2013 and later

function submitBySmtp(simulation: Simulation, machine: Machine, draft: Draft): boolean {
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
  const place = {
    file: 'MSGTRKMS' as const,
    source: 'STOREDRIVER',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: machine.address,
    serverHostname: machine.name,
  };
  trackContent(simulation, machine, draft.content, {
    ...place,
    eventId: 'NOTIFYMAPI',
    messageId: '',
    subject: '',
    sender: '',
    returnPath: '',
    recipients: [],
  });
  trackContent(simulation, machine, draft.content, {
    ...place,
    eventId: 'RECEIVE',
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
  const hops = {
    from: machine.fqdn,
    fromAddress: machine.address,
    by: machine.fqdn,
    byAddress: machine.address,
    protocol: 'mapi' as const,
    time: simulation.now,
    previous: undefined,
  };
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
  noteSubmitted(simulation, machine, draft, hub, reason);
  return true;
}

function noteSubmitted(simulation: Simulation, machine: Machine, draft: Draft, hub: Machine, reason: string): void {
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
  );
}

// ---------------------------------------------------------------- 2007 and 2010, 2003

function submitToHub(simulation: Simulation, machine: Machine, draft: Draft): boolean {
  if (!machine.isRunning('MSExchangeIS'))
    return deferred(simulation, machine, draft, 'The Information Store does not run');
  if (!machine.isRunning('MSExchangeMailSubmission'))
    return deferred(simulation, machine, draft, 'Mail Submission does not run');
  const hubs: Machine[] = [];
  if (draft.server !== '') {
    const given = simulation.findMachine(draft.server);
    if (given !== undefined) hubs.push(given);
  } else {
    for (const server of simulation.directory.sorted('server')) {
      const hub = simulation.findMachine(server.name);
      if (
        hub !== undefined &&
        !hub.isEdge &&
        (hub.version ?? 0) >= 2007 &&
        hub.hasTransportRole &&
        hub.site?.toLowerCase() === machine.site?.toLowerCase()
      )
        hubs.push(hub);
    }
  }
  // The local hub is preferred unless the server is in an availability group; else the hubs of the site take turns.
  const local = machine.inGroup ? [] : hubs.filter((hub) => hub === machine);
  const order = [
    ...local,
    ...rotated(
      hubs.filter((hub) => !local.includes(hub)),
      machine.submissionTurn,
    ),
  ];
  for (const hub of order) {
    if (
      connect(simulation, { machine }, hub.address, 25).result !== 'ok' ||
      simulation.runningTransport(hub) === undefined ||
      transportState(hub) !== 'Active'
    )
      continue;
    if (refusesMail(simulation, hub.transport!, 'mailbox').refuse) continue;
    machine.submissionTurn += 1;
    trackContent(simulation, machine, draft.content, {
      file: 'MSGTRKM',
      source: 'STOREDRIVER',
      eventId: 'SUBMIT',
      clientIp: machine.address,
      clientHostname: machine.name,
      serverIp: hub.address,
      serverHostname: hub.name,
      recipients: [],
      sourceContext: `MDB:${simulation.directory.find('mailbox', draft.owner)?.properties.Database ?? ''}, Mailbox:${draft.owner}, Event:${draft.id}, MessageClass:IPM.Note, CreationTime:${isoTime(draft.created)}, ClientType:OWA`,
    });
    return submitLegacy(simulation, machine, draft, hub);
  }
  simulation.event(machine, {
    source: 'MSExchangeMailSubmission',
    eventId: 1009,
    category: 'MSExchangeMailSubmission',
    level: 'Warning',
    message: `The Microsoft Exchange Mail Submission service is currently unable to contact any Hub Transport servers in the local Active Directory site.`,
    strings: [],
  });
  return deferred(simulation, machine, draft, 'no Hub Transport server of the site can be contacted');
}

/** The hub's store driver fetches the message from the mailbox. */
function submitLegacy(simulation: Simulation, machine: Machine, draft: Draft, hub: Machine): boolean {
  const service = hub.transport;
  if (service === undefined || !simulation.transportRuns(hub))
    return deferred(simulation, machine, draft, `transport on ${hub.name} does not run`);
  const hops = {
    from: machine.fqdn,
    fromAddress: machine.address,
    by: hub.fqdn,
    byAddress: hub.address,
    protocol: 'mapi' as const,
    time: simulation.now,
    previous: undefined,
  };
  const message = makeMessage(simulation, service, {
    content: draft.content,
    machine: hub,
    returnPath: draft.content.from,
    sourceName: 'FromLocal',
    sourceIp: machine.address,
    authenticated: true,
    hops,
    entered: simulation.now,
  });
  message.recipients = draft.recipients.map((address) => new Recipient(address, address, ''));
  track(simulation, hub, message, {
    source: 'STOREDRIVER',
    eventId: 'RECEIVE',
    clientIp: machine.address,
    clientHostname: machine.name,
    serverIp: hub.address,
    serverHostname: hub.name,
    recipients: [...draft.recipients],
    recipientStatus: draft.recipients.map(() => 'To'),
  });
  simulation.trace.record(
    simulation.now,
    hub,
    'Submission',
    draft.content,
    draft.recipients,
    `Fetched from ${machine.name}`,
    'Mail Submission told this hub',
  );
  submit(simulation, service, message);
  return true;
}
