// Header lines of a mail as a server holds it: Received lines from its hops, then what the sender's client wrote (seed 000 shows the form).

import type { Content } from '../mail/content.ts';
import { type Hop, hopsOf } from '../mail/message.ts';
import { headerDate } from './dates.ts';
import { encodeHeader } from './dsn-mime.ts';

/** `from EX01.contoso.com (192.168.1.11) by … with Microsoft SMTP Server (version=TLS1_2, …) id 15.1.2507.6; <date>`. */
function receivedLines(hop: Hop, build: string, offsetMinutes: number): string[] {
  const how =
    hop.protocol === 'mapi'
      ? `with mapi id ${build}`
      : `with Microsoft SMTP Server\n (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\n ${build}`;
  const text = `Received: from ${hop.from} (${hop.fromAddress}) by\n ${hop.by} (${hop.byAddress}) ${how}; ${headerDate(hop.time, offsetMinutes)}`;
  return text.split('\n');
}

const nameOf = (line: string): string => line.slice(0, line.indexOf(':')).toLowerCase();

/** Between the parts of a mail with files. */
export const boundaryOf = (content: Content): string => `_002_${content.networkMessageId.replaceAll('-', '')}_`;

/** What came with the mail or was set by a rule, and the type of the text. */
function furtherLines(content: Content): string[] {
  const headers = content.extras?.headers ?? [];
  const lines = headers.map(([name, value]) => `${name}: ${encodeHeader(value)}`);
  if ((content.extras?.attachments ?? []).length > 0)
    return [...lines, `Content-Type: multipart/mixed;\n\tboundary="${boundaryOf(content)}"`];
  return headers.some(([name]) => name.toLowerCase() === 'content-type')
    ? lines
    : [...lines, 'Content-Type: text/plain; charset="utf-8"'];
}

export interface HeaderOptions {
  offsetMinutes: number;
  /** Build of the server that wrote a Received line, `15.1.2507.6`, by host name. */
  buildOf(host: string): string;
}

/** All header lines, the newest Received line first. */
export function headerLines(content: Content, hops: Hop | undefined, options: HeaderOptions): string[] {
  const lines: string[] = [];
  for (const hop of hopsOf(hops)) {
    lines.push(...receivedLines(hop, options.buildOf(hop.by), options.offsetMinutes));
    if (hop.stamps !== undefined) lines.push(hop.stamps);
  }
  lines.push(`From: ${encodeHeader(content.from)}`);
  if (content.to.length > 0) lines.push(`To: ${content.to.map(encodeHeader).join(',\n\t')}`);
  if (content.cc.length > 0) lines.push(`CC: ${content.cc.map(encodeHeader).join(',\n\t')}`);
  lines.push(`Subject: ${encodeHeader(content.subject)}`, `Date: ${headerDate(content.date, options.offsetMinutes)}`);
  lines.push(`Message-ID: ${content.messageId}`);
  if (content.priority !== 'Normal') {
    lines.push(`X-Priority: ${content.priority === 'High' ? 1 : 5}`, `Importance: ${content.priority.toLowerCase()}`);
  }
  lines.push(...furtherLines(content), 'MIME-Version: 1.0');
  const removed = content.extras?.removed ?? [];
  const kept = removed.length === 0 ? lines : lines.filter((line) => !removed.includes(nameOf(line)));
  return kept.flatMap((line) => line.split('\n'));
}
