// The range operator.

import type { Value } from '../values.ts';

/** `1..5`, `5..1`, `'a'..'e'`. */
export function range(_from: Value, _to: Value): Value[] {
  throw new Error('being written');
}
