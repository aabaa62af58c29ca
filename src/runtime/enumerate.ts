// What the pipeline unrolls: arrays, collections and enumerators, but not strings, dictionaries, or XML nodes.

import { PSObject, type Value } from './values.ts';

/** True when a pipeline takes the value apart. */
export function isEnumerable(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  if (value instanceof PSObject) return value.base !== undefined && isEnumerable(value.base);
  return Symbol.iterator in value;
}

/** The elements of a value: of a collection its items, of nothing none, of anything else itself. */
export function enumerate(value: Value): Iterable<Value> {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [value];
  if (Array.isArray(value)) return value;
  if (value instanceof PSObject)
    return value.base !== undefined && isEnumerable(value.base) ? enumerate(value.base) : [value];
  return Symbol.iterator in value ? (value as Iterable<Value>) : [value];
}

/** The elements as an array; an array is given back itself, not copied. */
export function toArray(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  const elements = enumerate(value);
  return Array.isArray(elements) ? elements : [...elements];
}

/** Gives every element to `sink`. */
export function enumerateInto(value: Value, sink: (element: Value) => void): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) sink(value);
    return;
  }
  for (const element of enumerate(value)) sink(element);
}
