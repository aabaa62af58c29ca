// A mail host of the outside world: what it takes, how it behaves, what it has accepted and what it still wants to send.

import type { HostSettings } from '../../../state/schema/inputs.ts';
import type { Content } from '../mail/content.ts';

export const defaultHostSettings: HostSettings = {
  Domains: [],
  Addresses: [],
  Online: true,
  Behavior: 'Accept',
  FailAt: 'RcptTo',
  ReplyText: null,
  GreylistDelayMs: 300_000,
  BlockList: [],
  RequirePtr: false,
  RequireSenderMx: false,
  RequireSpf: false,
  MaxHeaderKB: 0,
  Mailboxes: [],
  MaxMessageSizeKB: 0,
  ReplyDelayMs: 0,
  Tls: 'Optional',
};

/** Mail that an outside host wants to hand over: kept at 4xx and dead connections for five days. */
export interface OutgoingMail {
  id: number;
  hostId: number;
  content: Content;
  from: string;
  recipients: string[];
  /** Server and port to connect to instead of the MX. */
  server: string;
  port: number;
  sourceAddress: string;
  created: number;
  lastError: string;
  attempts: number;
  /** No port was asked for. */
  anyPort?: boolean;
  /** Authenticated user of the organisation, or empty. */
  user: string;
}

export class OutsideHost {
  settings: HostSettings;
  accepted = 0;
  refused = 0;
  /** First sight of sender, recipient and address, for greylisting. */
  readonly greylist = new Map<string, number>();
  readonly waiting = new Map<number, OutgoingMail>();

  constructor(
    readonly id: number,
    public name: string,
    settings: Partial<HostSettings>,
  ) {
    this.settings = { ...defaultHostSettings, ...settings };
  }

  accepts(domain: string): boolean {
    return this.settings.Domains.some((own) => own === '*' || own.toLowerCase() === domain);
  }

  get address(): string {
    return this.settings.Addresses[0] ?? '0.0.0.0';
  }
}
