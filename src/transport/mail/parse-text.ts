// A mail typed or sent over an SMTP session: header fields and text out of its lines (RFC 5322, as far as transport reads it).

import type { Priority } from './content.ts';

export interface ParsedText {
  messageId: string;
  from: string;
  to: string[];
  cc: string[];
  subject: string;
  body: string;
  size: number;
  headerSize: number;
  priority: Priority;
  /** Servers that wrote the Received lines, as far as they name themselves. */
  receivedBy: string[];
  date: number | undefined;
  /** Fields besides those above. */
  headers: [name: string, value: string][];
}

/** Fields that have a place of their own. */
const placed = new Set(
  'message-id from to cc bcc subject x-priority importance priority received date mime-version'.split(' '),
);

/** Addresses of a header field: `Alice <alice@contoso.com>, bob@contoso.com`. */
export function headerAddresses(text: string): string[] {
  return text
    .split(',')
    .map((part) => (/<([^>]*)>/.exec(part)?.[1] ?? part).trim())
    .filter((part) => part !== '');
}

export function parseText(lines: readonly string[]): ParsedText {
  const blank = lines.indexOf('');
  const looksLikeHeader = lines.length > 0 && /^[!-9;-~]+:/.test(lines[0]!);
  const headerLines = looksLikeHeader ? lines.slice(0, blank < 0 ? lines.length : blank) : [];
  const bodyLines = looksLikeHeader ? (blank < 0 ? [] : lines.slice(blank + 1)) : lines;
  const fields: [string, string][] = [];
  for (const line of headerLines) {
    const match = /^([!-9;-~]+):\s*(.*)$/.exec(line);
    if (match !== null) fields.push([match[1]!, match[2]!]);
    else if (/^\s/.test(line) && fields.length > 0) fields[fields.length - 1]![1] += ` ${line.trim()}`;
  }
  const field = (name: string): string => fields.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const size = lines.reduce((sum, line) => sum + line.length + 2, 0);
  const date = Date.parse(field('date'));
  return {
    messageId: field('message-id'),
    from: headerAddresses(field('from'))[0] ?? '',
    to: headerAddresses(field('to')),
    cc: headerAddresses(field('cc')),
    subject: field('subject'),
    body: bodyLines.join('\n'),
    size,
    headerSize: headerLines.reduce((sum, line) => sum + line.length + 2, 0),
    priority: priorityOf(field('x-priority'), field('importance'), field('priority')),
    receivedBy: fields
      .filter(([key]) => key.toLowerCase() === 'received')
      .map(([, value]) => /\bby\s+([\w.-]+)/i.exec(value)?.[1] ?? ''),
    date: Number.isNaN(date) ? undefined : date,
    headers: fields.filter(([key]) => !placed.has(key.toLowerCase())),
  };
}

function priorityOf(xPriority: string, importance: string, priority: string): Priority {
  const text = `${xPriority} ${importance} ${priority}`.toLowerCase();
  if (/\b[12]\b|high|urgent/.test(text)) return 'High';
  return /\b[45]\b|low|non-urgent/.test(text) ? 'Low' : 'Normal';
}
