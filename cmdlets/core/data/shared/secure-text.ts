// The text form of a SecureString where no key protects it, as PowerShell writes it outside of Windows: UTF-16 in hexadecimal digits.

export function encodeSecure(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    digits += (code & 255).toString(16).padStart(2, '0') + (code >> 8).toString(16).padStart(2, '0');
  }
  return digits;
}

/** Undefined when the text has another form. */
export function decodeSecure(digits: string): string | undefined {
  if (!/^([0-9a-f]{4})*$/i.test(digits)) return undefined;
  let text = '';
  for (let i = 0; i < digits.length; i += 4) {
    text += String.fromCharCode(Number.parseInt(digits.slice(i + 2, i + 4) + digits.slice(i, i + 2), 16));
  }
  return text;
}
