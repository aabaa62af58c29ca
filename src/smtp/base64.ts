// Base64 of the Latin text that AUTH sends, without help from a platform.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What is no Base64 gives an empty text. */
export function decodeBase64(text: string): string {
  let bits = 0;
  let count = 0;
  let result = '';
  for (const letter of text.replace(/=+$/, '')) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return '';
    bits = (bits << 6) | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      result += String.fromCharCode((bits >> count) & 255);
    }
  }
  return result;
}
