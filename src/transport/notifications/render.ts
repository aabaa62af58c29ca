// A mail as text: what its reader sees, and the message as MIME. Made on demand; notifications from their report.

import type { Content } from '../mail/content.ts';
import type { Hop } from '../mail/message.ts';
import { dsnMime } from './dsn-mime.ts';
import { dsnText } from './dsn-text.ts';
import { boundaryOf, headerLines } from './original-headers.ts';

/** Builds as they stand in Received lines, by version of the server. */
const builds: Record<number, string> = {
  2003: '6.0.3790.4675',
  2007: '8.3.485.0',
  2010: '14.3.513.0',
  2013: '15.0.1497.2',
  2016: '15.1.2507.6',
  2019: '15.2.1544.4',
};

export const buildOf = (version: number): string => builds[version] ?? builds[2016]!;

/** What the reader sees; of a notification with the part for administrators and the original headers. */
export function bodyText(content: Content): string {
  return content.report === undefined ? content.body : dsnText(content, { offsetMinutes: 0 });
}

/** The whole message as MIME. */
export function mime(content: Content, hops: Hop | undefined): string {
  if (content.report !== undefined) return dsnMime(content, { offsetMinutes: 0 });
  const header = headerLines(content, hops, { offsetMinutes: 0, buildOf: () => buildOf(2016) });
  return [...header, '', ...bodyLines(content), ''].join('\r\n');
}

/** The text, and the files that come with it as parts of their own. */
function bodyLines(content: Content): string[] {
  const attachments = content.extras?.attachments ?? [];
  const text = content.body.split('\n');
  if (attachments.length === 0) return text;
  const boundary = boundaryOf(content);
  const files = attachments.flatMap(({ name, type, text: file }) => [
    `--${boundary}`,
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    ...file.split(/\r?\n/),
  ]);
  return [`--${boundary}`, 'Content-Type: text/plain; charset="utf-8"', '', ...text, ...files, `--${boundary}--`];
}
