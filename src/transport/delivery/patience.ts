// A connection whose other side may not keep silent for longer than ConnectionInactivityTimeOut: then the sender hangs up.

import type { ConversationRules, MailParameters, RecipientParameters, SmtpPolicy } from '../../smtp/policy.ts';
import { reply, type SmtpReply } from '../../smtp/reply.ts';

export class PatientPolicy<M> implements SmtpPolicy<M> {
  constructor(
    private readonly inner: SmtpPolicy<M>,
    private readonly limitMs: number,
  ) {}

  get maxProtocolErrors(): number | 'Unlimited' {
    return this.inner.maxProtocolErrors;
  }

  get rules(): ConversationRules | undefined {
    return this.inner.rules;
  }

  private awaited(answer: SmtpReply): SmtpReply {
    return answer.waitMs <= this.limitMs
      ? answer
      : reply(421, '4.4.2', 'Connection dropped due to timeout', { waitMs: this.limitMs, close: true });
  }

  connect(): SmtpReply {
    return this.awaited(this.inner.connect());
  }

  hello(verb: 'HELO' | 'EHLO', domain: string): SmtpReply {
    return this.awaited(this.inner.hello(verb, domain));
  }

  mail(from: string, parameters: MailParameters): SmtpReply {
    return this.awaited(this.inner.mail(from, parameters));
  }

  recipient(address: string, parameters: RecipientParameters): SmtpReply {
    return this.awaited(this.inner.recipient(address, parameters));
  }

  data(): SmtpReply {
    return this.awaited(this.inner.data());
  }

  message(message: M): SmtpReply {
    return this.awaited(this.inner.message(message));
  }

  reset(): void {
    this.inner.reset();
  }

  authenticate(mechanism: string, user: string, password: string): SmtpReply {
    return this.awaited(this.inner.authenticate(mechanism, user, password));
  }

  startTls(): SmtpReply {
    return this.awaited(this.inner.startTls());
  }

  quit(): void {
    this.inner.quit?.();
  }
}
