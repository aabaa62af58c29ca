// Parameters of MAIL and RCPT, each belonging to an extension that EHLO offers (RFC 1870, 3461, 6152, 3030, 6531, 4954).

import type { MailParameters, RecipientParameters } from './policy.ts';

/** The extension whose offer a parameter needs; those of none are taken as they are. */
function extensionOf(name: string, value: string): string | undefined {
  switch (name) {
    case 'BODY':
      return value === 'BINARYMIME' ? 'BINARYMIME' : '8BITMIME';
    case 'RET':
    case 'ENVID':
    case 'NOTIFY':
    case 'ORCPT':
      return 'DSN';
    case 'SMTPUTF8':
      return 'SMTPUTF8';
    default:
      return undefined;
  }
}

type Offers = (keyword: string) => boolean;

/** Undefined when a parameter is malformed or its extension is not offered. */
export function mailParameters(parts: readonly string[], offers: Offers): MailParameters | undefined {
  let size = 0;
  const others: string[] = [];
  for (const part of parts) {
    const [name = '', value = ''] = part.toUpperCase().split('=');
    const extension = extensionOf(name, value);
    if (extension !== undefined && !offers(extension)) return undefined;
    if (name !== 'SIZE') others.push(part.toUpperCase());
    else if (/^\d{1,15}$/.test(value)) size = Number(value);
    else return undefined;
  }
  return { size, others };
}

export function recipientParameters(parts: readonly string[], offers: Offers): RecipientParameters | undefined {
  let notify: string[] = [];
  let originalRecipient = '';
  for (const part of parts) {
    const [name = '', value = ''] = part.split('=');
    const extension = extensionOf(name.toUpperCase(), value.toUpperCase());
    if (extension !== undefined && !offers(extension)) return undefined;
    if (name.toUpperCase() === 'NOTIFY') notify = value.toUpperCase().split(',');
    else if (name.toUpperCase() === 'ORCPT') originalRecipient = value;
  }
  return { notify, originalRecipient };
}
