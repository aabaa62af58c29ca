// System.Convert and BitConverter.

import { convertTo, toBool, toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { fitsInteger, makeNumber, type NumberType, numberTypeOf } from '../../number/numeric.ts';
import {
  overflow,
  parseNumber,
  STYLE_FLOAT_THOUSANDS,
  STYLE_INTEGER,
  STYLE_NUMBER,
} from '../../number/parse-number.ts';
import { currentCulture } from '../../operators/format.ts';
import type { PSChar, Value } from '../../values.ts';
import { roundToBigInt } from '../conversion-numbers.ts';
import { dotNetText } from '../object-text.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType } from '../registry.ts';
import { dataOf, type Provider, parseDateTime } from './date-types.ts';

function cause(error: unknown): never {
  if (error instanceof DotNetException) {
    let current = error;
    while (current.options.inner) current = current.options.inner;
    throw current;
  }
  throw error;
}

/** Convert.ToX(object): text by the culture's parser, numbers rounded half to even. */
function toNumberOf(type: NumberType, value: Value): Value {
  if (value === null || value === undefined) return makeNumber(type, 0);
  if (typeof value === 'string') {
    const style =
      type === 'Decimal'
        ? STYLE_NUMBER
        : type === 'Double' || type === 'Single'
          ? STYLE_FLOAT_THOUSANDS
          : STYLE_INTEGER;
    return parseNumber(type, value, style, currentCulture());
  }
  try {
    return convertTo(value, knownType(`System.${type}`));
  } catch (error) {
    return cause(error);
  }
}

const DIGITS: Record<number, RegExp> = { 2: /^[01]+$/, 8: /^[0-7]+$/, 10: /^[-+]?\d+$/, 16: /^(0x)?[0-9a-f]+$/i };
function fromBase(type: NumberType, text: string, base: number): Value {
  const pattern = DIGITS[base];
  if (!pattern) throw new DotNetException('System.ArgumentException', 'Invalid Base.');
  if (!pattern.test(text)) {
    const some =
      /^[0-9a-f]/i.test(text) && (base === 16 || base === 10) ? /^(0x)?[0-9a-f]/i.test(text) && base === 16 : false;
    throw new DotNetException(
      'System.FormatException',
      some || /^[01]/.test(text)
        ? 'Additional non-parsable characters are at the end of the string.'
        : 'Could not find any recognizable digits.',
    );
  }
  const prefix = base === 2 ? '0b' : base === 8 ? '0o' : base === 16 ? '0x' : '';
  let value = BigInt(prefix + text.replace(/^0x/i, ''));
  const bits: Partial<Record<NumberType, bigint>> = { SByte: 8n, Int16: 16n, Int32: 32n, Int64: 64n };
  const width = bits[type];
  if (base !== 10 && width !== undefined && value < 1n << width && value >= 1n << (width - 1n)) value -= 1n << width;
  if (!fitsInteger(type, value)) throw overflow(type);
  return makeNumber(type, value);
}

function toBase(value: Value, base: number): string {
  if (base !== 2 && base !== 8 && base !== 10 && base !== 16)
    throw new DotNetException('System.ArgumentException', 'Invalid Base.');
  const type = numberTypeOf(value);
  let whole = roundToBigInt(value) ?? 0n;
  if (base !== 10 && whole < 0n)
    whole += 1n << (type === 'Int64' ? 64n : type === 'Int16' ? 16n : type === 'SByte' ? 8n : 32n);
  return whole.toString(base);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const chunk = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[chunk >> 18]! + ALPHABET[(chunk >> 12) & 63]!;
    text += i + 1 < bytes.length ? ALPHABET[(chunk >> 6) & 63]! : '=';
    text += i + 2 < bytes.length ? ALPHABET[chunk & 63]! : '=';
  }
  return text;
}
export function fromBase64(source: string): Uint8Array {
  const text = source.replace(/[ \t\r\n]/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw new DotNetException(
      'System.FormatException',
      'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
    );
  }
  const plain = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const c of plain) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(c)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  return bytes;
}
export function toHex(bytes: Uint8Array, separator = ''): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(separator);
}
function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0)
    throw new DotNetException(
      'System.FormatException',
      'The input is not a valid hex string as its length is not a multiple of 2.',
    );
  if (!/^[0-9a-f]*$/i.test(text))
    throw new DotNetException(
      'System.FormatException',
      'The input is not a valid hex string as it contains a non-hex character.',
    );
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function numberMethods(): NonNullable<TypeSpec['staticMethods']> {
  const methods: NonNullable<TypeSpec['staticMethods']> = {};
  const names: [NumberType, string][] = [
    ['Int32', 'int'],
    ['Int64', 'long'],
    ['Int16', 'short'],
    ['UInt16', 'ushort'],
    ['UInt32', 'uint'],
    ['UInt64', 'ulong'],
    ['Byte', 'byte'],
    ['SByte', 'sbyte'],
    ['Double', 'double'],
    ['Single', 'float'],
    ['Decimal', 'decimal'],
  ];
  for (const [type, name] of names) {
    methods[`${name} To${type}(System.Object value)`] = (value: Value) => toNumberOf(type, value);
    methods[`${name} To${type}(System.Object value, System.IFormatProvider provider)`] = (value: Value) =>
      toNumberOf(type, value);
    if (type !== 'Double' && type !== 'Single' && type !== 'Decimal')
      methods[`${name} To${type}(string value, int fromBase)`] = (text: string, base: number) =>
        fromBase(type, text, base);
  }
  return methods;
}

export function convertTypes(): TypeSpec[] {
  return [
    {
      name: 'System.Convert',
      kind: 'static',
      staticProperties: { 'System.Object DBNull': () => null },
      staticMethods: {
        ...numberMethods(),
        'bool ToBoolean(System.Object value)': (value: Value) => {
          if (typeof value !== 'string') return toBool(value);
          if (/^\s*(true|false)\s*$/i.test(value)) return /true/i.test(value);
          throw new DotNetException(
            'System.FormatException',
            `String '${value}' was not recognized as a valid Boolean.`,
          );
        },
        'char ToChar(System.Object value)': (value: Value) => {
          try {
            return String.fromCharCode((convertTo(value, knownType('System.Char')) as PSChar).code);
          } catch (error) {
            return cause(error);
          }
        },
        'string ToString(System.Object value)': (value: Value) => dotNetText(value),
        'string ToString(System.Object value, System.IFormatProvider provider)': (value: Value) => toText(value),
        'string ToString(int value, int toBase)': (v: number, base: number) => toBase(v, base),
        'string ToString(long value, int toBase)': (v: bigint, base: number) => toBase(v, base),
        'string ToString(byte value, int toBase)': (v: number, base: number) => toBase(v, base),
        'datetime ToDateTime(System.Object value)': (value: Value) =>
          typeof value === 'string' ? parseDateTime(value, currentCulture()) : value,
        'datetime ToDateTime(string value, System.IFormatProvider provider)': (text: string, provider: Provider) =>
          parseDateTime(text, dataOf(provider)),
        'string ToBase64String(byte[] inArray)': (bytes: Uint8Array) => toBase64(bytes),
        'string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)': (
          bytes: Uint8Array,
          options: number,
        ) => (options === 1 ? (toBase64(bytes).match(/.{1,76}/g) ?? []).join('\r\n') : toBase64(bytes)),
        'byte[] FromBase64String(string s)': fromBase64,
        'string ToHexString(byte[] inArray)': (bytes: Uint8Array) => toHex(bytes),
        'string ToHexStringLower(byte[] inArray)': (bytes: Uint8Array) => toHex(bytes).toLowerCase(),
        'byte[] FromHexString(string s)': fromHex,
        'System.Object ChangeType(System.Object value, type conversionType)': (value: Value, type: never) => {
          try {
            return convertTo(value, type);
          } catch (error) {
            return cause(error);
          }
        },
        'bool IsDBNull(System.Object value)': (value: Value) =>
          typeof value === 'object' && value !== null && String(value) === '' && 'toBoolean' in value,
      },
    },
    bitConverter(),
  ];
}

function bitConverter(): TypeSpec {
  const bytesOf = (size: number, put: (view: DataView) => void): Uint8Array => {
    const bytes = new Uint8Array(size);
    put(new DataView(bytes.buffer));
    return bytes;
  };
  const read =
    <T>(size: number, get: (view: DataView, at: number) => T) =>
    (bytes: Uint8Array, start: number): T => {
      if (start < 0 || start >= bytes.length)
        throw new DotNetException(
          'System.ArgumentOutOfRangeException',
          "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'startIndex')",
        );
      if (start + size > bytes.length)
        throw new DotNetException(
          'System.ArgumentException',
          "The array starting from the specified index is not long enough to read a value of the specified type. (Parameter 'value')",
        );
      return get(new DataView(bytes.buffer, bytes.byteOffset), start);
    };
  const pack: Record<string, (value: never) => Uint8Array> = {
    'byte[] GetBytes(int value)': (v: number) => bytesOf(4, (d) => d.setInt32(0, v, true)),
    'byte[] GetBytes(uint value)': (v: number) => bytesOf(4, (d) => d.setUint32(0, v, true)),
    'byte[] GetBytes(short value)': (v: number) => bytesOf(2, (d) => d.setInt16(0, v, true)),
    'byte[] GetBytes(ushort value)': (v: number) => bytesOf(2, (d) => d.setUint16(0, v, true)),
    'byte[] GetBytes(long value)': (v: bigint) => bytesOf(8, (d) => d.setBigInt64(0, v, true)),
    'byte[] GetBytes(ulong value)': (v: bigint) => bytesOf(8, (d) => d.setBigUint64(0, v, true)),
    'byte[] GetBytes(double value)': (v: number) => bytesOf(8, (d) => d.setFloat64(0, v, true)),
    'byte[] GetBytes(float value)': (v: number) => bytesOf(4, (d) => d.setFloat32(0, v, true)),
    'byte[] GetBytes(bool value)': (v: boolean) => Uint8Array.of(v ? 1 : 0),
    'byte[] GetBytes(char value)': (v: string) => bytesOf(2, (d) => d.setUint16(0, v.charCodeAt(0), true)),
  };
  return {
    name: 'System.BitConverter',
    kind: 'static',
    staticProperties: { 'bool IsLittleEndian': () => true },
    staticMethods: {
      ...pack,
      'string ToString(byte[] value)': (bytes: Uint8Array) => toHex(bytes, '-'),
      'string ToString(byte[] value, int startIndex)': (bytes: Uint8Array, start: number) =>
        toHex(bytes.subarray(start), '-'),
      'string ToString(byte[] value, int startIndex, int length)': (bytes: Uint8Array, start: number, length: number) =>
        toHex(bytes.subarray(start, start + length), '-'),
      'int ToInt32(byte[] value, int startIndex)': read(4, (d, at) => d.getInt32(at, true)),
      'uint ToUInt32(byte[] value, int startIndex)': read(4, (d, at) => d.getUint32(at, true)),
      'short ToInt16(byte[] value, int startIndex)': read(2, (d, at) => d.getInt16(at, true)),
      'ushort ToUInt16(byte[] value, int startIndex)': read(2, (d, at) => d.getUint16(at, true)),
      'long ToInt64(byte[] value, int startIndex)': read(8, (d, at) => d.getBigInt64(at, true)),
      'ulong ToUInt64(byte[] value, int startIndex)': read(8, (d, at) => d.getBigUint64(at, true)),
      'double ToDouble(byte[] value, int startIndex)': read(8, (d, at) => d.getFloat64(at, true)),
      'float ToSingle(byte[] value, int startIndex)': read(4, (d, at) => d.getFloat32(at, true)),
      'bool ToBoolean(byte[] value, int startIndex)': read(1, (d, at) => d.getUint8(at) !== 0),
      'char ToChar(byte[] value, int startIndex)': read(2, (d, at) => String.fromCharCode(d.getUint16(at, true))),
      'long DoubleToInt64Bits(double value)': (v: number) =>
        new DataView(bytesOf(8, (d) => d.setFloat64(0, v)).buffer).getBigInt64(0),
      'double Int64BitsToDouble(long value)': (v: bigint) =>
        new DataView(bytesOf(8, (d) => d.setBigInt64(0, v)).buffer).getFloat64(0),
    },
  };
}
