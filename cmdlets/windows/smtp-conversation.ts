// A client's side of an SMTP session with what listens on a machine of the simulation, line by line.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { toBase64, utf8Bytes } from './base64.ts';
import { localName, waitMilliseconds, worldOf } from './local-machine.ts';

/** A reply that is no success: 4xx, 5xx, or the connection itself. */
export class SmtpFailure {
  constructor(
    /** Last line of the reply; empty when there was no connection. */
    readonly reply: string,
    readonly connect: 'refused' | 'timeout' | 'unresolved' | 'ok',
  ) {}
}

export class SmtpConversation {
  readonly #cmdlet: CmdletContext;
  readonly #session: number;
  #offers: string[] = [];

  readonly #from: string;

  /** Opens the connection and greets. Throws SmtpFailure. */
  constructor(cmdlet: CmdletContext, server: string, port: number) {
    this.#cmdlet = cmdlet;
    const from = localName(cmdlet);
    this.#from = from;
    const opened = worldOf(cmdlet).apply({ kind: 'smtp.open', from, to: server, port });
    waitMilliseconds(cmdlet, opened.waitMs ?? 0);
    if (opened.connect !== 'ok' || opened.session === undefined)
      throw new SmtpFailure('', opened.connect === 'ok' ? 'timeout' : (opened.connect ?? 'timeout'));
    this.#session = opened.session;
    this.#expect(opened.lines ?? [], '2');
    this.#greet();
  }

  #greet(): void {
    this.#offers = this.#send(`EHLO ${this.#from}`);
    this.#expect(this.#offers, '2');
  }

  /** What the server said to EHLO: `250-STARTTLS` as `STARTTLS`. */
  get offers(): string[] {
    return this.#offers.map((line) => line.slice(4));
  }

  /** STARTTLS and a new greeting; false when the server does not offer it. */
  startTls(): boolean {
    if (!this.offers.includes('STARTTLS')) return false;
    this.command('STARTTLS', '2');
    this.#greet();
    return true;
  }

  /** AUTH by NTLM or LOGIN, whichever is offered, as .NET's client does it; without an offer it goes on anonymously. */
  authenticate(user: string, password: string): void {
    const mechanisms = this.offers.find((line) => line.startsWith('AUTH '))?.split(' ') ?? [];
    const encoded = (text: string): string => toBase64(utf8Bytes(text));
    if (mechanisms.includes('NTLM')) {
      this.command('AUTH NTLM', '3');
      this.command(encoded(`NTLMSSP\0${user}\0${password}`), '2');
    } else if (mechanisms.includes('LOGIN')) {
      this.command(`AUTH LOGIN ${encoded(user)}`, '3');
      this.command(encoded(password), '2');
    }
  }

  #expect(lines: string[], first: string): string {
    const reply = lines.at(-1) ?? '';
    if (!reply.startsWith(first)) throw new SmtpFailure(reply, 'ok');
    return reply;
  }
  #send(line: string): string[] {
    const answer = worldOf(this.#cmdlet).apply({ kind: 'smtp.line', session: this.#session, line });
    waitMilliseconds(this.#cmdlet, answer.waitMs ?? 0);
    return answer.lines ?? [];
  }
  /** Sends a command and gives the reply, which must begin with `first`. Throws SmtpFailure. */
  command(line: string, first: string): string {
    return this.#expect(this.#send(line), first);
  }
  /** The message after DATA; a line of a lone dot ends it. */
  data(lines: readonly string[]): string {
    this.command('DATA', '3');
    for (const line of lines) this.#send(line.startsWith('.') ? `.${line}` : line);
    return this.command('.', '2');
  }
  close(): void {
    worldOf(this.#cmdlet).apply({ kind: 'smtp.close', session: this.#session });
  }
}
