// What differs between two JSON values, path by path.

import type { JsonValue } from '../../state/schema/json.ts';
import type { Json } from '../../state/store/journal-record.ts';
import type { Difference } from '../../state/store/sandbox-control.ts';

const isObject = (value: JsonValue | undefined): value is { [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows that name themselves are compared by that name, so that one more in front changes no others. */
function byKey(rows: readonly JsonValue[]): Map<string, JsonValue> | undefined {
  for (const name of ['name', 'id', 'guid']) {
    const map = new Map<string, JsonValue>();
    for (const row of rows) {
      const key = isObject(row) ? row[name] : undefined;
      if (typeof key === 'string' || typeof key === 'number') map.set(String(key), row);
    }
    if (rows.length > 0 && map.size === rows.length) return map;
  }
  return undefined;
}

function entriesOf(value: JsonValue): Map<string, JsonValue> | undefined {
  if (Array.isArray(value)) return byKey(value) ?? new Map(value.map((item, index) => [String(index), item]));
  return isObject(value) ? new Map(Object.entries(value)) : undefined;
}

export function* compareJson(reference: JsonValue, difference: JsonValue, path = ''): Generator<Difference> {
  const before = entriesOf(reference);
  const after = entriesOf(difference);
  if (!before || !after || Array.isArray(reference) !== Array.isArray(difference)) {
    if (JSON.stringify(reference) === JSON.stringify(difference)) return;
    yield { path, kind: 'Changed', reference: reference as Json, difference: difference as Json };
    return;
  }
  const below = (key: string) => (path === '' ? key : Array.isArray(reference) ? `${path}[${key}]` : `${path}.${key}`);
  for (const [key, value] of before) {
    const other = after.get(key);
    if (other === undefined)
      yield { path: below(key), kind: 'Removed', reference: value as Json, difference: undefined };
    else yield* compareJson(value, other, below(key));
  }
  for (const [key, value] of after)
    if (!before.has(key)) yield { path: below(key), kind: 'Added', reference: undefined, difference: value as Json };
}
