// Mail Submission (2007 and 2010) tells a hub of the site, whose store driver fetches the mail; Exchange 2003 takes it itself.

import { refusesMail } from '../machines/back-pressure.ts';
import { transportState } from '../machines/components.ts';
import type { Machine } from '../machines/machine.ts';
import { Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { isoTime, track, trackContent } from '../mail/tracking.ts';
import { connect } from '../network/connection.ts';
import { rotated } from '../network/resolver.ts';
import type { Simulation } from '../simulation.ts';
import { deferred } from './deferral.ts';
import type { Draft } from './mail-store.ts';

export function submitToHub(simulation: Simulation, machine: Machine, draft: Draft): boolean {
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
    return submitFromMailbox(simulation, machine, draft, hub);
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
export function submitFromMailbox(simulation: Simulation, machine: Machine, draft: Draft, hub: Machine): boolean {
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
