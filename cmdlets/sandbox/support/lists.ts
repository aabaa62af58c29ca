// List parameters: a list replaces, @{Add=…;Remove=…} changes what is there, as in Exchange.

import { toText } from '../../../src/runtime/convert.ts';
import { enumerate } from '../../../src/runtime/enumerate.ts';
import { Hashtable } from '../../../src/runtime/types/collections/hashtable.ts';
import { unwrap, type Value } from '../../../src/runtime/values.ts';

export function textsOf(value: Value): string[] {
  if (value === null || value === undefined) return [];
  return [...enumerate(value)].map((item) => toText(unwrap(item)));
}

/** For lists of an enumeration: a hashtable of changes passes as it is, everything else is converted. */
export const passChanges = (value: Value): Value => (isChange(value) ? value : undefined);

function isChange(value: Value): boolean {
  return unwrap(value) instanceof Hashtable || firstHashtable(value) !== undefined;
}

/** The list that an argument makes of the present one; letter case does not count for Add and Remove. */
export function changeList(present: readonly string[], argument: Value): string[] {
  const value = unwrap(argument);
  const changes = value instanceof Hashtable ? value : firstHashtable(value);
  if (!changes) return textsOf(value);
  const removed = new Set(textsOf(changes.get('Remove')).map((text) => text.toLowerCase()));
  const kept = present.filter((text) => !removed.has(text.toLowerCase()));
  for (const text of textsOf(changes.get('Add')))
    if (!kept.some((each) => each.toLowerCase() === text.toLowerCase())) kept.push(text);
  return kept;
}

/** `object[]` parameters wrap a lone hashtable in an array. */
function firstHashtable(value: Value): Hashtable | undefined {
  const only = Array.isArray(value) && value.length === 1 ? unwrap(value[0]) : undefined;
  return only instanceof Hashtable ? only : undefined;
}
