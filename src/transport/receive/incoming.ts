// What an SMTP transfer hands over at the end of data: a mail with its history, or typed text.

import type { ReceivedText } from '../../smtp/server-session.ts';
import type { Content } from '../mail/content.ts';
import type { Hop, Recipient } from '../mail/message.ts';

export interface IncomingMail {
  content: Content;
  hops: Hop | undefined;
  /** When it entered the organisation; 0: now. */
  entered: number;
  /** Sent by an authenticated user or server of the organisation. */
  authenticated: boolean;
  /** The sending server's recipients, for what goes along with the address. */
  recipients: readonly Recipient[] | undefined;
  /** Groups that it has been through. */
  expanded: string[] | undefined;
  suppressDsn: boolean;
  /** Exchange 2010: the sender keeps a shadow copy of it (machine id, message id). */
  upstreamServer: number;
  upstreamMessage: number;
  /** Octets of the header, where it came as text. */
  headerSize?: number;
  /** Received lines of a header that came as text: all, and those of the server itself. */
  receivedLines?: { all: number; local: number };
}

export type Incoming = IncomingMail | ReceivedText;

export const isText = (incoming: Incoming): incoming is ReceivedText => 'lines' in incoming;

/** Who is at the other end of a session. */
export interface Peer {
  address: string;
  /** Host name as known, else the HELO argument. */
  name: string;
  /** Authenticated as an Exchange server of the organisation. */
  server: boolean;
  /** Machine id of an Exchange server, 0 for others. */
  machineId: number;
  /** Authenticated user, empty when anonymous. */
  user: string;
  /** Comes from Mailbox Transport Submission. */
  submission: boolean;
  /** Front end that passes the session on. */
  proxied: boolean;
  /** The session is encrypted. */
  tls?: boolean;
  /** The session is told a second time (another hub, a restored world): nothing is counted or filtered again. */
  again?: boolean;
}
