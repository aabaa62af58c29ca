// A delivery status notification as MIME: multipart/report with the text, message/delivery-status (RFC 3464) and the original.

import type { Content, DsnRecipient, DsnReport } from '../mail/content.ts';
import { headerDate } from './dates.ts';
import { type DsnTextOptions, dsnText } from './dsn-text.ts';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Headers may hold only ASCII; other text goes as an RFC 2047 encoded word. */
export function encodeHeader(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const bytes = new TextEncoder().encode(text);
  return `=?utf-8?B?${btoa(String.fromCharCode(...bytes))}?=`;
}

function statusOf(recipient: DsnRecipient, report: DsnReport, offsetMinutes: number): string[] {
  const lines: string[] = [];
  if (recipient.originalAddress !== '' && recipient.originalAddress !== recipient.address)
    lines.push(`Original-Recipient: rfc822;${recipient.originalAddress}`);
  lines.push(
    `Final-Recipient: rfc822;${recipient.address}`,
    `Action: ${recipient.action}`,
    `Status: ${recipient.status}`,
  );
  if (recipient.diagnostic !== '') lines.push(`Diagnostic-Code: smtp;${recipient.diagnostic}`);
  if (recipient.remoteServer !== '') lines.push(`Remote-MTA: dns;${recipient.remoteServer}`);
  if (recipient.action === 'delayed')
    lines.push(`Will-Retry-Until: ${headerDate(report.expirationTime, offsetMinutes)}`);
  if (recipient.displayName !== '') lines.push(`X-Display-Name: ${encodeHeader(recipient.displayName)}`);
  return lines;
}

/** Body of the message/delivery-status part. */
function deliveryStatus(report: DsnReport, offsetMinutes: number): string[] {
  const lines = [`Reporting-MTA: dns;${report.reportingServer}`];
  if (report.receivedFrom !== '') lines.push(`Received-From-MTA: dns;${report.receivedFrom}`);
  lines.push(`Arrival-Date: ${headerDate(report.arrivalTime, offsetMinutes)}`);
  for (const recipient of report.recipients) lines.push('', ...statusOf(recipient, report, offsetMinutes));
  return lines;
}

function htmlOf(text: string): string[] {
  const paragraphs = text
    .trimEnd()
    .split('\n')
    .map((line) => `${escapeHtml(line)}<br>`);
  return [
    '<html>',
    '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>',
    '<body>',
    ...paragraphs,
    '</body>',
    '</html>',
  ];
}

function textPart(report: DsnReport, text: string, boundary: string): string[] {
  const plain = [
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.trimEnd().split('\n'),
  ];
  if (!report.html) return plain;
  const inner = `${boundary}_alternative`;
  return [
    `Content-Type: multipart/alternative; differences=Content-Type; boundary="${inner}"`,
    '',
    `--${inner}`,
    ...plain,
    '',
    `--${inner}`,
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...htmlOf(text),
    '',
    `--${inner}--`,
  ];
}

/** The original whole, or its headers alone when it is too large or only headers were asked for (RET=HDRS). */
function originalPart(report: DsnReport): string[] {
  if (!report.attachOriginal) return ['Content-Type: text/rfc822-headers', '', ...report.originalHeaders];
  return ['Content-Type: message/rfc822', '', ...report.originalHeaders, '', ...report.originalBody.split('\n')];
}

/** The whole notification; lines ended by CRLF. Empty for a content that is no notification. */
export function dsnMime(content: Content, options: DsnTextOptions): string {
  const report = content.report;
  if (report === undefined) return '';
  const boundary = `_000_${content.networkMessageId.replaceAll('-', '').slice(0, 16)}_`;
  const lines = [
    'MIME-Version: 1.0',
    `From: ${encodeHeader(content.from)}`,
    `To: ${content.to.map(encodeHeader).join(', ')}`,
    `Date: ${headerDate(content.date, options.offsetMinutes)}`,
    'Auto-Submitted: auto-replied',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    'X-MS-Exchange-Message-Is-Ndr:',
    'Content-Language: en-US',
    `Message-ID: ${content.messageId}`,
    `In-Reply-To: ${report.originalMessageId}`,
    `References: ${report.originalMessageId}`,
    `Subject: ${encodeHeader(content.subject)}`,
    '',
    `--${boundary}`,
    ...textPart(report, dsnText(content, options), boundary),
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    ...deliveryStatus(report, options.offsetMinutes),
    '',
    `--${boundary}`,
    ...originalPart(report),
    '',
    `--${boundary}--`,
    '',
  ];
  return lines.join('\r\n');
}
