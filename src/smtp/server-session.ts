// The server side of an SMTP conversation: order and syntax of the commands as Exchange has them. A pure state machine: lines go in,
// replies come out; what is decided comes from the policy. Its state is plain data, so that a conversation can be saved.

import { isValidAddress, isValidDomain, parsePath } from './address.ts';
import { decodeBase64 } from './base64.ts';
import { mailParameters, recipientParameters } from './parameters.ts';
import type { SmtpPolicy } from './policy.ts';
import { delayed, isPositive, replies, reply, type SmtpReply } from './reply.ts';

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
  /** Lines that BDAT brought so far, octets still to come of the chunk that runs, and whether it is the last. */
  chunks?: { lines: string[]; left: number; last: boolean } | undefined;
  /** Mechanism and step of a running AUTH. */
  auth: { mechanism: string; user: string | undefined } | undefined;
  tls: boolean;
  /** Who authenticated; empty: nobody. */
  user?: string;
  logonFailures?: number;
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
    readonly policy: SmtpPolicy<ReceivedText>,
    readonly state: ServerSessionState = newSessionState(),
  ) {}

  open(): SmtpReply {
    return this.finish(this.policy.connect());
  }

  /** One line from the client, without its end. Undefined: no reply yet (a line of the message). */
  line(text: string): SmtpReply | undefined {
    const { state } = this;
    if (state.closed) return undefined;
    if (state.chunks !== undefined && state.chunks.left > 0) return this.chunkLine(text);
    if (state.data !== undefined) return this.dataLine(text);
    if (state.auth !== undefined) return this.finish(this.authLine(text));
    const answer = this.command(text);
    if (answer === undefined) return undefined;
    if (answer.code >= 500 && (answer === replies.unrecognized || answer.enhanced.startsWith('5.5.'))) {
      state.errors += 1;
      if (state.errors > Number(this.policy.maxProtocolErrors)) return this.finish(replies.tooManyErrors);
    }
    return this.finish(answer);
  }

  private finish(answer: SmtpReply): SmtpReply {
    const { rules } = this.policy;
    if (answer.close) this.state.closed = true;
    if (rules === undefined) return answer;
    const held = answer.code >= 500 ? delayed(answer, rules.tarpitMs(answer)) : answer;
    return rules.enhancedStatusCodes || held.enhanced === '' ? held : { ...held, enhanced: '' };
  }

  private offers(keyword: string): boolean {
    return this.policy.rules?.offers(keyword) ?? true;
  }

  private command(text: string): SmtpReply | undefined {
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
      case 'BDAT':
        return this.startChunk(rest);
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
        return this.startTls(verb);
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
    this.state.chunks = undefined;
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

  /** The address with the default domain where it has none; undefined when it is no valid one. */
  private qualified(address: string): string | undefined {
    const { rules } = this.policy;
    const full =
      rules !== undefined && rules.defaultDomain !== '' && address !== '' && !address.includes('@')
        ? `${address}@${rules.defaultDomain}`
        : address;
    return isValidAddress(full, rules?.longAddresses) ? full : undefined;
  }

  private mail(rest: string): SmtpReply {
    const match = /^FROM\s*:(.*)$/i.exec(rest);
    if (match === null) return replies.unrecognized;
    if (this.state.hello === '') return replies.helloFirst;
    if (this.state.from !== undefined) return replies.senderSpecified;
    const path = parsePath(match[1]!);
    const address = path?.address === '' ? '' : this.qualified(path?.address ?? '');
    if (path === undefined || address === undefined) return replies.invalidSender;
    const parameters = mailParameters(path.parameters, (keyword) => this.offers(keyword));
    if (parameters === undefined) return replies.invalidArguments;
    const answer = this.policy.mail(address, parameters);
    if (isPositive(answer)) this.state.from = address;
    return answer;
  }

  private recipient(rest: string): SmtpReply {
    const match = /^TO\s*:(.*)$/i.exec(rest);
    if (match === null) return replies.unrecognized;
    if (this.state.hello === '') return replies.helloFirst;
    if (this.state.from === undefined) return replies.needMail;
    const path = parsePath(match[1]!);
    const address =
      this.qualified(path?.address ?? '') ?? (path?.address.toLowerCase() === 'postmaster' ? path.address : undefined);
    if (path === undefined || address === undefined) return replies.invalidRecipient;
    const parameters = recipientParameters(path.parameters, (keyword) => this.offers(keyword));
    if (parameters === undefined) return replies.invalidArguments;
    const answer = this.policy.recipient(address, parameters);
    if (isPositive(answer)) this.state.recipients.push(address);
    return answer;
  }

  /** What is missing before a message may come. */
  private missing(): SmtpReply | undefined {
    if (this.state.hello === '') return replies.helloFirst;
    if (this.state.from === undefined) return replies.needMail;
    return this.state.recipients.length === 0 ? replies.needRecipient : undefined;
  }

  private startData(): SmtpReply {
    const missing = this.missing();
    if (missing !== undefined) return missing;
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
    return this.finish(this.endOfData(lines));
  }

  private endOfData(lines: readonly string[]): SmtpReply {
    const answer = this.policy.message({ lines });
    this.state.from = undefined;
    this.state.recipients = [];
    return answer;
  }

  /** `BDAT 86 LAST` (RFC 3030): no reply before the octets are there. Lines count with their two octets of line end. */
  private startChunk(rest: string): SmtpReply | undefined {
    if (!this.offers('CHUNKING')) return replies.unrecognized;
    const match = /^(\d{1,15})(\s+LAST)?\s*$/i.exec(rest);
    if (match === null) return replies.invalidArguments;
    const missing = this.missing();
    if (missing !== undefined) return missing;
    const lines = this.state.chunks?.lines ?? [];
    this.state.chunks = { lines, left: Number(match[1]), last: match[2] !== undefined };
    return this.state.chunks.left > 0 ? undefined : this.endOfChunk();
  }

  private chunkLine(text: string): SmtpReply | undefined {
    const chunks = this.state.chunks!;
    chunks.lines.push(text);
    chunks.left -= text.length + 2;
    return chunks.left > 0 ? undefined : this.finish(this.endOfChunk());
  }

  private endOfChunk(): SmtpReply {
    const { lines, last } = this.state.chunks!;
    if (!last) return replies.chunkReceived;
    this.state.chunks = undefined;
    return this.endOfData(lines);
  }

  private startTls(verb: string): SmtpReply {
    if (this.state.hello === '') return replies.helloFirst;
    if (!this.offers(verb)) return replies.unrecognized;
    const answer = this.policy.startTls();
    if (isPositive(answer)) {
      this.state.tls = true;
      this.state.hello = '';
    }
    return answer;
  }

  /**
   * LOGIN and PLAIN can be typed. NTLM's messages are not made here: a client of the simulation answers with `NTLMSSP`, user and
   * password, parted by zeros; nobody can by hand.
   */
  private startAuthentication(rest: string): SmtpReply {
    if (this.state.hello === '') return replies.helloFirst;
    const [mechanism = '', initial] = rest.trim().split(/\s+/);
    const name = mechanism.toUpperCase();
    if (name === '') return replies.invalidArguments;
    const offered = this.offers(`AUTH ${name === 'PLAIN' ? 'LOGIN' : name}`);
    if (!offered || !['LOGIN', 'PLAIN', 'NTLM'].includes(name)) return replies.unknownAuthentication;
    this.state.auth = { mechanism: name, user: undefined };
    if (initial !== undefined) return this.authLine(initial);
    return reply(334, '', name === 'LOGIN' ? 'VXNlcm5hbWU6' : name === 'NTLM' ? 'NTLM supported' : '');
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
    const [protocol = '', user = '', password = ''] =
      auth.mechanism === 'LOGIN' ? ['', auth.user, plain] : plain.split('\0');
    if (auth.mechanism === 'NTLM' && protocol !== 'NTLMSSP') return this.authenticated('', '', '');
    return this.authenticated(auth.mechanism, user, password);
  }

  private authenticated(mechanism: string, user: string, password: string): SmtpReply {
    const answer = mechanism === '' ? replies.notAuthenticated : this.policy.authenticate(mechanism, user, password);
    if (isPositive(answer)) {
      this.state.user = user;
      return answer;
    }
    this.state.logonFailures = (this.state.logonFailures ?? 0) + 1;
    return this.policy.rules?.tooManyLogons(this.state.logonFailures) === true ? { ...answer, close: true } : answer;
  }
}
