// System.Text.Encoding.

import { DotNetException } from '../../errors.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

type Kind = 'utf-8' | 'utf-16' | 'utf-16BE' | 'utf-32' | 'us-ascii' | 'iso-8859-1' | 'windows-1252' | 'shift_jis';

const NAMES: Record<Kind, { typeName: string; display: string; page: number }> = {
  'utf-8': { typeName: 'System.Text.UTF8Encoding', display: 'Unicode (UTF-8)', page: 65001 },
  'utf-16': { typeName: 'System.Text.UnicodeEncoding', display: 'Unicode', page: 1200 },
  'utf-16BE': { typeName: 'System.Text.UnicodeEncoding', display: 'Unicode (Big-Endian)', page: 1201 },
  'utf-32': { typeName: 'System.Text.UTF32Encoding', display: 'Unicode (UTF-32)', page: 12000 },
  'us-ascii': { typeName: 'System.Text.ASCIIEncoding', display: 'US-ASCII', page: 20127 },
  'iso-8859-1': { typeName: 'System.Text.Latin1Encoding', display: 'Western European (ISO)', page: 28591 },
  'windows-1252': { typeName: 'System.Text.SBCSCodePageEncoding', display: 'Western European (Windows)', page: 1252 },
  shift_jis: { typeName: 'System.Text.DBCSCodePageEncoding', display: 'Japanese (Shift-JIS)', page: 932 },
};
const ALIASES: Record<string, Kind> = {
  utf8: 'utf-8',
  'utf-16le': 'utf-16',
  unicode: 'utf-16',
  bigendianunicode: 'utf-16BE',
  'utf-16be': 'utf-16BE',
  ascii: 'us-ascii',
  latin1: 'iso-8859-1',
  utf32: 'utf-32',
  ansi: 'windows-1252',
};

export class Encoding {
  constructor(
    readonly kind: Kind,
    readonly mark = false,
  ) {}
  get psType(): PSType {
    return knownType(NAMES[this.kind].typeName);
  }
  get displayName(): string {
    return NAMES[this.kind].display;
  }
  get codePage(): number {
    return NAMES[this.kind].page;
  }
  get preamble(): Uint8Array {
    if (!this.mark) return new Uint8Array();
    if (this.kind === 'utf-8') return Uint8Array.of(0xef, 0xbb, 0xbf);
    if (this.kind === 'utf-16') return Uint8Array.of(0xff, 0xfe);
    if (this.kind === 'utf-16BE') return Uint8Array.of(0xfe, 0xff);
    return this.kind === 'utf-32' ? Uint8Array.of(0xff, 0xfe, 0, 0) : new Uint8Array();
  }
  encode(text: string): Uint8Array {
    switch (this.kind) {
      case 'utf-8':
        return new TextEncoder().encode(text);
      case 'utf-16':
      case 'utf-16BE':
        return encodeWide(text, this.kind === 'utf-16BE');
      case 'utf-32':
        return encodeUtf32(text);
      case 'us-ascii':
        return Uint8Array.from(text, (c) => (c.charCodeAt(0) < 128 ? c.charCodeAt(0) : 63));
      case 'shift_jis':
        return encodeByTable(text, 'shift_jis');
      case 'windows-1252':
        return encodeByTable(text, 'windows-1252');
      default:
        return Uint8Array.from(text, (c) => (c.charCodeAt(0) < 256 ? c.charCodeAt(0) : 63));
    }
  }
  decode(bytes: Uint8Array): string {
    switch (this.kind) {
      case 'utf-8':
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      case 'utf-16':
        return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
      case 'utf-16BE':
        return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
      case 'utf-32':
        return decodeUtf32(bytes);
      case 'us-ascii':
        return String.fromCharCode(...[...bytes].map((byte) => (byte < 128 ? byte : 0x3f)));
      case 'windows-1252':
      case 'shift_jis':
        return new TextDecoder(this.kind).decode(bytes);
      default:
        return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    }
  }
}

function encodeWide(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
}
function encodeUtf32(text: string): Uint8Array {
  const points = [...text];
  const bytes = new Uint8Array(points.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, point] of points.entries()) view.setUint32(i * 4, point.codePointAt(0)!, true);
  return bytes;
}
function decodeUtf32(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let i = 0; i + 3 < bytes.length; i += 4) text += String.fromCodePoint(view.getUint32(i, true));
  return text;
}
const tables = new Map<string, Map<string, number[]>>();
/** Encoding by inverting the decoder, one and two bytes long. */
function encodeByTable(text: string, label: string): Uint8Array {
  let table = tables.get(label);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(label);
    for (let high = label === 'shift_jis' ? 0x81 : 256; high < 0xfd; high++) {
      for (let low = 0x40; low < 0xfd; low++) {
        const c = decoder.decode(Uint8Array.of(high, low));
        if (c.length === 1 && c !== '\ufffd') table.set(c, [high, low]);
      }
    }
    for (let byte = 0; byte < 256; byte++) {
      const c = decoder.decode(Uint8Array.of(byte));
      if (c.length === 1 && c !== '\ufffd') table.set(c, [byte]);
    }
    tables.set(label, table);
  }
  return Uint8Array.from([...text].flatMap((c) => table.get(c) ?? [63]));
}

/** Encoding.GetEncoding. */
export function encodingByName(name: string | number): Encoding {
  const lower = String(name).toLowerCase();
  const kind =
    (Object.keys(NAMES) as Kind[]).find(
      (known) => known.toLowerCase() === lower || NAMES[known].page === Number(name),
    ) ?? ALIASES[lower];
  if (!kind)
    throw new DotNetException(
      'System.ArgumentException',
      `'${name}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')`,
    );
  return new Encoding(kind, kind !== 'us-ascii' && kind !== 'iso-8859-1');
}

export function encodingTypes(): TypeSpec[] {
  const T = 'System.Text.Encoding';
  const make =
    (kind: Kind, mark = true) =>
    () =>
      new Encoding(kind, mark);
  return [
    {
      name: T,
      abstract: true,
      interfaces: ['System.ICloneable'],
      properties: {
        'string BodyName': (e: Encoding) => e.kind,
        'string EncodingName': (e: Encoding) => e.displayName,
        'string HeaderName': (e: Encoding) => e.kind,
        'string WebName': (e: Encoding) => e.kind,
        'int WindowsCodePage': (e: Encoding) => (e.codePage > 10000 || e.codePage < 1252 ? 1200 : e.codePage),
        'bool IsBrowserDisplay': () => true,
        'bool IsBrowserSave': () => true,
        'bool IsMailNewsDisplay': () => true,
        'bool IsMailNewsSave': () => true,
        'bool IsSingleByte': (e: Encoding) => e.codePage === 20127 || e.codePage === 28591 || e.codePage === 1252,
        'int CodePage': (e: Encoding) => e.codePage,
        'bool IsReadOnly': () => true,
      },
      methods: {
        'int GetByteCount(string s)': (e: Encoding, text: string) => e.encode(text).length,
        'int GetCharCount(byte[] bytes)': (e: Encoding, bytes: Uint8Array) => e.decode(bytes).length,
        'byte[] GetBytes(string s)': (e: Encoding, text: string) => e.encode(text),
        'byte[] GetBytes(char[] chars)': (e: Encoding, chars: string) => e.encode(chars),
        'char[] GetChars(byte[] bytes)': (e: Encoding, bytes: Uint8Array) => e.decode(bytes),
        'byte[] GetPreamble()': (e: Encoding) => e.preamble,
        'string GetString(byte[] bytes)': (e: Encoding, bytes: Uint8Array) => e.decode(bytes),
        'string GetString(byte[] bytes, int index, int count)': (
          e: Encoding,
          bytes: Uint8Array,
          index: number,
          count: number,
        ) => e.decode(bytes.subarray(index, index + count)),
      },
      staticProperties: {
        [`${T} Default`]: make('utf-8', false),
        [`${T} UTF8`]: make('utf-8'),
        [`${T} Unicode`]: make('utf-16'),
        [`${T} BigEndianUnicode`]: make('utf-16BE'),
        [`${T} UTF32`]: make('utf-32'),
        [`${T} ASCII`]: make('us-ascii', false),
        [`${T} Latin1`]: make('iso-8859-1', false),
        [`${T} UTF7`]: make('utf-8', false),
      },
      staticMethods: {
        [`${T} GetEncoding(string name)`]: encodingByName,
        [`${T} GetEncoding(int codepage)`]: encodingByName,
        [`byte[] Convert(${T} srcEncoding, ${T} dstEncoding, byte[] bytes)`]: (
          from: Encoding,
          to: Encoding,
          bytes: Uint8Array,
        ) => to.encode(from.decode(bytes)),
      },
    },
    {
      name: 'System.Text.UTF8Encoding',
      base: T,
      constructors: {
        '()': make('utf-8', false),
        '(bool encoderShouldEmitUTF8Identifier)': (mark: boolean) => new Encoding('utf-8', mark),
        '(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)': (mark: boolean) =>
          new Encoding('utf-8', mark),
      },
    },
    {
      name: 'System.Text.UnicodeEncoding',
      base: T,
      constructors: {
        '()': make('utf-16'),
        '(bool bigEndian, bool byteOrderMark)': (big: boolean, mark: boolean) =>
          new Encoding(big ? 'utf-16BE' : 'utf-16', mark),
      },
    },
    { name: 'System.Text.UTF32Encoding', base: T, constructors: { '()': make('utf-32') } },
    { name: 'System.Text.ASCIIEncoding', base: T, constructors: { '()': make('us-ascii', false) } },
    { name: 'System.Text.Latin1Encoding', base: T },
    { name: 'System.Text.SBCSCodePageEncoding', base: T },
    { name: 'System.Text.DBCSCodePageEncoding', base: T },
  ];
}
