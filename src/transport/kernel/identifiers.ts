// Ids and GUIDs: counted and derived, never drawn, so that the same world has the same ones.

/** FNV-1a, 32 bits, with a start value so that several independent hashes of one text can be had. */
function hash(text: string, start: number): number {
  let value = start | 0;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x0100_0193);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b_3c6d);
  value ^= value >>> 12;
  return value >>> 0;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight digits of a number below 2^32: put together of bytes, several times quicker than `toString` and `padStart`. */
const hex8 = (value: number): string =>
  hexOfByte[value >>> 24]! +
  hexOfByte[(value >>> 16) & 255]! +
  hexOfByte[(value >>> 8) & 255]! +
  hexOfByte[value & 255]!;

/** A version 4 GUID that depends on the text alone. */
export function guidOf(text: string): string {
  const a = hex8(hash(text, 0x811c_9dc5));
  const b = hex8(hash(text, 0x1234_5678));
  const c = hex8(hash(text, 0x0bad_cafe));
  const d = hex8(hash(text, 0x7654_3210));
  const variant = '89ab'[Number.parseInt(c[0]!, 16) & 3]!;
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

/** A GUID made of two numbers: cheap, for the many messages. */
export function guidOfNumbers(space: number, number: number): string {
  const a = Math.imul(number ^ Math.imul(space, 0x85eb_ca6b), 0x9e37_79b1) >>> 0;
  const b = Math.imul(a ^ (number >>> 3) ^ 0x1b87_3593, 0xcc9e_2d51) >>> 0;
  const low = hex8(number % 0x1_0000_0000);
  const text = hex8(b);
  return `${hex8(a)}-${text.slice(0, 4)}-4${text.slice(5)}-a${hex8(space).slice(5)}-${hex8((a ^ b) >>> 0).slice(4)}${low}`;
}

export const zeroGuid = '00000000-0000-0000-0000-000000000000';
