// System.Char.

import { DotNetException } from '../../errors.ts';
import { PSChar, type Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';

const text = (c: PSChar): string => String.fromCharCode(c.code);

function tests(): NonNullable<TypeSpec['staticMethods']> {
  const patterns: Record<string, RegExp> = {
    IsDigit: /\p{Nd}/u,
    IsLetter: /\p{L}/u,
    IsLetterOrDigit: /[\p{L}\p{Nd}]/u,
    IsLower: /\p{Ll}/u,
    IsUpper: /\p{Lu}/u,
    IsNumber: /\p{N}/u,
    IsPunctuation: /\p{P}/u,
    IsSymbol: /\p{S}/u,
    IsSeparator: /\p{Z}/u,
    IsWhiteSpace: /[\s\u0085]/,
    IsControl: /\p{Cc}/u,
    IsHighSurrogate: /[\ud800-\udbff]/,
    IsLowSurrogate: /[\udc00-\udfff]/,
    IsSurrogate: /[\ud800-\udfff]/,
    IsAscii: /[\x00-\x7f]/,
    IsAsciiDigit: /[0-9]/,
    IsAsciiLetter: /[A-Za-z]/,
    IsAsciiLetterOrDigit: /[A-Za-z0-9]/,
    IsAsciiLetterUpper: /[A-Z]/,
    IsAsciiLetterLower: /[a-z]/,
    IsAsciiHexDigit: /[0-9A-Fa-f]/,
  };
  const methods: NonNullable<TypeSpec['staticMethods']> = {};
  for (const [name, pattern] of Object.entries(patterns)) {
    methods[`bool ${name}(char c)`] = (c: string) => pattern.test(c);
    methods[`bool ${name}(string s, int index)`] = (s: string, index: number) => pattern.test(s[index] ?? '');
  }
  return methods;
}

export function charType(): TypeSpec {
  return {
    name: 'System.Char',
    kind: 'struct',
    zero: () => new PSChar(0),
    interfaces: [
      'System.IComparable',
      'System.IConvertible',
      'System.IFormattable',
      'System.IComparable`1[System.Char]',
      'System.IEquatable`1[System.Char]',
    ],
    methods: {
      'int CompareTo(System.Object value)': (c: PSChar, other: Value) => c.code - (other as PSChar).code,
      'int CompareTo(char value)': (c: PSChar, other: string) => c.code - other.charCodeAt(0),
      'bool Equals(System.Object obj)': (c: PSChar, other: Value) => other instanceof PSChar && other.code === c.code,
      'bool Equals(char obj)': (c: PSChar, other: string) => text(c) === other,
      'System.TypeCode GetTypeCode()': () => 4,
      'string ToString()': text,
      'string ToString(System.IFormatProvider provider)': text,
    },
    staticProperties: { 'char MaxValue': () => '\uffff', 'char MinValue': () => '\0' },
    staticMethods: {
      ...tests(),
      'char ToLower(char c)': (c: string) => c.toLowerCase(),
      'char ToLowerInvariant(char c)': (c: string) => c.toLowerCase(),
      'char ToUpper(char c)': (c: string) => c.toUpperCase(),
      'char ToUpperInvariant(char c)': (c: string) => c.toUpperCase(),
      'string ToString(char c)': (c: string) => c,
      'double GetNumericValue(char c)': (c: string) => (/[0-9]/.test(c) ? Number(c) : -1),
      'string ConvertFromUtf32(int utf32)': (code: number) => String.fromCodePoint(code),
      'int ConvertToUtf32(string s, int index)': (s: string, index: number) => s.codePointAt(index) ?? 0,
      'int ConvertToUtf32(char highSurrogate, char lowSurrogate)': (high: string, low: string) =>
        (high + low).codePointAt(0) ?? 0,
      'System.Globalization.UnicodeCategory GetUnicodeCategory(char c)': (c: string) => unicodeCategory(c),
      'char Parse(string s)': (s: string) => {
        if (s.length !== 1)
          throw new DotNetException('System.FormatException', 'String must be exactly one character long.');
        return s;
      },
      'bool TryParse(string s, ref char result)': (s: string, result: { value: Value }) => {
        if (s.length === 1) result.value = new PSChar(s.charCodeAt(0));
        return s.length === 1;
      },
    },
  };
}

const CATEGORIES = [
  'Lu',
  'Ll',
  'Lt',
  'Lm',
  'Lo',
  'Mn',
  'Mc',
  'Me',
  'Nd',
  'Nl',
  'No',
  'Zs',
  'Zl',
  'Zp',
  'Cc',
  'Cf',
  'Cs',
  'Co',
  'Pc',
  'Pd',
  'Ps',
  'Pe',
  'Pi',
  'Pf',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
];
function unicodeCategory(c: string): number {
  const index = CATEGORIES.findIndex((category) => new RegExp(`\\p{${category}}`, 'u').test(c));
  return index < 0 ? 29 : index;
}
