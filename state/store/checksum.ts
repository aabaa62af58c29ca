// CRC-32 (ISO 3309, as in zip and PNG) over bytes: finds torn and damaged lines and files. It is no protection against forgery.

let table: Uint32Array | undefined;

function makeTable(): Uint32Array {
  const made = new Uint32Array(256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    made[index] = value;
  }
  return made;
}

let native: ((bytes: Uint8Array, previous: number) => number) | undefined;

/** Takes the platform's own function, which is many times faster. */
export function useNativeCrc32(crc: (bytes: Uint8Array, previous: number) => number): void {
  native = crc;
}

/** `previous` continues the checksum of bytes that came before. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, previous = 0): number {
  if (native) return native(bytes.subarray(start, end), previous);
  table ??= makeTable();
  let value = ~previous;
  for (let index = start; index < end; index++) value = table[(value ^ bytes[index]!) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}

/** Eight lower-case hexadecimal digits. */
export function checksumText(value: number): string {
  return value.toString(16).padStart(8, '0');
}
