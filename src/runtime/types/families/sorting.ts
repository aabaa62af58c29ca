// Sorting with comparers, delegates or the default order.

import { toInt32 } from '../../convert.ts';
import { DotNetException } from '../../errors.ts';
import { invokeMethod } from '../../members.ts';
import type { Value } from '../../values.ts';
import { callDelegate, isScriptBlock } from '../callable.ts';
import { defaultCompare, StringComparer } from '../collections/comparer.ts';
import { Delegate } from '../delegate.ts';

export type Order = (left: Value, right: Value) => number;

/** An order from a comparer object, a delegate or null. */
export function sorter(comparer: Value): Order {
  if (comparer === null || comparer === undefined) return defaultCompare;
  if (comparer instanceof StringComparer) return (a, b) => comparer.compare(a, b);
  if (comparer instanceof Delegate || isScriptBlock(comparer)) return (a, b) => toInt32(callDelegate(comparer, [a, b]));
  return (a, b) => toInt32(invokeMethod(comparer, 'Compare', [a, b]));
}

/** Sorts in place; a failing comparison is InvalidOperationException around it. */
export function sortRange(items: Value[], order: Order, start = 0, count = items.length - start): void {
  try {
    const part = items.slice(start, start + count).sort(order);
    for (let i = 0; i < part.length; i++) items[start + i] = part[i];
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw new DotNetException('System.InvalidOperationException', 'Failed to compare two elements in the array.', {
      inner: error,
    });
  }
}
