// What a rule can see of a mail: its text, header fields and attachments. Multipart mail is taken apart on demand.

import type { Attachment, Content } from '../../mail/content.ts';
import type { Hop } from '../../mail/message.ts';
import { headerLines } from '../../notifications/original-headers.ts';
import { buildOf } from '../../notifications/render.ts';

export interface Part {
  name: string;
  type: string;
  text: string;
  size: number;
}

const headerOf = (content: Content, name: string): string =>
  content.extras?.headers?.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

/** The media type with its parameters; plain text when nothing else was said. */
export const contentType = (content: Content): string => headerOf(content, 'content-type') || 'text/plain';

/** Values of a header field, of all lines that bear it. */
export function headerValues(content: Content, hops: Hop | undefined, name: string): string[] {
  const lines = headerLines(content, hops, { offsetMinutes: 0, buildOf: () => buildOf(2016) });
  const values: string[] = [];
  let current = '';
  for (const line of lines) {
    if (/^\s/.test(line)) {
      if (current === name.toLowerCase()) values[values.length - 1] += ` ${line.trim()}`;
      continue;
    }
    current = line.slice(0, line.indexOf(':')).toLowerCase();
    if (current === name.toLowerCase()) values.push(line.slice(current.length + 1).trim());
  }
  return values;
}

function parameterOf(value: string, name: string): string {
  return new RegExp(`${name}\\*?="?([^";]+)"?`, 'i').exec(value)?.[1] ?? '';
}

/** All parts of the body: text as it is, others with their names. */
function partsOf(type: string, body: string): Part[] {
  const boundary = /^multipart\//i.test(type) ? parameterOf(type, 'boundary') : '';
  if (boundary === '')
    return [{ name: parameterOf(type, 'name'), type: type.split(';')[0]!, text: body, size: body.length }];
  const parts: Part[] = [];
  for (const text of body.split(`--${boundary}`).slice(1)) {
    if (text.startsWith('--')) break;
    parts.push(...partOf(text.replace(/^\r?\n/, '')));
  }
  return parts;
}

function partOf(text: string): Part[] {
  const blank = text.search(/\r?\n\r?\n/);
  const head = (blank < 0 ? '' : text.slice(0, blank)).replace(/\r?\n\s+/g, ' ');
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1] ?? '';
  const type = field('content-type') || 'text/plain';
  const body = (blank < 0 ? text : text.slice(blank)).trim();
  if (/^multipart\//i.test(type)) return partsOf(type, body);
  const name = parameterOf(field('content-disposition'), 'filename') || parameterOf(type, 'name');
  const decoded = decode(body, field('content-transfer-encoding').toLowerCase());
  return [{ name, type: type.split(';')[0]!, text: decoded, size: decoded.length }];
}

const base64Signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as characters, then as UTF-8 where they are. */
function decode(text: string, encoding: string): string {
  if (encoding === 'quoted-printable')
    return utf8(
      text
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  if (encoding !== 'base64') return text;
  let bits = 0;
  let count = 0;
  let bytes = '';
  for (const sign of text) {
    const value = base64Signs.indexOf(sign);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += String.fromCharCode((bits >> count) & 0xff);
    }
  }
  return utf8(bytes);
}

function utf8(bytes: string): string {
  try {
    return decodeURIComponent(
      bytes.replace(/[%\x80-\xff]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`),
    );
  } catch {
    return bytes;
  }
}

/** Files that come with the mail. */
export function attachmentsOf(content: Content): Part[] {
  const given: readonly Attachment[] = content.extras?.attachments ?? [];
  const own = given.map(({ name, type, text }) => ({ name, type, text, size: text.length }));
  return [...own, ...partsOf(contentType(content), content.body).filter(({ name }) => name !== '')];
}

/** What a reader reads. */
export function readableText(content: Content): string {
  const type = contentType(content);
  if (!/^multipart\//i.test(type)) return content.body;
  return partsOf(type, content.body)
    .filter(({ name, type: kind }) => name === '' && /^text\//i.test(kind))
    .map(({ text }) => text)
    .join('\n');
}

/** Kinds of messages as MessageTypeMatches names them. */
export function messageTypes(content: Content): string[] {
  const type = contentType(content).toLowerCase();
  const submitted = headerOf(content, 'auto-submitted').toLowerCase();
  const types: string[] = [];
  if (content.kind === 'ModerationRequest') types.push('ApprovalRequest');
  if (type.startsWith('multipart/signed')) types.push('Signed');
  if (/pkcs7-mime|multipart\/encrypted/.test(type)) types.push('Encrypted');
  if (/text\/calendar/.test(type)) types.push('Calendaring');
  if (/disposition-notification/.test(type)) types.push('ReadReceipt');
  if (/rpmsg/.test(type)) types.push('PermissionControlled');
  if (headerOf(content, 'x-voicemessageduration') !== '' || /^audio\//.test(type)) types.push('Voicemail');
  if (submitted.startsWith('auto-replied') || headerOf(content, 'x-autoreply') !== '') types.push('OOF');
  if (
    submitted.startsWith('auto-forwarded') ||
    headerOf(content, 'x-ms-exchange-organization-autoforwarded') === 'true'
  )
    types.push('AutoForward');
  return types;
}
