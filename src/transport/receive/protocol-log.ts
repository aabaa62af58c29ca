// The SMTP protocol log: a policy around another one that writes down what is said (facts 7.4; *Protocol logging*).

import type { ProtocolRecord } from '../../../state/schema/log-records.ts';
import type { ConversationRules, MailParameters, RecipientParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { isPositive, replies, type SmtpReply, wireLines } from '../../smtp/reply.ts';
import type { Machine } from '../machines/machine.ts';
import { sessionId } from '../mail/tracking.ts';
import type { Simulation } from '../simulation.ts';
import type { Incoming } from './incoming.ts';

export interface ProtocolLogPlace {
  machine: Machine;
  service: ProtocolRecord['service'];
  side: ProtocolRecord['side'];
  connectorId: string;
  localEndpoint: string;
  remoteEndpoint: string;
  /** Receiving side: what the session may do now, as its first lines name it. */
  permissions?: () => string;
}

export class LoggedPolicy implements SmtpPolicy<Incoming> {
  private readonly session: string;
  private sequence = 0;

  constructor(
    private readonly simulation: Simulation,
    private readonly inner: SmtpPolicy<Incoming>,
    private readonly place: ProtocolLogPlace,
  ) {
    this.session = sessionId(simulation);
  }

  get maxProtocolErrors(): number | 'Unlimited' {
    return this.inner.maxProtocolErrors;
  }

  get rules(): ConversationRules | undefined {
    return this.inner.rules;
  }

  private write(event: ProtocolRecord['event'], data: string, context = ''): void {
    const { machine, permissions: _, ...place } = this.place;
    this.simulation.log(machine, {
      log: 'protocol',
      ...place,
      time: this.simulation.now,
      session: this.session,
      sequence: this.sequence++,
      event,
      data,
      context,
    });
  }

  /** What the client said; what the server answers. Seen from the sending side the arrows turn round. */
  private exchange(command: string, answer: SmtpReply): SmtpReply {
    const receives = this.place.side === 'receive';
    if (command !== '') this.write(receives ? '<' : '>', command);
    for (const line of wireLines(answer)) this.write(receives ? '>' : '<', line);
    if (answer.close) this.write('-', '', receives ? 'Local' : 'Remote');
    return answer;
  }

  connect(): SmtpReply {
    this.write('+', '');
    if (this.place.side === 'receive') this.notePermissions();
    else this.write('*', '', 'attempting to connect');
    return this.exchange('', this.inner.connect());
  }

  private notePermissions(): void {
    this.write('*', this.place.permissions?.() ?? '', 'Set Session Permissions');
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    return this.exchange(`${verb} ${domain}`.trimEnd(), this.inner.hello(verb, domain));
  }

  mail(from: string, parameters: MailParameters): SmtpReply {
    const size = parameters.size > 0 ? ` SIZE=${parameters.size}` : '';
    return this.exchange(`MAIL FROM:<${from}>${size}`, this.inner.mail(from, parameters));
  }

  recipient(address: string, parameters: RecipientParameters): SmtpReply {
    return this.exchange(`RCPT TO:<${address}>`, this.inner.recipient(address, parameters));
  }

  data(): SmtpReply {
    return this.exchange('DATA', this.inner.data());
  }

  message(message: Incoming): SmtpReply {
    return this.exchange('', this.inner.message(message));
  }

  reset(): void {
    this.inner.reset();
  }

  authenticate(mechanism: string, user: string, password: string): SmtpReply {
    const answer = this.exchange(`AUTH ${mechanism}`, this.inner.authenticate(mechanism, user, password));
    if (isPositive(answer) && this.place.side === 'receive') this.notePermissions();
    return answer;
  }

  startTls(): SmtpReply {
    return this.exchange('STARTTLS', this.inner.startTls());
  }

  quit(): void {
    this.exchange('QUIT', replies.closing);
    this.inner.quit?.();
  }
}
