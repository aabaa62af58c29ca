// System.String and System.Char.

import { toText } from '../../convert.ts';
import { toArray } from '../../enumerate.ts';
import { DotNetException } from '../../errors.ts';
import type { CultureData } from '../../number/cultures.ts';
import { currentCulture, formatComposite } from '../../operators/format.ts';
import { compareOrdinal, compareOrdinalIgnoreCase, compareText } from '../../text.ts';
import type { Value } from '../../values.ts';
import { checkNonNegative, greater } from '../argument-errors.ts';
import { Enumerator } from '../collections/enumerator.ts';
import { argumentOutOfRange } from '../collections/list.ts';
import { charsToValue } from '../marshal.ts';
import type { TypeSpec } from '../ps-type.ts';
import { charType } from './char.ts';

/** Comparison by System.StringComparison. */
export function compareBy(left: string | null, right: string | null, comparison: number): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (comparison === 4) return compareOrdinal(left, right);
  if (comparison === 5) return compareOrdinalIgnoreCase(left, right);
  return compareText(left, right, comparison % 2 === 1);
}
function fold(text: string, comparison: number): string {
  return comparison % 2 === 1 ? text.toLowerCase() : text;
}

function trim(text: string, chars: string | undefined, start: boolean, end: boolean): string {
  const inSet =
    chars === undefined || chars === ''
      ? (c: string) => /[\s\u0085]/.test(c) && c !== '\ufeff'
      : (c: string) => chars.includes(c);
  let from = 0;
  let to = text.length;
  if (start) while (from < to && inSet(text[from]!)) from++;
  if (end) while (to > from && inSet(text[to - 1]!)) to--;
  return text.slice(from, to);
}

function substring(text: string, start: number, length = text.length - start): string {
  checkNonNegative('startIndex', start);
  if (start > text.length) throw argumentOutOfRange('startIndex', 'startIndex cannot be larger than length of string.');
  checkNonNegative('length', length);
  if (start + length > text.length)
    throw argumentOutOfRange('length', 'Index and length must refer to a location within the string.');
  return text.slice(start, start + length);
}

/** Split at any of several separators. Options: 1 removes empty entries, 2 trims. */
function split(text: string, separators: string[], count: number, options: number): string[] {
  if (count === 0) return [];
  checkNonNegative('count', count);
  const real = separators.filter((separator) => separator !== '');
  const tidy = (part: string): string => (options & 2 ? part.trim() : part);
  const parts: string[] = [];
  let start = 0;
  let at = 0;
  const keep = (part: string): boolean => !(options & 1) || tidy(part) !== '';
  while (at < text.length && parts.length + 1 < count) {
    const found = real.find((separator) => text.startsWith(separator, at));
    if (found === undefined) {
      at++;
      continue;
    }
    const part = text.slice(start, at);
    if (keep(part)) parts.push(tidy(part));
    at += found.length;
    start = at;
  }
  let rest = text.slice(start);
  if (options & 1 && parts.length + 1 >= count) {
    for (let found: string | undefined; (found = real.find((separator) => rest.startsWith(separator))) !== undefined; )
      rest = rest.slice(found.length);
  }
  if (keep(rest)) parts.push(tidy(rest));
  return parts;
}
function splitChars(text: string, chars: string, count = Number.POSITIVE_INFINITY, options = 0): string[] {
  if (chars === '' || chars === undefined)
    return split(text, ['\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0'], count, options);
  if (chars.length === 1 && options === 0 && count === Number.POSITIVE_INFINITY) return text.split(chars);
  return split(text, [...new Set(chars.split(''))], count, options);
}
function splitText(text: string, separator: string | null, count = Number.POSITIVE_INFINITY, options = 0): string[] {
  if (separator === null) return splitChars(text, '', count, options);
  if (separator === '') return [options & 2 ? text.trim() : text];
  return split(text, [separator], count, options);
}

function indexOf(text: string, value: string, start = 0, count = text.length - start, comparison = 0): number {
  if (start < 0 || start > text.length)
    throw argumentOutOfRange(
      'startIndex',
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  if (count < 0 || start + count > text.length)
    throw argumentOutOfRange(
      'count',
      'Count must be positive and count must refer to a location within the string/array/collection.',
    );
  const found = fold(text.slice(start, start + count), comparison).indexOf(fold(value, comparison));
  return found < 0 ? -1 : found + start;
}
function lastIndexOf(text: string, value: string, start = text.length - 1, comparison = 0): number {
  return fold(text.slice(0, start + 1), comparison).lastIndexOf(fold(value, comparison));
}
function indexOfAny(text: string, chars: string, start = 0): number {
  for (let i = start; i < text.length; i++) if (chars.includes(text[i]!)) return i;
  return -1;
}
function lastIndexOfAny(text: string, chars: string, start = text.length - 1): number {
  for (let i = start; i >= 0; i--) if (chars.includes(text[i]!)) return i;
  return -1;
}

function replaceText(text: string, from: string, to: string | null, comparison = 4): string {
  if (from === '')
    throw new DotNetException(
      'System.ArgumentException',
      "The value cannot be an empty string. (Parameter 'oldValue')",
      {
        properties: { ParamName: 'oldValue' },
      },
    );
  if (comparison % 2 === 0) return text.split(from).join(to ?? '');
  return text.replace(new RegExp(from.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'gi'), () => to ?? '');
}

function insert(text: string, index: number, value: string): string {
  if (index < 0 || index > text.length) throw greater('startIndex', index >>> 0, text.length);
  return text.slice(0, index) + value + text.slice(index);
}
function remove(text: string, start: number, count?: number): string {
  if (start < 0) throw argumentOutOfRange('startIndex', 'StartIndex cannot be less than zero.');
  if (count === undefined) {
    if (start > text.length)
      throw argumentOutOfRange('startIndex', 'startIndex cannot be larger than length of string.');
    return text.slice(0, start);
  }
  checkNonNegative('count', count);
  if (start + count > text.length) throw greater('count', count, text.length - start);
  return text.slice(0, start) + text.slice(start + count);
}
function pad(text: string, width: number, fill: string, left: boolean): string {
  checkNonNegative('totalWidth', width);
  return left ? text.padStart(width, fill) : text.padEnd(width, fill);
}

function join(separator: string | null, values: Iterable<Value>): string {
  return [...values].map((value) => toText(value)).join(separator ?? '');
}
function charAt(text: string, index: number): string {
  if (index < 0 || index >= text.length)
    throw new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
  return text[index]!;
}
const NORMAL_FORMS: Record<number, string> = { 1: 'NFC', 2: 'NFD', 5: 'NFKC', 6: 'NFKD' };

function textMethods(): NonNullable<TypeSpec['methods']> {
  return {
    'System.Object Clone()': (s: string) => s,
    'int CompareTo(System.Object value)': (s: string, value: Value) => compareText(s, toText(value), false),
    'int CompareTo(string strB)': (s: string, other: string) => compareText(s, other, false),
    'bool Contains(string value)': (s: string, value: string) => s.includes(value),
    'bool Contains(char value)': (s: string, value: string) => s.includes(value),
    'bool Contains(string value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      fold(s, by).includes(fold(value, by)),
    'bool Contains(char value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      fold(s, by).includes(fold(value, by)),
    'void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)': () => undefined,
    'bool EndsWith(string value)': (s: string, value: string) => s.endsWith(value),
    'bool EndsWith(string value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      fold(s, by).endsWith(fold(value, by)),
    'bool EndsWith(string value, bool ignoreCase, cultureinfo culture)': (s: string, value: string, ignore: boolean) =>
      fold(s, ignore ? 1 : 0).endsWith(fold(value, ignore ? 1 : 0)),
    'bool EndsWith(char value)': (s: string, value: string) => s.endsWith(value),
    'bool Equals(System.Object obj)': (s: string, value: Value) => s === value,
    'bool Equals(string value)': (s: string, value: string) => s === value,
    'bool Equals(string value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      compareBy(s, value, by) === 0,
    'System.CharEnumerator GetEnumerator()': (s: string) =>
      new Enumerator(charsToValue(s) as Value[], 'System.CharEnumerator'),
    'System.TypeCode GetTypeCode()': () => 18,
    'int IndexOf(char value)': (s: string, value: string) => s.indexOf(value),
    'int IndexOf(char value, int startIndex)': indexOf,
    'int IndexOf(char value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      indexOf(s, value, 0, s.length, by),
    'int IndexOf(char value, int startIndex, int count)': indexOf,
    'int IndexOf(string value)': (s: string, value: string) => s.indexOf(value),
    'int IndexOf(string value, int startIndex)': indexOf,
    'int IndexOf(string value, int startIndex, int count)': indexOf,
    'int IndexOf(string value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      indexOf(s, value, 0, s.length, by),
    'int IndexOf(string value, int startIndex, System.StringComparison comparisonType)': (
      s: string,
      value: string,
      start: number,
      by: number,
    ) => indexOf(s, value, start, s.length - start, by),
    'int IndexOfAny(char[] anyOf)': (s: string, chars: string) => indexOfAny(s, chars),
    'int IndexOfAny(char[] anyOf, int startIndex)': indexOfAny,
    'string Insert(int startIndex, string value)': insert,
    'bool IsNormalized()': (s: string) => s.normalize('NFC') === s,
    'int LastIndexOf(char value)': (s: string, value: string) => lastIndexOf(s, value),
    'int LastIndexOf(char value, int startIndex)': (s: string, value: string, start: number) =>
      lastIndexOf(s, value, start),
    'int LastIndexOf(string value)': (s: string, value: string) => lastIndexOf(s, value),
    'int LastIndexOf(string value, int startIndex)': (s: string, value: string, start: number) =>
      lastIndexOf(s, value, start),
    'int LastIndexOf(string value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      lastIndexOf(s, value, s.length - 1, by),
    'int LastIndexOfAny(char[] anyOf)': (s: string, chars: string) => lastIndexOfAny(s, chars),
    'int LastIndexOfAny(char[] anyOf, int startIndex)': lastIndexOfAny,
    'string Normalize()': (s: string) => s.normalize('NFC'),
    'string Normalize(System.Text.NormalizationForm normalizationForm)': (s: string, form: number) =>
      s.normalize(NORMAL_FORMS[form] ?? 'NFC'),
    'string PadLeft(int totalWidth)': (s: string, width: number) => pad(s, width, ' ', true),
    'string PadLeft(int totalWidth, char paddingChar)': (s: string, width: number, fill: string) =>
      pad(s, width, fill, true),
    'string PadRight(int totalWidth)': (s: string, width: number) => pad(s, width, ' ', false),
    'string PadRight(int totalWidth, char paddingChar)': (s: string, width: number, fill: string) =>
      pad(s, width, fill, false),
    'string Remove(int startIndex, int count)': remove,
    'string Remove(int startIndex)': remove,
    'string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)': (
      s: string,
      from: string,
      to: string,
      ignore: boolean,
    ) => replaceText(s, from, to, ignore ? 1 : 0),
    'string Replace(string oldValue, string newValue, System.StringComparison comparisonType)': replaceText,
    'string Replace(char oldChar, char newChar)': replaceText,
    'string Replace(string oldValue, string newValue)': replaceText,
    'string ReplaceLineEndings()': (s: string) => s.replace(/\r\n|[\r\n\f\u0085\u2028\u2029]/g, '\n'),
    'string ReplaceLineEndings(string replacementText)': (s: string, by: string) =>
      s.replace(/\r\n|[\r\n\f\u0085\u2028\u2029]/g, () => by),
    'string[] Split(params char[] separator)': (s: string, chars: string) => splitChars(s, chars),
    'string[] Split(char separator, System.StringSplitOptions options = None)': (
      s: string,
      c: string,
      options?: number,
    ) => splitChars(s, c, undefined, options),
    'string[] Split(char separator, int count, System.StringSplitOptions options = None)': splitChars,
    'string[] Split(char[] separator, int count)': splitChars,
    'string[] Split(char[] separator, System.StringSplitOptions options)': (
      s: string,
      chars: string,
      options: number,
    ) => splitChars(s, chars, undefined, options),
    'string[] Split(char[] separator, int count, System.StringSplitOptions options)': splitChars,
    'string[] Split(string separator, System.StringSplitOptions options = None)': (
      s: string,
      text: string,
      options?: number,
    ) => splitText(s, text, undefined, options),
    'string[] Split(string separator, int count, System.StringSplitOptions options = None)': splitText,
    'string[] Split(string[] separator, System.StringSplitOptions options)': (
      s: string,
      texts: string[],
      options: number,
    ) => split(s, texts, Number.POSITIVE_INFINITY, options),
    'string[] Split(string[] separator, int count, System.StringSplitOptions options)': split,
    'bool StartsWith(string value)': (s: string, value: string) => s.startsWith(value),
    'bool StartsWith(string value, System.StringComparison comparisonType)': (s: string, value: string, by: number) =>
      fold(s, by).startsWith(fold(value, by)),
    'bool StartsWith(string value, bool ignoreCase, cultureinfo culture)': (
      s: string,
      value: string,
      ignore: boolean,
    ) => fold(s, ignore ? 1 : 0).startsWith(fold(value, ignore ? 1 : 0)),
    'bool StartsWith(char value)': (s: string, value: string) => s.startsWith(value),
    'string Substring(int startIndex)': substring,
    'string Substring(int startIndex, int length)': substring,
    'char[] ToCharArray()': (s: string) => s,
    'char[] ToCharArray(int startIndex, int length)': substring,
    'string ToLower()': (s: string) => s.toLowerCase(),
    'string ToLower(cultureinfo culture)': (s: string) => s.toLowerCase(),
    'string ToLowerInvariant()': (s: string) => s.toLowerCase(),
    'string ToString()': (s: string) => s,
    'string ToString(System.IFormatProvider provider)': (s: string) => s,
    'string ToUpper()': upper,
    'string ToUpper(cultureinfo culture)': upper,
    'string ToUpperInvariant()': upper,
    'string Trim()': (s: string) => trim(s, undefined, true, true),
    'string Trim(char trimChar)': (s: string, c: string) => trim(s, c, true, true),
    'string Trim(params char[] trimChars)': (s: string, chars: string) => trim(s, chars, true, true),
    'string TrimEnd()': (s: string) => trim(s, undefined, false, true),
    'string TrimEnd(char trimChar)': (s: string, c: string) => trim(s, c, false, true),
    'string TrimEnd(params char[] trimChars)': (s: string, chars: string) => trim(s, chars, false, true),
    'string TrimStart()': (s: string) => trim(s, undefined, true, false),
    'string TrimStart(char trimChar)': (s: string, c: string) => trim(s, c, true, false),
    'string TrimStart(params char[] trimChars)': (s: string, chars: string) => trim(s, chars, true, false),
    'char get_Chars(int index)': charAt,
    'char Chars(int index)': charAt,
  };
}

/** Upper case one unit by one: ß stays ß. */
function upper(text: string): string {
  const result = text.toUpperCase();
  return result.length === text.length
    ? result
    : [...text].map((c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join('');
}

function textStatics(): NonNullable<TypeSpec['staticMethods']> {
  return {
    'int Compare(string strA, string strB)': (a: string, b: string) => compareText(a, b, false),
    'int Compare(string strA, string strB, bool ignoreCase)': (a: string, b: string, ignore: boolean) =>
      compareText(a, b, ignore),
    'int Compare(string strA, string strB, System.StringComparison comparisonType)': compareBy,
    'int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)': (
      a: string,
      b: string,
      ignore: boolean,
    ) => compareText(a, b, ignore),
    'int CompareOrdinal(string strA, string strB)': compareOrdinal,
    'string Concat(params System.Object[] args)': (values: Value[]) => join('', values),
    'string Copy(string str)': (s: string) => s,
    'string Create(int length)': (n: number) => '\0'.repeat(n),
    'bool Equals(string a, string b)': (a: string, b: string) => a === b,
    'bool Equals(string a, string b, System.StringComparison comparisonType)': (a: string, b: string, by: number) =>
      compareBy(a, b, by) === 0,
    'string Format(string format, params System.Object[] args)': (format: string, args: Value[]) =>
      formatComposite(format, args, currentCulture()),
    'string Format(cultureinfo provider, string format, params System.Object[] args)': (
      culture: { data: CultureData } | null,
      format: string,
      args: Value[],
    ) => formatComposite(format, args, culture?.data ?? currentCulture()),
    'string Intern(string str)': (s: string) => s,
    'bool IsNullOrEmpty(string value)': (s: string) => s === null || s === '',
    'bool IsNullOrWhiteSpace(string value)': (s: string) => s === null || s.trim() === '',
    'string Join(string separator, string[] value, int startIndex, int count)': (
      separator: string,
      values: string[],
      start: number,
      count: number,
    ) => {
      if (start > values.length - count) throw greater('startIndex', start, values.length - count);
      return values.slice(start, start + count).join(separator ?? '');
    },
    'string Join(string separator, params System.Object[] values)': (separator: string, values: Value[]) =>
      join(separator, values.length === 1 ? toArray(values[0]) : values),
  };
}

export function stringTypes(): TypeSpec[] {
  return [
    {
      name: 'System.String',
      interfaces: [
        'System.IComparable',
        'System.Collections.IEnumerable',
        'System.IConvertible',
        'System.Collections.Generic.IEnumerable`1[System.Char]',
        'System.IComparable`1[System.String]',
        'System.IEquatable`1[System.String]',
        'System.ICloneable',
      ],
      constructors: {
        '(char[] value)': (chars: string) => chars,
        '(char[] value, int startIndex, int length)': (chars: string, start: number, length: number) =>
          chars.slice(start, start + length),
        '(char c, int count)': (c: string, count: number) => {
          checkNonNegative('count', count);
          return c.repeat(count);
        },
      },
      properties: { 'int Length': (s: string) => s.length },
      methods: textMethods(),
      staticProperties: { 'string Empty': () => '' },
      staticMethods: textStatics(),
    },
    {
      name: 'System.CharEnumerator',
      interfaces: ['System.Collections.IEnumerator', 'System.ICloneable', 'System.IDisposable'],
    },
    charType(),
  ];
}
