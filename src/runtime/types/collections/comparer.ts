// StringComparer and Comparer<T>: how dictionaries, sets and sorting compare.

import { toText } from '../../convert.ts';
import { compare, equals } from '../../operators/comparison.ts';
import { compareOrdinal, compareOrdinalIgnoreCase, compareText } from '../../text.ts';
import type { Value } from '../../values.ts';
import { knownType, type PSType } from '../registry.ts';

export type ComparerKind =
  | 'CurrentCulture'
  | 'CurrentCultureIgnoreCase'
  | 'InvariantCulture'
  | 'InvariantCultureIgnoreCase'
  | 'Ordinal'
  | 'OrdinalIgnoreCase';

export class StringComparer {
  constructor(readonly kind: ComparerKind) {}
  get psType(): PSType {
    return knownType('System.StringComparer');
  }
  get ignoreCase(): boolean {
    return this.kind.endsWith('IgnoreCase');
  }
  compare(left: Value, right: Value): number {
    const a = toText(left);
    const b = toText(right);
    if (this.kind === 'Ordinal') return compareOrdinal(a, b);
    if (this.kind === 'OrdinalIgnoreCase') return compareOrdinalIgnoreCase(a, b);
    return compareText(a, b, this.ignoreCase);
  }
  equal(left: Value, right: Value): boolean {
    return this.compare(left, right) === 0;
  }
}

/** Comparer<T>.Default: texts by culture and case, all else by IComparable. */
export function defaultCompare(left: Value, right: Value): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, false);
  return compare(left, right, false);
}
export function defaultEqual(left: Value, right: Value): boolean {
  return typeof left === typeof right && equals(left, right, false);
}

/** Whether keys ignore case under a comparer given to a constructor. */
export function comparerIgnoresCase(comparer: Value): boolean {
  return comparer instanceof StringComparer && comparer.ignoreCase;
}
