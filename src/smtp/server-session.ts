// The server side of an SMTP conversation: order and syntax of the commands as Exchange has them. A pure state machine: lines go in,
// replies come out; what is decided comes from the policy. Its state is plain data, so that a conversation can be saved.

import { isValidAddress, isValidDomain, parsePath } from './address.ts';
import type { MailParameters, RecipientParameters, SmtpPolicy } from './policy.ts';
import { isPositive, replies, reply, type SmtpReply } from './reply.ts';

/** A message as it came in through DATA or BDAT: its lines without line ends, dots unstuffed. */
export interface ReceivedText {
  lines: readonly string[];
}

/** Everything that a conversation remembers. */
export interface ServerSessionState {
  hello: string;
  from: string | undefined;
  recipients: string[];
  /** Lines of the message while DATA runs. */
  data: string[] | undefined;
  /** Mechanism and step of a running AUTH. */
  auth: { mechanism: string; user: string | undefined } | undefined;
  tls: boolean;
  errors: number;
  closed: boolean;
}

export function newSessionState(): ServerSessionState {
  return {
    hello: '',
    from: undefined,
    recipients: [],
    data: undefined,
    auth: undefined,
    tls: false,
    errors: 0,
    closed: false,
  };
}

export class SmtpServerSession {
  constructor(
    private readonly policy: SmtpPolicy<ReceivedText>,
    readonly state: ServerSessionState = newSessionState(),
  ) {}

  open(): SmtpReply {
    return this.finish(this.policy.connect());
  }

  /** One line from the client, without its end. Undefined: no reply yet (a line of the message). */
  line(text: string): SmtpReply | undefined {
    const { state } = this;
    if (state.closed) return undefined;
    if (state.data !== undefined) return this.dataLine(text);
    if (state.auth !== undefined) return this.finish(this.authLine(text));
    const answer = this.command(text);
    if (answer.code >= 500 && (answer === replies.unrecognized || answer.enhanced.startsWith('5.5.'))) {
      state.errors += 1;
      if (state.errors > this.policy.maxProtocolErrors) return this.finish(replies.tooManyErrors);
    }
    return this.finish(answer);
  }

  private finish(answer: SmtpReply): SmtpReply {
    if (answer.close) this.state.closed = true;
    return answer;
  }

  private command(text: string): SmtpReply {
    const match = /^\s*([A-Za-z-]+)(?:\s+|$)(.*)$/.exec(text);
    if (match === null) return replies.unrecognized;
    const verb = match[1]!.toUpperCase();
    const rest = match[2] ?? '';
    switch (verb) {
      case 'HELO':
      case 'EHLO':
        return this.hello(verb, rest.trim());
      case 'MAIL':
        return this.mail(rest);
      case 'RCPT':
        return this.recipient(rest);
      case 'DATA':
        return this.startData();
      case 'RSET':
        this.reset();
        return replies.resetting;
      case 'NOOP':
        return replies.ok;
      case 'QUIT':
        this.policy.quit?.();
        return replies.closing;
      case 'VRFY':
        return replies.cannotVerify;
      case 'EXPN':
        return replies.notImplemented;
      case 'HELP':
        return replies.help;
      case 'STARTTLS':
      case 'X-ANONYMOUSTLS':
        return this.startTls();
      case 'AUTH':
      case 'X-EXPS':
        return this.startAuthentication(rest);
      default:
        return replies.unrecognized;
    }
  }

  private reset(): void {
    this.state.from = undefined;
    this.state.recipients = [];
    this.policy.reset();
  }

  private hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    if (domain !== '' && !isValidDomain(domain)) return replies.invalidDomain;
    const answer = this.policy.hello(verb, domain);
    if (isPositive(answer)) {
      this.reset();
      this.state.hello = domain === '' ? verb : domain;
    }
    return answer;
  }

  private mail(rest: string): SmtpReply {
    const match = /^FROM\s*:(.*)$/i.exec(rest);
    if (match === null) return replies.unrecognized;
    if (this.state.hello === '') return replies.helloFirst;
    if (this.state.from !== undefined) return replies.senderSpecified;
    const path = parsePath(match[1]!);
    if (path === undefined || (path.address !== '' && !isValidAddress(path.address))) return replies.invalidSender;
    const parameters = mailParameters(path.parameters);
    if (parameters === undefined) return replies.invalidArguments;
    const answer = this.policy.mail(path.address, parameters);
    if (isPositive(answer)) this.state.from = path.address;
    return answer;
  }

  private recipient(rest: string): SmtpReply {
    const match = /^TO\s*:(.*)$/i.exec(rest);
    if (match === null) return replies.unrecognized;
    if (this.state.hello === '') return replies.helloFirst;
    if (this.state.from === undefined) return replies.needMail;
    const path = parsePath(match[1]!);
    if (path === undefined || (!isValidAddress(path.address) && path.address.toLowerCase() !== 'postmaster'))
      return replies.invalidRecipient;
    const answer = this.policy.recipient(path.address, recipientParameters(path.parameters));
    if (isPositive(answer)) this.state.recipients.push(path.address);
    return answer;
  }

  private startData(): SmtpReply {
    if (this.state.hello === '') return replies.helloFirst;
    if (this.state.from === undefined) return replies.needMail;
    if (this.state.recipients.length === 0) return replies.needRecipient;
    const answer = this.policy.data();
    if (isPositive(answer)) this.state.data = [];
    return answer;
  }

  private dataLine(text: string): SmtpReply | undefined {
    const lines = this.state.data!;
    if (text !== '.') {
      lines.push(text.startsWith('.') ? text.slice(1) : text);
      return undefined;
    }
    this.state.data = undefined;
    const answer = this.policy.message({ lines });
    this.state.from = undefined;
    this.state.recipients = [];
    return this.finish(answer);
  }

  private startTls(): SmtpReply {
    if (this.state.hello === '') return replies.helloFirst;
    const answer = this.policy.startTls();
    if (isPositive(answer)) {
      this.state.tls = true;
      this.state.hello = '';
    }
    return answer;
  }

  private startAuthentication(rest: string): SmtpReply {
    if (this.state.hello === '') return replies.helloFirst;
    const [mechanism = '', initial] = rest.trim().split(/\s+/);
    const name = mechanism.toUpperCase();
    if (name === '') return replies.invalidArguments;
    if (name !== 'LOGIN' && name !== 'PLAIN') return replies.unknownAuthentication;
    this.state.auth = { mechanism: name, user: undefined };
    if (initial !== undefined) return this.authLine(initial);
    return reply(334, '', name === 'LOGIN' ? 'VXNlcm5hbWU6' : '');
  }

  private authLine(text: string): SmtpReply {
    const auth = this.state.auth!;
    if (text === '*') {
      this.state.auth = undefined;
      return replies.notAuthenticated;
    }
    const plain = decodeBase64(text);
    if (auth.mechanism === 'LOGIN' && auth.user === undefined) {
      auth.user = plain;
      return reply(334, '', 'UGFzc3dvcmQ6');
    }
    this.state.auth = undefined;
    if (auth.mechanism === 'LOGIN') return this.policy.authenticate(auth.mechanism, auth.user ?? '', plain);
    const [, user = '', password = ''] = plain.split('\0');
    return this.policy.authenticate(auth.mechanism, user, password);
  }
}

function mailParameters(parts: readonly string[]): MailParameters | undefined {
  let size = 0;
  const others: string[] = [];
  for (const part of parts) {
    const [name = '', value] = part.split('=');
    if (name.toUpperCase() === 'SIZE') {
      if (value === undefined || !/^\d{1,15}$/.test(value)) return undefined;
      size = Number(value);
    } else others.push(part.toUpperCase());
  }
  return { size, others };
}

function recipientParameters(parts: readonly string[]): RecipientParameters {
  let notify: string[] = [];
  let originalRecipient = '';
  for (const part of parts) {
    const [name = '', value = ''] = part.split('=');
    if (name.toUpperCase() === 'NOTIFY') notify = value.toUpperCase().split(',');
    else if (name.toUpperCase() === 'ORCPT') originalRecipient = value;
  }
  return { notify, originalRecipient };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of Latin text; what is no Base64 gives an empty text. */
function decodeBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let result = '';
  for (const letter of text.replace(/=+$/, '')) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return '';
    bits = (bits << 6) | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      result += String.fromCharCode((bits >> count) & 255);
    }
  }
  return result;
}
