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

  save(): JsonValue {
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
    return new Content(
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
  }
}
