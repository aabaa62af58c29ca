// Text to bytes and back, by the names that -Encoding takes. utf8NoBOM is the default, as in PowerShell 7.

import { DotNetException } from '../errors.ts';
import type { Value } from '../values.ts';

export type EncodingName =
  | 'ascii'
  | 'ansi'
  | 'bigendianunicode'
  | 'bigendianutf32'
  | 'oem'
  | 'unicode'
  | 'utf7'
  | 'utf8'
  | 'utf8BOM'
  | 'utf8NoBOM'
  | 'utf32'
  | 'latin1';

/** Other names and code page numbers for the same things. */
const SYNONYMS: Record<string, EncodingName> = {
  ascii: 'ascii',
  'us-ascii': 'ascii',
  '20127': 'ascii',
  ansi: 'ansi',
  'windows-1252': 'ansi',
  '1252': 'ansi',
  default: 'utf8NoBOM',
  latin1: 'latin1',
  'iso-8859-1': 'latin1',
  '28591': 'latin1',
  oem: 'oem',
  ibm437: 'oem',
  '437': 'oem',
  unicode: 'unicode',
  utf16: 'unicode',
  'utf-16': 'unicode',
  'utf-16le': 'unicode',
  '1200': 'unicode',
  string: 'unicode',
  unknown: 'unicode',
  bigendianunicode: 'bigendianunicode',
  'utf-16be': 'bigendianunicode',
  '1201': 'bigendianunicode',
  utf32: 'utf32',
  'utf-32': 'utf32',
  '12000': 'utf32',
  bigendianutf32: 'bigendianutf32',
  'utf-32be': 'bigendianutf32',
  '12001': 'bigendianutf32',
  utf8: 'utf8NoBOM',
  'utf-8': 'utf8NoBOM',
  '65001': 'utf8NoBOM',
  utf8nobom: 'utf8NoBOM',
  utf8bom: 'utf8BOM',
  utf7: 'utf7',
  'utf-7': 'utf7',
  '65000': 'utf7',
};

/** The `transform` of every -Encoding parameter: a name, a code page number or a System.Text.Encoding. */
export function encodingArgument(value: Value): Value {
  if (value === null || value === undefined) return value;
  const shown = typeof value === 'object' ? webNameOf(value) : String(value);
  const name = SYNONYMS[shown.toLowerCase()];
  if (name !== undefined) return name === 'utf8NoBOM' && hasPreamble(value) ? 'utf8BOM' : name;
  throw new DotNetException(
    'System.ArgumentException',
    `'${shown}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')`,
    { properties: { ParamName: 'name' } },
  );
}

/** What the emulated System.Text.Encoding tells about itself. */
interface EncodingObject {
  kind?: string;
  preamble?: unknown;
}
function webNameOf(value: object): string {
  return (value as EncodingObject).kind ?? String(value);
}
/** `[Text.Encoding]::UTF8` writes a byte order mark. */
function hasPreamble(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const preamble = (value as EncodingObject).preamble;
  return preamble !== undefined && preamble !== false && (preamble as { length?: number }).length !== 0;
}

/** Bytes 0x80–0x9F of Windows-1252 as code points. */
const ANSI_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Upper half of code page 437. */
const OEM_HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function singleByte(text: string, encode: (code: number, character: string) => number): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) bytes.push(encode(character.codePointAt(0)!, character));
  return Uint8Array.from(bytes);
}
const QUESTION = 0x3f;

/** Bytes of a text, without a byte order mark. */
export function encodeText(text: string, encoding: EncodingName = 'utf8NoBOM'): Uint8Array {
  switch (encoding) {
    case 'ascii':
      return singleByte(text, (code) => (code < 128 ? code : QUESTION));
    case 'latin1':
      return singleByte(text, (code) => (code < 256 ? code : QUESTION));
    case 'ansi':
      return singleByte(text, (code, character) => {
        if (code < 128 || (code >= 160 && code < 256)) return code;
        const high = ANSI_HIGH.indexOf(character);
        return high < 0 ? QUESTION : 0x80 + high;
      });
    case 'oem':
      return singleByte(text, (code, character) => {
        const high = OEM_HIGH.indexOf(character);
        return code < 128 ? code : high < 0 ? QUESTION : 0x80 + high;
      });
    case 'unicode':
      return wide(text, true);
    case 'bigendianunicode':
      return wide(text, false);
    case 'utf32':
    case 'bigendianutf32':
      return fourBytes(text, encoding === 'utf32');
    default:
      return new TextEncoder().encode(text);
  }
}

function wide(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
function fourBytes(text: string, littleEndian: boolean): Uint8Array {
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  codes.forEach((code, index) => {
    view.setUint32(index * 4, code, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

/** Byte order mark that a new file of this encoding begins with. */
export function preambleOf(encoding: EncodingName = 'utf8NoBOM'): number[] {
  switch (encoding) {
    case 'utf8BOM':
      return [0xef, 0xbb, 0xbf];
    case 'unicode':
      return [0xff, 0xfe];
    case 'bigendianunicode':
      return [0xfe, 0xff];
    case 'utf32':
      return [0xff, 0xfe, 0, 0];
    case 'bigendianutf32':
      return [0, 0, 0xfe, 0xff];
    default:
      return [];
  }
}

/** The encoding that a byte order mark at the start announces. */
export function detectEncoding(bytes: Uint8Array): EncodingName | undefined {
  const candidates: EncodingName[] = ['utf32', 'bigendianutf32', 'utf8BOM', 'unicode', 'bigendianunicode'];
  return candidates.find((name) => preambleOf(name).every((byte, index) => bytes[index] === byte));
}

/** Text of a file. A byte order mark wins over what was asked for, as .NET's StreamReader has it. */
export function decodeText(bytes: Uint8Array, asked?: EncodingName): string {
  const detected = detectEncoding(bytes);
  const encoding = detected ?? asked ?? 'utf8NoBOM';
  const body = detected ? bytes.subarray(preambleOf(detected).length) : bytes;
  switch (encoding) {
    case 'unicode':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(body);
    case 'bigendianunicode':
      return decodeBigEndian(body);
    case 'utf32':
    case 'bigendianutf32':
      return decodeFourBytes(body, encoding === 'utf32');
    case 'ascii':
      return mapBytes(body, (byte) => (byte < 128 ? String.fromCharCode(byte) : '\ufffd'));
    case 'latin1':
      return mapBytes(body, (byte) => String.fromCharCode(byte));
    case 'ansi':
      return mapBytes(body, (byte) =>
        byte >= 0x80 && byte < 0xa0 ? ANSI_HIGH[byte - 0x80]! : String.fromCharCode(byte),
      );
    case 'oem':
      return mapBytes(body, (byte) => (byte >= 0x80 ? OEM_HIGH[byte - 0x80]! : String.fromCharCode(byte)));
    default:
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  }
}

function mapBytes(bytes: Uint8Array, decode: (byte: number) => string): string {
  const parts: string[] = [];
  for (const byte of bytes) parts.push(decode(byte));
  return parts.join('');
}
function decodeBigEndian(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i < swapped.length; i += 2) {
    swapped[i] = bytes[i + 1]!;
    swapped[i + 1] = bytes[i]!;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(swapped);
}
function decodeFourBytes(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const code = view.getUint32(i, littleEndian);
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}
