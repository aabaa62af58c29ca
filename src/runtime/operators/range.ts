// The range operator.

import { convertTo, toText } from '../convert.ts';
import { isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { badFormat } from '../number/parse-number.ts';
import { knownType, typeNameOf } from '../types/registry.ts';
import { PSChar, type Value } from '../values.ts';

/** `1..5`, `5..1`, `'a'..'e'`. */
export function range(from: Value, to: Value): Value[] {
  if (isCharacter(from) && isCharacter(to)) return characters(codeOf(from), codeOf(to));
  const first = bound(from);
  const last = bound(to);
  const result: Value[] = new Array(Math.abs(last - first) + 1);
  const step = last >= first ? 1 : -1;
  for (let i = 0, n = first; i < result.length; i++, n += step) result[i] = n;
  return result;
}

/** From this many elements on, a range that is only run through is not built. */
const LAZY_FROM = 0x100000;

class LongRange implements Iterable<Value> {
  constructor(
    private readonly first: number,
    private readonly last: number,
  ) {}
  *[Symbol.iterator](): IterableIterator<Value> {
    const { first, last } = this;
    if (last >= first) for (let n = first; n <= last; n++) yield n;
    else for (let n = first; n >= last; n--) yield n;
  }
}

/** A range for the head of a pipeline or a foreach: a long one gives its elements as they are asked for. */
export function rangeToEnumerate(from: Value, to: Value): Value {
  const whole = (value: Value): value is number => typeof value === 'number' && (value | 0) === value;
  if (whole(from) && whole(to) && Math.abs(to - from) >= LAZY_FROM) return new LongRange(from, to) as unknown as Value;
  return range(from, to);
}

/** A character, or a text of one character that is no digit. */
function isCharacter(value: Value): boolean {
  return value instanceof PSChar || (typeof value === 'string' && value.length === 1 && !/\d/.test(value));
}
function codeOf(value: Value): number {
  return value instanceof PSChar ? value.code : (value as string).charCodeAt(0);
}
function characters(first: number, last: number): Value[] {
  const result: Value[] = [];
  if (last >= first) for (let code = first; code <= last; code++) result.push(new PSChar(code));
  else for (let code = first; code >= last; code--) result.push(new PSChar(code));
  return result;
}

/** Bounds are converted as Convert.ToInt32 does it; its errors come out bare. */
function bound(value: Value): number {
  if (typeof value === 'number' && (value | 0) === value) return value;
  if (isEnumerable(value)) {
    throw new DotNetException(
      'System.InvalidCastException',
      `Unable to cast object of type '${typeNameOf(value)}' to type 'System.IConvertible'.`,
    );
  }
  try {
    return convertTo(value, knownType('System.Int32')) as number;
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    if (typeof value === 'string') throw badFormat(toText(value));
    throw error.options.inner?.options.inner ?? error;
  }
}
