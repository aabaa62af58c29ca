// Composite formatting: `-f` and String.Format.

import { toText } from '../convert.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { invokeMethod } from '../members.ts';
import { type CultureData, findCulture, invariantCulture } from '../number/cultures.ts';
import { formatNumber, numberText } from '../number/format-number.ts';
import { numberTypeOf } from '../number/numeric.ts';
import { currentCultureName } from '../types/ambient.ts';
import { plainText } from '../types/object-text.ts';
import { typeOf } from '../types/registry.ts';
import { PSChar, PSObject, type Value } from '../values.ts';

export interface Formattable {
  /** ToString(format, culture); `null` format is the general one. */
  format(format: string | null, culture: CultureData): string;
}

type Piece = string | { index: number; width: number; format: string | null };
const cache = new Map<string, Piece[]>();

function malformed(detail: string): DotNetException {
  return new DotNetException('System.FormatException', `Input string was not in a correct format. ${detail}`);
}

function parse(text: string): Piece[] {
  const pieces: Piece[] = [];
  let literal = '';
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (c === '{' && text[i + 1] === '{') {
      literal += '{';
      i += 2;
    } else if (c === '}') {
      if (text[i + 1] !== '}')
        throw malformed(
          `Failure to parse near offset ${i + 1}. Unexpected closing brace without a corresponding opening brace.`,
        );
      literal += '}';
      i += 2;
    } else if (c === '{') {
      if (literal !== '') pieces.push(literal);
      literal = '';
      i = parseItem(text, i + 1, pieces);
    } else {
      literal += c;
      i++;
    }
  }
  if (literal !== '') pieces.push(literal);
  return pieces;
}

/** `index[,width][:format]}` from `at`; gives the offset behind it. */
function parseItem(text: string, at: number, pieces: Piece[]): number {
  let i = at;
  const ended = (): DotNetException => malformed(`Failure to parse near offset ${i}. Format item ends prematurely.`);
  const start = i;
  while (/\d/.test(text[i] ?? '')) i++;
  if (i >= text.length) throw ended();
  if (i === start) throw malformed(`Failure to parse near offset ${i}. Expected an ASCII digit.`);
  const index = Number(text.slice(start, i));
  while (text[i] === ' ') i++;
  let width = 0;
  if (text[i] === ',') {
    i++;
    while (text[i] === ' ') i++;
    const match = /^-?\d+/.exec(text.slice(i));
    if (i >= text.length) throw ended();
    if (!match) throw malformed(`Failure to parse near offset ${i}. Expected an ASCII digit.`);
    width = Number(match[0]);
    i += match[0].length;
    while (text[i] === ' ') i++;
  }
  let format: string | null = null;
  if (text[i] === ':') {
    const close = text.indexOf('}', i);
    if (close < 0) {
      i = text.length;
      throw ended();
    }
    const brace = text.indexOf('{', i);
    if (brace >= 0 && brace < close)
      throw malformed(
        `Failure to parse near offset ${brace + 1}. Unexpected opening brace without a corresponding closing brace.`,
      );
    format = text.slice(i + 1, close);
    i = close;
  }
  if (i >= text.length) throw ended();
  if (text[i] !== '}') throw malformed(`Failure to parse near offset ${i + 1}. Expected a closing brace.`);
  pieces.push({ index, width, format });
  return i + 1;
}

/** One value with an optional format string, in a culture: what a format item writes. */
export function formatValue(value: Value, format: string | null, culture: CultureData): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return format === null && (value | 0) === value ? String(value) : formatNumber(value, format, culture);
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (numberTypeOf(value) !== undefined)
    return format === null ? numberText(value, culture) : formatNumber(value, format, culture);
  if (value instanceof PSObject && value.base !== undefined) return formatValue(value.base, format, culture);
  if (value instanceof PSChar) return String.fromCharCode(value.code);
  const formattable = value as Partial<Formattable>;
  if (typeof formattable.format === 'function') return formattable.format(format === '' ? null : format, culture);
  if (format !== null && format !== '' && typeOf(value)?.isEnum)
    return toText(invokeMethod(value, 'ToString', [format]));
  if (Array.isArray(value)) return typeOf(value)?.id ?? '';
  return value instanceof PSObject ? toText(value) : isEnumerable(value) ? plainText(value as object) : toText(value);
}

/** String.Format: throws the bare FormatException. */
export function formatComposite(text: string, args: readonly Value[], culture: CultureData): string {
  let pieces = cache.get(text);
  if (!pieces) {
    pieces = parse(text);
    if (cache.size > 500) cache.clear();
    cache.set(text, pieces);
  }
  let result = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') result += piece;
    else {
      if (piece.index >= args.length) {
        throw new DotNetException(
          'System.FormatException',
          'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
        );
      }
      const item = formatValue(args[piece.index], piece.format, culture);
      if (piece.width > 0) result += item.padStart(piece.width);
      else result += piece.width < 0 ? item.padEnd(-piece.width) : item;
    }
  }
  return result;
}

let knownName: string | undefined;
let knownCulture: CultureData | undefined;
export function currentCulture(): CultureData {
  const name = currentCultureName();
  if (name !== knownName || !knownCulture) {
    knownName = name;
    knownCulture = findCulture(name) ?? invariantCulture();
  }
  return knownCulture;
}

/** `-f` */
export function formatOperator(format: Value, args: Value): string {
  const list = isEnumerable(args) ? toArray(args) : [args];
  try {
    return formatComposite(toText(format), list, currentCulture());
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `Error formatting a string: ${error.message}.`,
      {
        inner: error,
        errorId: 'FormatError',
        category: 'InvalidOperation',
        target: format,
      },
    );
  }
}
