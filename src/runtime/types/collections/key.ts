// Equality of .NET objects as keys: a JavaScript Map key for every value, equal for equal values.

import { NumberBox, PSChar, PSDecimal, PSObject, type Value } from '../../values.ts';
import { EnumValue } from '../enum-value.ts';

/** Emulated value objects (Guid, DateTime, Version …) say what makes them equal. */
export interface HashedObject {
  hashKey(): string;
}

/** Key for a Map: strings become prefixed text (folded when `ignoreCase`), other primitives stay, objects are told apart by identity or content. */
export function keyOf(value: Value, ignoreCase: boolean): unknown {
  switch (typeof value) {
    case 'string':
      return ignoreCase ? foldCase(value) : value;
    case 'object':
      return value === null ? null : keyOfObject(value, ignoreCase);
    default:
      return value;
  }
}

function keyOfObject(value: object, ignoreCase: boolean): unknown {
  if (value instanceof PSObject) return value.base === undefined ? value : keyOf(value.base, ignoreCase);
  if (value instanceof NumberBox) return `\0${value.type}:${value.value}`;
  if (value instanceof PSChar)
    return `\0Char:${ignoreCase ? String.fromCharCode(value.code).toLowerCase().charCodeAt(0) : value.code}`;
  if (value instanceof PSDecimal) return `\0Decimal:${decimalKey(value)}`;
  if (value instanceof EnumValue) return `\0${value.psType.id}:${value.value}`;
  const hashed = value as Partial<HashedObject>;
  return typeof hashed.hashKey === 'function' ? `\0${value.constructor.name}:${hashed.hashKey()}` : value;
}

function decimalKey(value: PSDecimal): string {
  let { mantissa, scale } = value;
  while (scale > 0 && mantissa % 10n === 0n) {
    mantissa /= 10n;
    scale--;
  }
  return `${mantissa}/${scale}`;
}

/** Upper-case fold as OrdinalIgnoreCase does it; lower case is the cheaper same thing for nearly all text. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}
