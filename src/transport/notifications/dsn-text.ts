// The text a reader sees in a delivery status notification (facts/transport 3.2, 3.3; outputs 1.3).

import type { Content, ContentKind, DsnRecipient, DsnReport } from '../mail/content.ts';
import { adviceFor } from './advice.ts';
import { remainingTime, reportDate } from './dates.ts';

const headings: Partial<Record<ContentKind, string>> = {
  DelayDsn: 'Delivery is delayed to these recipients or groups:',
  FailureDsn: 'Delivery has failed to these recipients or groups:',
  DeliveredDsn: 'Your message has been delivered to the following recipients:',
  RelayedDsn:
    'Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server:',
  ExpandedDsn: 'Your message was expanded to the members of the following groups:',
};

const subjects: Partial<Record<ContentKind, (subject: string) => string>> = {
  DelayDsn: (subject) => `Delivery delayed:${subject}`,
  FailureDsn: (subject) => `Undeliverable: ${subject}`,
  DeliveredDsn: (subject) => `Delivered: ${subject}`,
  RelayedDsn: (subject) => `Relayed: ${subject}`,
  ExpandedDsn: (subject) => `Expanded: ${subject}`,
};

/** Subject of the notification about a mail with this subject. */
export function dsnSubject(kind: ContentKind, originalSubject: string): string {
  return subjects[kind]?.(originalSubject) ?? originalSubject;
}

export interface DsnTextOptions {
  offsetMinutes: number;
}

/** The text of New-SystemMessage without its HTML tags, as the plain part shows it. */
function plainText(html: string | undefined): string | undefined {
  return html
    ?.replace(/<br\s*\/?>|<\/p>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => entities[name]!)
    .trim();
}
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' };

function recipientLine(recipient: DsnRecipient): string {
  return recipient.displayName === '' || recipient.displayName === recipient.address
    ? recipient.address
    : `${recipient.displayName} (${recipient.address})`;
}

function messageLines(content: Content, report: DsnReport): string[] {
  const lines: string[] = [headings[content.kind] ?? '', ''];
  for (const recipient of report.recipients) {
    lines.push(recipientLine(recipient));
    if (content.kind === 'FailureDsn') lines.push(plainText(recipient.customText) ?? adviceFor(recipient.status), '');
  }
  if (content.kind !== 'FailureDsn') lines.push('');
  lines.push(`Subject: ${report.originalSubject}`, '');
  if (content.kind === 'DelayDsn') {
    lines.push(
      "This message hasn't been delivered yet. Delivery will continue to be attempted.",
      '',
      `The server will keep trying to deliver this message for the next ${remainingTime(report.expirationTime - content.date)}. You'll be notified if the message can't be delivered by that time.`,
      '',
    );
  }
  return lines;
}

function remoteName({ remoteServer, remoteAddress }: DsnRecipient): string {
  const address = remoteAddress === '' ? '' : ` (${remoteAddress})`;
  return remoteServer === '' ? '' : `${remoteServer}${address}`;
}

/** `Remote Server at <host> (<ip>) returned '…'`, without a remote server `Remote Server returned '…'`. */
function returned(recipient: DsnRecipient, text: string): string {
  const name = remoteName(recipient);
  return `Remote Server${name === '' ? '' : ` at ${name}`} returned '${text}'`;
}

/** A queue's last error in its wrapped form, `[{LRT=…};{LED=…};{FQDN=…};{IP=…}]`, says when and what (facts/outputs 1.3). */
const wrappedError = /^\[\{LRT=([^}]*)\};\{LED=([\s\S]*?)\};\{FQDN=/;

/** When the last attempt failed, and how. */
function lastAttempt(recipient: DsnRecipient, options: DsnTextOptions): { time: string; error: string } {
  const [, time, error] = wrappedError.exec(recipient.lastError) ?? [];
  if (time !== undefined && error !== undefined) return { time, error };
  return { time: reportDate(recipient.lastErrorTime, options.offsetMinutes), error: recipient.lastError };
}

function diagnosticLines(report: DsnReport, options: DsnTextOptions): string[] {
  const lines = ['Diagnostic information for administrators:', '', `Generating server: ${report.reportingServer}`];
  const remote = report.recipients.map(remoteName).find((name) => name !== '');
  if (remote !== undefined) lines.push(`Receiving server: ${remote}`);
  lines.push('');
  for (const recipient of report.recipients) {
    lines.push(recipient.address, returned(recipient, recipient.diagnostic));
    if (recipient.lastError !== '' && recipient.lastError !== recipient.diagnostic) {
      const { time, error } = lastAttempt(recipient, options);
      lines.push(`${time} - ${returned(recipient, error)}`);
    }
    lines.push('');
  }
  lines.push('Original message headers:', '', ...report.originalHeaders);
  return lines;
}

/** The whole text, lines ended by LF; empty for a content that is no notification. */
export function dsnText(content: Content, options: DsnTextOptions): string {
  const report = content.report;
  if (report === undefined) return '';
  const lines = messageLines(content, report);
  const isTrouble = content.kind === 'DelayDsn' || content.kind === 'FailureDsn';
  if (isTrouble && !report.hidesDiagnostics) lines.push(...diagnosticLines(report, options));
  return `${lines.join('\n')}\n`;
}
