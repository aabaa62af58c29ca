// Regex, Match, Group, Capture and their collections.

import { toText } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { compileRegex, escapeRegex, type RegexMatch } from '../../regex/regex.ts';
import { expandTemplate } from '../../regex/template.ts';
import type { Value } from '../../values.ts';
import { callDelegate } from '../callable.ts';
import { Enumerator } from '../collections/enumerator.ts';
import { indexOutOfRange } from '../collections/list.ts';
import type { TypeSpec } from '../ps-type.ts';
import { type CaptureObject, type GroupObject, MatchObject, RegexList, RegexObject } from '../regex-object.ts';

const make = (pattern: string, options = 0): RegexObject => new RegexObject(compileRegex(pattern, options));
function matchFrom(r: RegexObject, text: string, start = 0): MatchObject {
  if (start < 0 || start > text.length)
    throw new DotNetException(
      'System.ArgumentOutOfRangeException',
      "Start index cannot be less than 0 or greater than input length. (Parameter 'startat')",
    );
  return new MatchObject(r.regex, r.regex.match(text, start), text);
}
function matchesOf(r: RegexObject, text: string, start = 0): RegexList {
  return new RegexList(
    [...r.regex.matches(text, start)].map((match) => new MatchObject(r.regex, match, text)),
    'Match',
  );
}
function evaluate(r: RegexObject, text: string, evaluator: Value, count = -1): string {
  return r.regex.replaceWith(
    text,
    (match: RegexMatch) => toText(callDelegate(evaluator, [new MatchObject(r.regex, match, text)])),
    count,
  );
}
function split(r: RegexObject, text: string, count = 0): string[] {
  const parts: string[] = [];
  let last = 0;
  for (const match of r.regex.matches(text)) {
    if (count > 0 && parts.length >= count - 1) break;
    parts.push(text.slice(last, match.index));
    for (const group of r.regex.groups) {
      const value = group.number === 0 ? undefined : match.value(group.number);
      if (value !== undefined) parts.push(value);
    }
    last = match.index + match.length;
  }
  parts.push(text.slice(last));
  return parts;
}

const EVALUATOR = 'System.Text.RegularExpressions.MatchEvaluator';
const OPTIONS = 'System.Text.RegularExpressions.RegexOptions';

function instanceMethods(): NonNullable<TypeSpec['methods']> {
  return {
    'string[] GetGroupNames()': (r: RegexObject) => r.regex.groups.map((group) => group.name),
    'int[] GetGroupNumbers()': (r: RegexObject) => r.regex.groups.map((group) => group.number),
    'string GroupNameFromNumber(int i)': (r: RegexObject, i: number) =>
      r.regex.groups.find((group) => group.number === i)?.name ?? '',
    'int GroupNumberFromName(string name)': (r: RegexObject, name: string) => r.regex.groupNumber(name),
    'bool IsMatch(string input)': (r: RegexObject, text: string) => r.regex.isMatch(text),
    'bool IsMatch(string input, int startat)': (r: RegexObject, text: string, start: number) =>
      r.regex.isMatch(text, start),
    'System.Text.RegularExpressions.Match Match(string input)': matchFrom,
    'System.Text.RegularExpressions.Match Match(string input, int startat)': matchFrom,
    'System.Text.RegularExpressions.MatchCollection Matches(string input)': matchesOf,
    'System.Text.RegularExpressions.MatchCollection Matches(string input, int startat)': matchesOf,
    'int Count(string input)': (r: RegexObject, text: string) => [...r.regex.matches(text)].length,
    'string Replace(string input, string replacement)': (r: RegexObject, text: string, by: string) =>
      r.regex.replace(text, by),
    'string Replace(string input, string replacement, int count)': (
      r: RegexObject,
      text: string,
      by: string,
      count: number,
    ) => r.regex.replace(text, by, count),
    'string Replace(string input, string replacement, int count, int startat)': (
      r: RegexObject,
      text: string,
      by: string,
      count: number,
      start: number,
    ) => r.regex.replace(text, by, count, start),
    [`string Replace(string input, ${EVALUATOR} evaluator)`]: (r: RegexObject, text: string, by: Value) =>
      evaluate(r, text, by),
    [`string Replace(string input, ${EVALUATOR} evaluator, int count)`]: evaluate,
    'string[] Split(string input)': split,
    'string[] Split(string input, int count)': split,
    'string ToString()': (r: RegexObject) => r.toString(),
  };
}

function statics(): NonNullable<TypeSpec['staticMethods']> {
  return {
    'string Escape(string str)': escapeRegex,
    'string Unescape(string str)': unescape,
    'bool IsMatch(string input, string pattern)': (text: string, pattern: string) => make(pattern).regex.isMatch(text),
    [`bool IsMatch(string input, string pattern, ${OPTIONS} options)`]: (
      text: string,
      pattern: string,
      options: number,
    ) => make(pattern, options).regex.isMatch(text),
    'System.Text.RegularExpressions.Match Match(string input, string pattern)': (text: string, pattern: string) =>
      matchFrom(make(pattern), text),
    [`System.Text.RegularExpressions.Match Match(string input, string pattern, ${OPTIONS} options)`]: (
      text: string,
      pattern: string,
      options: number,
    ) => matchFrom(make(pattern, options), text),
    'System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)': (
      text: string,
      pattern: string,
    ) => matchesOf(make(pattern), text),
    [`System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, ${OPTIONS} options)`]: (
      text: string,
      pattern: string,
      options: number,
    ) => matchesOf(make(pattern, options), text),
    'string Replace(string input, string pattern, string replacement)': (text: string, pattern: string, by: string) =>
      make(pattern).regex.replace(text, by),
    [`string Replace(string input, string pattern, string replacement, ${OPTIONS} options)`]: (
      text: string,
      pattern: string,
      by: string,
      options: number,
    ) => make(pattern, options).regex.replace(text, by),
    [`string Replace(string input, string pattern, ${EVALUATOR} evaluator)`]: (
      text: string,
      pattern: string,
      by: Value,
    ) => evaluate(make(pattern), text, by),
    [`string Replace(string input, string pattern, ${EVALUATOR} evaluator, ${OPTIONS} options)`]: (
      text: string,
      pattern: string,
      by: Value,
      options: number,
    ) => evaluate(make(pattern, options), text, by),
    'string[] Split(string input, string pattern)': (text: string, pattern: string) => split(make(pattern), text),
    [`string[] Split(string input, string pattern, ${OPTIONS} options)`]: (
      text: string,
      pattern: string,
      options: number,
    ) => split(make(pattern, options), text),
    'int Count(string input, string pattern)': (text: string, pattern: string) =>
      [...make(pattern).regex.matches(text)].length,
  };
}
const UNESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', a: '\x07', e: '\x1b' };
function unescape(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([\s\S]))/gi, (_all, hex, wide, c) =>
    (hex ?? wide) ? String.fromCharCode(Number.parseInt(hex ?? wide, 16)) : (UNESCAPED[c] ?? c),
  );
}

function list(kind: 'Match' | 'Group' | 'Capture'): TypeSpec {
  const element = `System.Text.RegularExpressions.${kind}`;
  const at = (l: RegexList, index: number): Value => {
    if (index >= 0 && index < l.items.length) return l.items[index];
    if (kind === 'Group') return failedGroup();
    throw indexOutOfRange();
  };
  return {
    name: `${element}Collection`,
    interfaces: [
      'System.Collections.ICollection',
      'System.Collections.IEnumerable',
      `System.Collections.Generic.IEnumerable\`1[${element}]`,
    ],
    properties: {
      'int Count': (l: RegexList) => l.items.length,
      'bool IsReadOnly': () => true,
      'bool IsSynchronized': () => false,
      'System.Object SyncRoot': (l: RegexList) => l,
    },
    methods: {
      [`${element} get_Item(int index)`]: at,
      [`${element} Item(int index)`]: at,
      'System.Collections.IEnumerator GetEnumerator()': (l: RegexList) => new Enumerator(l.items),
      'void CopyTo(System.Array array, int index)': (l: RegexList, array: Value[], start: number) =>
        l.items.forEach((item, i) => void (array[start + i] = item)),
      ...(kind === 'Group'
        ? {
            [`${element} get_Item(string groupname)`]: (l: RegexList, name: string) =>
              l.byName?.(name) ?? failedGroup(),
            [`${element} Item(string groupname)`]: (l: RegexList, name: string) => l.byName?.(name) ?? failedGroup(),
            'bool ContainsKey(string key)': (l: RegexList, name: string) => l.byName?.(name) !== undefined,
          }
        : {}),
    },
  };
}
function failedGroup(): Value {
  const none = new MatchObject(compileRegex('', 0), undefined, '');
  return none;
}

export function regexTypes(): TypeSpec[] {
  const T = 'System.Text.RegularExpressions';
  return [
    {
      name: `${T}.Regex`,
      interfaces: ['System.Runtime.Serialization.ISerializable'],
      assembly: 'System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a',
      parse: (text) => make(text),
      parseErrorId: 'InvalidCastFromStringToRegex',
      constructors: {
        '(string pattern)': (pattern: string) => make(pattern),
        [`(string pattern, ${OPTIONS} options)`]: make,
        [`(string pattern, ${OPTIONS} options, timespan matchTimeout)`]: make,
      },
      properties: {
        [`${OPTIONS} Options`]: (r: RegexObject) => r.regex.options,
        'bool RightToLeft': (r: RegexObject) => (r.regex.options & 64) !== 0,
        'timespan MatchTimeout': () => null,
      },
      methods: instanceMethods(),
      staticMethods: statics(),
    },
    {
      name: `${T}.Capture`,
      properties: {
        'int Index': (c: CaptureObject) => c.index,
        'int Length': (c: CaptureObject) => c.length,
        'string Value': (c: CaptureObject) => c.value,
      },
      methods: { 'string ToString()': (c: CaptureObject) => c.value },
    },
    {
      name: `${T}.Group`,
      base: `${T}.Capture`,
      properties: {
        'bool Success': (g: GroupObject) => g.success,
        'string Name': (g: GroupObject) => g.name,
        [`${T}.CaptureCollection Captures`]: (g: GroupObject) => new RegexList(g.captures(), 'Capture'),
        ...captureProperties(),
      },
    },
    {
      name: `${T}.Match`,
      base: `${T}.Group`,
      properties: {
        [`${T}.GroupCollection Groups`]: (m: MatchObject) =>
          new RegexList(m.groups, 'Group', (name) => m.groupByName(name)),
        'bool Success': (g: GroupObject) => g.success,
        'string Name': (g: GroupObject) => g.name,
        [`${T}.CaptureCollection Captures`]: (g: GroupObject) => new RegexList(g.captures(), 'Capture'),
        ...captureProperties(),
      },
      methods: {
        [`${T}.Match NextMatch()`]: (m: MatchObject) => m.next(),
        'string Result(string replacement)': (m: MatchObject, template: string) =>
          m.match ? expandTemplate(m.regex, m.match, m.text, template) : '',
      },
      staticProperties: { [`${T}.Match Empty`]: failedGroup },
    },
    list('Match'),
    list('Group'),
    list('Capture'),
  ];
}
function captureProperties(): NonNullable<TypeSpec['properties']> {
  return {
    'int Index': (c: CaptureObject) => c.index,
    'int Length': (c: CaptureObject) => c.length,
    'string Value': (c: CaptureObject) => c.value,
  };
}
