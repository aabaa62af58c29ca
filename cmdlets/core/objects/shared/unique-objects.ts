// Which of a sequence of objects are new (Select-Object -Unique, Sort-Object -Unique, Get-Unique -AsString).

import { isEnumerable, toArray } from '../../../../src/runtime/enumerate.ts';
import { getMember } from '../../../../src/runtime/members.ts';
import { equals } from '../../../../src/runtime/operators/comparison.ts';
import { propertyNames } from '../../../../src/runtime/property-expression.ts';
import { PSObject, type Value } from '../../../../src/runtime/values.ts';

/** The same number, text or date, or objects with the same properties. */
export function sameObject(left: Value, right: Value, ignoreCase: boolean): boolean {
  if (left === right) return true;
  if (left === null || left === undefined || right === null || right === undefined) return false;
  if (left instanceof PSObject && right instanceof PSObject && left.base === undefined && right.base === undefined) {
    return sameProperties(left, right, ignoreCase);
  }
  if (isEnumerable(left) && isEnumerable(right)) {
    const a = toArray(left);
    const b = toArray(right);
    return a.length === b.length && a.every((item, index) => sameObject(item, b[index], ignoreCase));
  }
  return equals(left, right, ignoreCase);
}

function sameProperties(left: PSObject, right: PSObject, ignoreCase: boolean): boolean {
  const names = propertyNames(left);
  if (names.length !== propertyNames(right).length) return false;
  return names.every(
    (name) =>
      right.members.has(name.toLowerCase()) && sameObject(getMember(left, name), getMember(right, name), ignoreCase),
  );
}

/** Collects objects, each kind only once, in the order of their first appearance. */
export class UniqueObjects {
  readonly items: Value[] = [];
  private readonly texts = new Set<string>();
  private readonly others: Value[] = [];

  constructor(private readonly ignoreCase: boolean) {}

  addIfNew(value: Value): void {
    if (typeof value === 'string' && this.others.length === 0) {
      const key = this.ignoreCase ? value.toLowerCase() : value;
      if (this.texts.has(key)) return;
      this.texts.add(key);
      this.items.push(value);
      return;
    }
    if (this.items.some((item) => sameObject(item, value, this.ignoreCase))) return;
    this.others.push(value);
    this.items.push(value);
  }
}
