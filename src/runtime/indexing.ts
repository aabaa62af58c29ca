// Reading and writing elements: `$a[0]`, `$a[-1]`, `$a[1..3]`, `$h['k']`, `$s[0]`.

import type { Value } from './values.ts';

/** `target[index]`; an array as index gives a slice. Out of range gives null (MISSING handling of strict mode: pass `strict`). */
export function getIndex(_target: Value, _index: Value, _strict?: boolean): Value {
  throw new Error('being written');
}
export function setIndex(_target: Value, _index: Value, _value: Value): void {
  throw new Error('being written');
}
