// Bytes as base64.

export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function toBase64(data: Uint8Array): string {
  let binary = '';
  for (const byte of data) binary += String.fromCharCode(byte);
  return btoa(binary);
}
