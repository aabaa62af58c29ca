// The MIME text of what Send-MailMessage sends.

import { encodeHeader } from '../../src/transport/notifications/dsn-mime.ts';
import { toBase64, utf8Bytes } from './base64.ts';

export interface ComposedMail {
  from: string;
  to: readonly string[];
  cc: readonly string[];
  replyTo: readonly string[];
  subject: string;
  body: string;
  html: boolean;
  priority: 'High' | 'Normal' | 'Low';
  attachments: readonly { name: string; data: Uint8Array }[];
  boundary: string;
}

const isAscii = (text: string): boolean => [...text].every((letter) => letter.codePointAt(0)! < 128);

function base64Lines(data: Uint8Array): string[] {
  return toBase64(data).match(/.{1,76}/g) ?? [];
}

function bodyPart(mail: ComposedMail): string[] {
  const type = `Content-Type: text/${mail.html ? 'html' : 'plain'}; charset=${isAscii(mail.body) ? 'us-ascii' : 'utf-8'}`;
  const text = isAscii(mail.body) ? mail.body.split(/\r?\n/) : base64Lines(utf8Bytes(mail.body));
  return [type, `Content-Transfer-Encoding: ${isAscii(mail.body) ? '7bit' : 'base64'}`, '', ...text];
}

export function composeMail(mail: ComposedMail): string[] {
  const head = ['MIME-Version: 1.0', `From: ${encodeHeader(mail.from)}`, `To: ${mail.to.map(encodeHeader).join(', ')}`];
  if (mail.cc.length > 0) head.push(`Cc: ${mail.cc.map(encodeHeader).join(', ')}`);
  if (mail.replyTo.length > 0) head.push(`Reply-To: ${mail.replyTo.map(encodeHeader).join(', ')}`);
  if (mail.priority !== 'Normal')
    head.push(`X-Priority: ${mail.priority === 'High' ? 1 : 5}`, `Importance: ${mail.priority.toLowerCase()}`);
  head.push(`Subject: ${encodeHeader(mail.subject)}`);
  if (mail.attachments.length === 0) return [...head, ...bodyPart(mail)];
  const parts = mail.attachments.flatMap(({ name, data }) => [
    `--${mail.boundary}`,
    `Content-Type: application/octet-stream; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    ...base64Lines(data),
  ]);
  return [
    ...head,
    `Content-Type: multipart/mixed; boundary="${mail.boundary}"`,
    '',
    `--${mail.boundary}`,
    ...bodyPart(mail),
    ...parts,
    `--${mail.boundary}--`,
  ];
}
