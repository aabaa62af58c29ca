// A mail as text: what its reader sees, and the message as MIME. Made on demand; DSNs from their report (facts 3.3; outputs 1.3).

import type { Content, DsnRecipient, DsnReport } from '../mail/content.ts';
import type { Hop } from '../mail/message.ts';
import { rfcDate } from '../receive/transport-policy.ts';
import { headerLines } from './dsn.ts';

/** Time left in the product's own plural: `1 days, 19 hours and 57 minutes`. */
export function timeLeft(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return `${Math.floor(minutes / 1440)} days, ${Math.floor((minutes % 1440) / 60)} hours and ${minutes % 60} minutes`;
}

const headings: Record<DsnRecipient['action'], string> = {
  failed: 'Delivery has failed to these recipients or groups:',
  delayed: 'Delivery is delayed to these recipients or groups:',
  delivered: 'Your message has been delivered to the following recipients:',
  relayed:
    'Delivery to these recipients or groups is complete, but no delivery notification was sent by the destination server:',
  expanded: 'Your message has been delivered to the following groups, whose members it was sent on to:',
};

/** Advice by enhanced code: own words for the reasons that an NDR can have. */
function advice(status: string): string {
  switch (status) {
    case '5.1.1':
      return "The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message. If the problem continues, please contact your helpdesk.";
    case '5.2.3':
    case '5.3.4':
      return 'This message is too large. Make it smaller, for instance by sending fewer attachments, and try again.';
    case '5.4.4':
      return "The recipient's email domain couldn't be found, or nothing knows how to reach it. Check the address.";
    case '5.4.6':
    case '5.4.14':
      return 'A configuration error makes the message go round in circles. Please contact your helpdesk.';
    case '5.7.1':
    case '5.7.54':
      return "You aren't allowed to send to this recipient, or the recipient's server refused your message.";
    case '4.4.7':
    case '5.4.300':
      return "Your message couldn't be delivered. Despite repeated attempts to contact the recipient's email system it didn't respond in time. Contact the recipient by some other means and ask to tell their email admin.";
    case '4.3.2':
      return 'An administrator removed the message from a queue.';
    default:
      return 'A problem occurred while delivering this message. Try to resend it; if the problem continues, please contact your helpdesk.';
  }
}

/** The text that the reader sees, with the part for administrators. */
export function dsnText(content: Content, report: DsnReport): string {
  const [first] = report.recipients;
  const action = first?.action ?? 'failed';
  const lines: string[] = [headings[action], ''];
  for (const recipient of report.recipients) {
    lines.push(`${recipient.displayName} (${recipient.address})`);
    if (action === 'failed') lines.push(advice(recipient.status));
    lines.push('');
  }
  if (action === 'delayed') {
    lines.push(
      `Subject: ${report.originalSubject}`,
      '',
      "This message hasn't been delivered yet. Delivery will continue to be attempted.",
      '',
    );
    lines.push(
      `The server will keep trying to deliver this message for the next ${timeLeft(report.expirationTime - content.date)}. You'll be notified if the message can't be delivered by that time.`,
      '',
    );
  } else if (action !== 'failed') lines.push(`Subject: ${report.originalSubject}`, '');
  if (action === 'failed' || action === 'delayed') lines.push(...diagnostics(report));
  return lines.join('\n');
}

function diagnostics(report: DsnReport): string[] {
  const lines = ['Diagnostic information for administrators:', '', `Generating server: ${report.reportingServer}`];
  const remote = report.recipients.find((recipient) => recipient.remoteServer !== '');
  if (remote !== undefined) lines.push(`Receiving server: ${remote.remoteServer} (${remote.remoteAddress})`);
  lines.push('');
  for (const recipient of report.recipients) {
    const place = recipient.remoteServer === '' ? '' : ` at ${recipient.remoteServer} (${recipient.remoteAddress})`;
    lines.push(recipient.address, `Remote Server${place} returned '${recipient.diagnostic}'`);
    if (recipient.action === 'delayed' && recipient.lastError !== '')
      lines.push(`${usDate(recipient.lastErrorTime)} - Remote Server${place} returned '${recipient.lastError}'`);
    lines.push('');
  }
  lines.push('Original message headers:', '', ...report.originalHeaders, '');
  return lines;
}

/** `3/2/2026 8:05:00 AM`. */
function usDate(time: number): string {
  const date = new Date(time);
  const hours = date.getUTCHours();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** message/delivery-status of RFC 3464. */
export function deliveryStatus(report: DsnReport): string {
  const blocks = [
    [
      `Reporting-MTA: dns;${report.reportingServer}`,
      `Received-From-MTA: dns;${report.receivedFrom}`,
      `Arrival-Date: ${rfcDate(report.arrivalTime)}`,
    ],
  ];
  for (const recipient of report.recipients) {
    const block: string[] = [];
    if (recipient.originalAddress !== recipient.address)
      block.push(`Original-Recipient: rfc822;${recipient.originalAddress}`);
    block.push(
      `Final-Recipient: rfc822;${recipient.address}`,
      `Action: ${recipient.action}`,
      `Status: ${recipient.status}`,
    );
    if (recipient.diagnostic !== '') block.push(`Diagnostic-Code: smtp;${recipient.diagnostic}`);
    if (recipient.remoteServer !== '') block.push(`Remote-MTA: dns;${recipient.remoteServer}`);
    if (recipient.action === 'delayed') block.push(`Will-Retry-Until: ${rfcDate(report.expirationTime)}`);
    block.push(`X-Display-Name: ${recipient.displayName}`);
    blocks.push(block);
  }
  return blocks.map((block) => block.join('\n')).join('\n\n');
}

export function bodyText(content: Content): string {
  return content.report === undefined
    ? content.body
    : `${dsnText(content, content.report)}\n${deliveryStatus(content.report)}\n`;
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The whole message as MIME. */
export function mime(content: Content, hops: Hop | undefined): string {
  const header = headerLines({ hops, content, returnPath: content.from }, 2016);
  const { report } = content;
  if (report === undefined)
    return [
      ...header,
      'Content-Type: text/plain; charset="us-ascii"',
      'Content-Transfer-Encoding: 7bit',
      '',
      content.body,
      '',
    ]
      .join('\r\n')
      .replace(/\r?\n/g, '\r\n');
  const outer = `_${content.networkMessageId.slice(0, 8)}_report_`;
  const inner = `_${content.networkMessageId.slice(0, 8)}_text_`;
  const text = dsnText(content, report);
  const parts = [
    ...header,
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${outer}"`,
    'Auto-Submitted: auto-replied',
    '',
    `--${outer}`,
    `Content-Type: multipart/alternative; differences=Content-Type; boundary="${inner}"`,
    '',
    `--${inner}`,
    'Content-Type: text/plain; charset="us-ascii"',
    'Content-Transfer-Encoding: 7bit',
    '',
    text,
    '',
  ];
  if (report.html)
    parts.push(
      `--${inner}`,
      'Content-Type: text/html; charset="us-ascii"',
      'Content-Transfer-Encoding: 7bit',
      '',
      `<html><body><pre>${escapeHtml(text)}</pre></body></html>`,
      '',
    );
  parts.push(`--${inner}--`, '', `--${outer}`, 'Content-Type: message/delivery-status', '', deliveryStatus(report), '');
  if (report.attachOriginal && report.recipients[0]?.action === 'failed')
    parts.push(
      `--${outer}`,
      'Content-Type: message/rfc822',
      '',
      ...report.originalHeaders,
      '',
      report.originalBody,
      '',
    );
  else parts.push(`--${outer}`, 'Content-Type: text/rfc822-headers', '', ...report.originalHeaders, '');
  parts.push(`--${outer}--`, '');
  return parts.join('\r\n').replace(/\r?\n/g, '\r\n');
}
