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
