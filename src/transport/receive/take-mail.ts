// Envelope and log of a message that a Transport service has taken over SMTP.

import type { RecipientParameters } from '../../smtp/policy.ts';
import type { Machine } from '../machines/machine.ts';
import { type Message, notifyNever, notifySuccess, Recipient } from '../mail/message.ts';
import { track } from '../mail/tracking.ts';
import type { Simulation } from '../simulation.ts';
import type { IncomingMail, Peer } from './incoming.ts';

export interface EnvelopeRecipient {
  address: string;
  parameters: RecipientParameters;
}

export interface Arrival {
  peer: Peer;
  hello: string;
  session: string;
  /** Identity of the Receive connector. */
  connector: string;
}

export function takeMail(
  simulation: Simulation,
  machine: Machine,
  message: Message,
  mail: IncomingMail,
  recipients: readonly EnvelopeRecipient[],
  { peer, hello, session, connector }: Arrival,
): void {
  for (const recipient of recipients) message.addRecipient(recipientOf(mail, recipient));
  if (mail.expanded !== undefined || mail.suppressDsn || mail.upstreamServer !== 0) {
    const { expanded, suppressDsn, upstreamServer, upstreamMessage } = mail;
    message.mark({ expanded, suppressDsn, upstreamServer, upstreamMessage });
  }
  message.rulesDone = peer.server && !peer.submission && simulation.machinesById.get(peer.machineId)?.isEdge === false;
  traceArrival(simulation, machine, message, { peer, hello, session, connector });
  track(simulation, machine, message, {
    source: 'SMTP',
    eventId: 'RECEIVE',
    clientIp: peer.address,
    clientHostname: peer.name === '' ? hello : peer.name,
    serverIp: machine.address,
    serverHostname: machine.name,
    sourceContext: `${session};${new Date(simulation.now).toISOString()};0`,
    connectorId: connector,
    recipients: message.recipients.map((recipient) => recipient.address),
    messageInfo: '0cA: ',
    customData: peer.proxied
      ? `S:ProxiedClientIPAddress=${peer.address};S:FirstForestHop=${machine.fqdn}`
      : `S:FirstForestHop=${machine.fqdn}`,
  });
}

/** Told of mail from outside the transport services; between them the sending side tells. */
function traceArrival(simulation: Simulation, machine: Machine, message: Message, { peer, connector }: Arrival): void {
  if (!simulation.trace.enabled || (peer.server && !peer.submission)) return;
  simulation.trace.record(
    simulation.now,
    machine,
    'SmtpReceive',
    message.content,
    message.recipients.map((recipient) => recipient.address),
    `Accepted by ${connector}`,
    peer.user === '' ? 'the connector takes mail from there' : `${peer.user} has logged on`,
    { inputs: [`client ${peer.name} [${peer.address}]`, `size ${message.content.size}`] },
  );
}

function recipientOf(mail: IncomingMail, { address, parameters }: EnvelopeRecipient): Recipient {
  const known = mail.recipients?.find((candidate) => candidate.address === address);
  const recipient = new Recipient(
    address,
    known?.original ?? (parameters.originalRecipient !== '' ? parameters.originalRecipient : address),
    known?.related ?? '',
  );
  recipient.notify =
    known?.notify ??
    (parameters.notify.includes('NEVER') ? notifyNever : parameters.notify.includes('SUCCESS') ? notifySuccess : 0);
  recipient.delaySent = known?.delaySent ?? false;
  return recipient;
}
