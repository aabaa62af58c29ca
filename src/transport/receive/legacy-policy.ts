// An Exchange 2003 bridgehead as an SMTP server: it takes mail for its mailboxes, its connectors and its groups and deals with it itself.

import type { SmtpPolicy } from '../../smtp/policy.ts';
import { replies, reply, type SmtpReply } from '../../smtp/reply.ts';
import type { Machine } from '../machines/machine.ts';
import { Recipient } from '../mail/message.ts';
import { makeMessage, submit } from '../mail/registry.ts';
import { track } from '../mail/tracking.ts';
import type { Simulation } from '../simulation.ts';
import { type Incoming, isText, type Peer } from './incoming.ts';

export class LegacyPolicy implements SmtpPolicy<Incoming> {
  readonly maxProtocolErrors = 10;
  private from = '';
  private recipients: string[] = [];

  constructor(
    private readonly simulation: Simulation,
    private readonly machine: Machine,
    private readonly peer: Peer,
  ) {}

  connect(): SmtpReply {
    return reply(
      220,
      '',
      `${this.machine.fqdn} Microsoft ESMTP MAIL Service, Version: 6.0.3790.4675 ready at ${new Date(this.simulation.now).toUTCString()}`,
    );
  }

  hello(verb: 'HELO' | 'EHLO'): SmtpReply {
    const greeting = `${this.machine.fqdn} Hello [${this.peer.address}]`;
    return reply(
      250,
      '',
      verb === 'HELO'
        ? greeting
        : [
            greeting,
            'TURN',
            'SIZE',
            'ETRN',
            'PIPELINING',
            'DSN',
            'ENHANCEDSTATUSCODES',
            '8bitmime',
            'BINARYMIME',
            'CHUNKING',
            'VRFY',
            'X-EXPS GSSAPI NTLM LOGIN',
            'X-LINK2STATE',
            'XEXCH50',
            'OK',
          ],
    );
  }

  mail(from: string): SmtpReply {
    this.from = from;
    this.recipients = [];
    return reply(250, '2.1.0', `${from === '' ? '<>' : from}....Sender OK`);
  }

  recipient(address: string): SmtpReply {
    this.recipients.push(address);
    return reply(250, '2.1.5', address);
  }

  data(): SmtpReply {
    return replies.startInput;
  }

  message(incoming: Incoming): SmtpReply {
    const { simulation, machine } = this;
    if (isText(incoming) || machine.transport === undefined) return reply(451, '4.3.2', 'Message not taken');
    const hops = {
      from: this.peer.name,
      fromAddress: this.peer.address,
      by: machine.fqdn,
      byAddress: machine.address,
      protocol: 'SMTP' as const,
      time: simulation.now,
      previous: incoming.hops,
    };
    let count = 0;
    for (let hop = incoming.hops; hop !== undefined; hop = hop.previous) count += 1;
    if (count > 30) return replies.hopCount;
    const message = makeMessage(simulation, machine.transport, {
      content: incoming.content,
      machine,
      returnPath: this.from,
      sourceName: 'SMTP',
      sourceIp: this.peer.address,
      authenticated: incoming.authenticated,
      hops,
      entered: incoming.entered === 0 ? simulation.now : incoming.entered,
    });
    for (const address of this.recipients) {
      const known = incoming.recipients?.find((candidate) => candidate.address === address);
      const recipient = new Recipient(address, known?.original ?? address, known?.related ?? '');
      recipient.notify = known?.notify ?? 0;
      message.addRecipient(recipient);
    }
    if (incoming.expanded !== undefined) message.mark({ expanded: incoming.expanded });
    track(simulation, machine, message, {
      source: 'SMTP',
      eventId: 'RECEIVE',
      clientIp: this.peer.address,
      clientHostname: this.peer.name,
      serverIp: machine.address,
      serverHostname: machine.name,
      recipients: [...this.recipients],
    });
    submit(simulation, machine.transport, message);
    return reply(250, '2.6.0', `${incoming.content.messageId} Queued mail for delivery`);
  }

  reset(): void {
    this.from = '';
    this.recipients = [];
  }

  authenticate(): SmtpReply {
    return replies.notAuthenticated;
  }

  startTls(): SmtpReply {
    return replies.unrecognized;
  }
}
