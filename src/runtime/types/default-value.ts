// default(T): zero for value types, null for the rest; and new arrays filled with it.

import { DotNetException } from '../errors.ts';
import { typedArray, type Value } from '../values.ts';
import { MultiArray } from './collections/multi-array.ts';
import { EnumValue } from './enum-value.ts';
import { methodInvocationException } from './overloads.ts';
import { type PSType, resolveType } from './registry.ts';

export function defaultValue(type: PSType | string): Value {
  const target = typeof type === 'string' ? resolveType(type) : type;
  if (!target?.isValueType) return null;
  if (target.isEnum) return new EnumValue(target, 0);
  return target.spec.zero?.() ?? null;
}

/** `[int[]]::new(3)`, `[int[,]]::new(2, 3)`. */
export function newArray(type: PSType, lengths: number[]): Value {
  const element = type.elementType!;
  const fill = defaultValue(element);
  if (lengths.some((length) => length < 0)) {
    throw methodInvocationException(
      '.ctor',
      lengths.length,
      new DotNetException('System.OverflowException', 'Arithmetic operation resulted in an overflow.'),
    );
  }
  if (type.rank === 1) return typedArray(new Array(lengths[0]!).fill(fill), element.id);
  return new MultiArray(element, lengths, fill);
}
