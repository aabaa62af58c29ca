// A mail itself, shared by all copies of it in the organisation: addresses as in the header, subject, size. Text is rendered on demand.

import type { JsonValue } from '../../../state/schema/json.ts';
import { guidOfNumbers } from '../kernel/identifiers.ts';

export type Priority = 'High' | 'Normal' | 'Low';
export type ContentKind =
  | 'Message'
  | 'DelayDsn'
  | 'FailureDsn'
  | 'DeliveredDsn'
  | 'RelayedDsn'
  | 'ExpandedDsn'
  | 'JournalReport'
  | 'ModerationRequest'
  | 'ModerationNotice';

/** What a delivery status notification says; its text is made from this. */
export interface DsnReport {
  /** Header of the mail it is about. */
  originalMessageId: string;
  originalSubject: string;
  originalFrom: string;
  originalTo: string[];
  originalDate: number;
  originalSize: number;
  originalBody: string;
  /** Header lines as the generating server saw them. */
  originalHeaders: string[];
  reportingServer: string;
  receivedFrom: string;
  arrivalTime: number;
  expirationTime: number;
  external: boolean;
  html: boolean;
  attachOriginal: boolean;
  /** The remote domain of the reader wants no part for administrators (NDRDiagnosticInfoEnabled). */
  hidesDiagnostics?: boolean;
  recipients: DsnRecipient[];
}

export interface DsnRecipient {
  address: string;
  displayName: string;
  originalAddress: string;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  status: string;
  /** `550 5.1.1 …` as rejected or made. */
  diagnostic: string;
  remoteServer: string;
  remoteAddress: string;
  lastError: string;
  lastErrorTime: number;
  /** Text of New-SystemMessage for this code, instead of the usual advice. */
  customText?: string;
}

/** A file that comes with a mail, as text. */
export interface Attachment {
  name: string;
  type: string;
  text: string;
}

/** What only few mails have: of their header more than addresses and subject, or something that a server has changed. */
export interface ContentExtras {
  /** Further header fields in order. */
  headers?: [name: string, value: string][];
  /** Header fields that were taken away, in lower case. */
  removed?: string[];
  attachments?: Attachment[];
  /** Level that a rule has set. */
  scl?: number;
  /** A changed mail keeps these of the one it was. */
  networkMessageId?: string;
  rootId?: number;
}

interface Names {
  id: number;
  origin: string;
  messageId: string;
  networkMessageId: string;
}

/** Names of the mails that are being handled just now: a mail's log lines come close together, and a million waiting ones need no names. */
const recentNames: (Names | undefined)[] = [];
const recentCount = 1024;

function namesOf(id: number, origin: string): Names {
  const slot = id % recentCount;
  let names = recentNames[slot];
  if (names === undefined || names.id !== id || names.origin !== origin) {
    names = { id, origin, messageId: `<${guidOfNumbers(1, id)}@${origin}>`, networkMessageId: guidOfNumbers(2, id) };
    recentNames[slot] = names;
  }
  return names;
}

export class Content {
  constructor(
    readonly id: number,
    /** Empty: made from the number and the origin on demand. */
    private readonly givenMessageId: string,
    /** Host that named the message. */
    readonly origin: string,
    readonly from: string,
    readonly to: readonly string[],
    readonly cc: readonly string[],
    readonly subject: string,
    readonly body: string,
    readonly size: number,
    readonly priority: Priority,
    readonly date: number,
    readonly kind: ContentKind,
    readonly report: DsnReport | undefined,
  ) {}

  get messageId(): string {
    return this.givenMessageId !== '' ? this.givenMessageId : namesOf(this.id, this.origin).messageId;
  }

  get networkMessageId(): string {
    return namesOf(this.id, this.origin).networkMessageId;
  }

  /** What only few have. */
  get extras(): Readonly<ContentExtras> | undefined {
    return undefined;
  }

  /** The same for a mail and what rules made of it. */
  get rootId(): number {
    return this.id;
  }

  /** This mail as a server has changed it, under a number of its own. */
  amended(
    id: number,
    changes: Partial<Pick<Content, 'to' | 'cc' | 'subject' | 'body' | 'size' | 'priority'>>,
    extras: ContentExtras,
  ): Content {
    return new AmendedContent(
      id,
      this.messageId,
      this.origin,
      this.from,
      changes.to ?? this.to,
      changes.cc ?? this.cc,
      changes.subject ?? this.subject,
      changes.body ?? this.body,
      changes.size ?? this.size,
      changes.priority ?? this.priority,
      this.date,
      this.kind,
      this.report,
    ).with({ ...this.extras, networkMessageId: this.networkMessageId, rootId: this.rootId, ...extras });
  }

  save(): JsonValue[] {
    return [
      this.id,
      this.givenMessageId,
      this.origin,
      this.from,
      [...this.to],
      [...this.cc],
      this.subject,
      this.body,
      this.size,
      this.priority,
      this.date,
      this.kind,
      (this.report as unknown as JsonValue) ?? null,
    ];
  }

  static restore(row: JsonValue): Content {
    const r = row as unknown[];
    const extras = r[13] as ContentExtras | undefined;
    const content = new (extras === undefined ? Content : AmendedContent)(
      r[0] as number,
      r[1] as string,
      r[2] as string,
      r[3] as string,
      r[4] as string[],
      r[5] as string[],
      r[6] as string,
      r[7] as string,
      r[8] as number,
      r[9] as Priority,
      r[10] as number,
      r[11] as ContentKind,
      (r[12] as DsnReport | null) ?? undefined,
    );
    return content instanceof AmendedContent ? content.with(extras!) : content;
  }
}

/** A mail with extras: a class of its own, so that the many others have no room for them. */
class AmendedContent extends Content {
  private own: ContentExtras = {};

  with(extras: ContentExtras): this {
    this.own = extras;
    return this;
  }

  override get extras(): Readonly<ContentExtras> {
    return this.own;
  }

  override get networkMessageId(): string {
    return this.own.networkMessageId ?? super.networkMessageId;
  }

  override get rootId(): number {
    return this.own.rootId ?? this.id;
  }

  override save(): JsonValue[] {
    return [...super.save(), this.own as JsonValue];
  }
}
