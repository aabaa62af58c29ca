// System.Linq.Enumerable over anything enumerable; results are arrays.

import { convertTo, toBool } from '../../convert.ts';
import { toArray } from '../../enumerate.ts';
import { DotNetException } from '../../errors.ts';
import { add, divide } from '../../operators/arithmetic.ts';
import { type PSArray, typedArray, type Value } from '../../values.ts';
import { callDelegate } from '../callable.ts';
import { defaultCompare, defaultEqual } from '../collections/comparer.ts';
import { GenericDictionary } from '../collections/dictionaries.ts';
import { keyOf } from '../collections/key.ts';
import { GenericList } from '../collections/list.ts';
import { SetCollection } from '../collections/sets.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

const S = 'System.Collections.IEnumerable source';
const empty = (): DotNetException =>
  new DotNetException('System.InvalidOperationException', 'Sequence contains no elements');
const noMatch = (): DotNetException =>
  new DotNetException('System.InvalidOperationException', 'Sequence contains no matching element');
const test =
  (predicate: Value) =>
  (item: Value): boolean =>
    toBool(callDelegate(predicate, [item]));
const elementType = (source: Value): string =>
  (source as PSArray).elementType ?? (source as GenericList).elementType?.id ?? 'System.Object';
const like = (source: Value, items: Value[]): Value =>
  typedArray(items, elementType(source) === 'string' ? 'System.String' : elementType(source));

function distinct(items: Value[]): Value[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = keyOf(item, false);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
function extreme(items: Value[], sign: 1 | -1): Value {
  if (items.length === 0) throw empty();
  return items.reduce((best, item) => (defaultCompare(item, best) * sign > 0 ? item : best));
}
function ordered(source: Value, selector: Value, sign: 1 | -1): Value {
  const keyed = toArray(source).map((item) => [callDelegate(selector, [item]), item] as const);
  return like(
    source,
    keyed.sort((a, b) => sign * defaultCompare(a[0], b[0])).map(([, item]) => item),
  );
}
const sum = (items: Value[]): Value => items.reduce((total, item) => add(total, item), 0);

export function linqTypes(): TypeSpec[] {
  const P = 'System.Object predicate';
  return [
    {
      name: 'System.Linq.Enumerable',
      kind: 'static',
      staticMethods: {
        'System.Object Range(int start, int count)': (start: number, count: number) =>
          typedArray(
            Array.from({ length: count }, (_, i) => start + i),
            'System.Int32',
          ),
        'System.Object Repeat(System.Object element, int count)': (element: Value, count: number) =>
          new Array(count).fill(element),
        'System.Object Empty()': () => [],
        [`System.Object Where(${S}, ${P})`]: (s: Value, p: Value) => like(s, toArray(s).filter(test(p))),
        [`System.Object Select(${S}, System.Object selector)`]: (s: Value, f: Value) =>
          toArray(s).map((item) => callDelegate(f, [item])),
        [`System.Object SelectMany(${S}, System.Object selector)`]: (s: Value, f: Value) =>
          toArray(s).flatMap((item) => toArray(callDelegate(f, [item]))),
        [`System.Object First(${S})`]: (s: Value) => at(toArray(s), 0),
        [`System.Object First(${S}, ${P})`]: (s: Value, p: Value) => found(toArray(s).find(test(p))),
        [`System.Object FirstOrDefault(${S})`]: (s: Value) => toArray(s)[0] ?? null,
        [`System.Object FirstOrDefault(${S}, ${P})`]: (s: Value, p: Value) => toArray(s).find(test(p)) ?? null,
        [`System.Object Last(${S})`]: (s: Value) => at(toArray(s), -1),
        [`System.Object Last(${S}, ${P})`]: (s: Value, p: Value) => found(toArray(s).findLast(test(p))),
        [`System.Object LastOrDefault(${S})`]: (s: Value) => toArray(s).at(-1) ?? null,
        [`System.Object ElementAt(${S}, int index)`]: (s: Value, i: number) => at(toArray(s), i),
        [`System.Object Single(${S})`]: (s: Value) => {
          const items = toArray(s);
          if (items.length > 1)
            throw new DotNetException('System.InvalidOperationException', 'Sequence contains more than one element');
          return at(items, 0);
        },
        [`bool Any(${S})`]: (s: Value) => toArray(s).length > 0,
        [`bool Any(${S}, ${P})`]: (s: Value, p: Value) => toArray(s).some(test(p)),
        [`bool All(${S}, ${P})`]: (s: Value, p: Value) => toArray(s).every(test(p)),
        [`int Count(${S})`]: (s: Value) => toArray(s).length,
        [`int Count(${S}, ${P})`]: (s: Value, p: Value) => toArray(s).filter(test(p)).length,
        [`bool Contains(${S}, System.Object value)`]: (s: Value, v: Value) =>
          toArray(s).some((item) => defaultEqual(item, v)),
        [`System.Object Sum(${S})`]: (s: Value) => sum(toArray(s)),
        [`System.Object Sum(${S}, System.Object selector)`]: (s: Value, f: Value) =>
          sum(toArray(s).map((item) => callDelegate(f, [item]))),
        [`System.Object Average(${S})`]: (s: Value) =>
          toArray(s).length === 0 ? fail() : divide(convertTo(sum(toArray(s)), 'System.Double'), toArray(s).length),
        [`System.Object Max(${S})`]: (s: Value) => extreme(toArray(s), 1),
        [`System.Object Min(${S})`]: (s: Value) => extreme(toArray(s), -1),
        [`System.Object Distinct(${S})`]: (s: Value) => like(s, distinct(toArray(s))),
        [`System.Object Reverse(${S})`]: (s: Value) => like(s, [...toArray(s)].reverse()),
        [`System.Object Skip(${S}, int count)`]: (s: Value, n: number) => like(s, toArray(s).slice(Math.max(0, n))),
        [`System.Object Take(${S}, int count)`]: (s: Value, n: number) => like(s, toArray(s).slice(0, Math.max(0, n))),
        [`System.Object Concat(${S}, System.Collections.IEnumerable second)`]: (a: Value, b: Value) =>
          like(a, [...toArray(a), ...toArray(b)]),
        [`System.Object Union(${S}, System.Collections.IEnumerable second)`]: (a: Value, b: Value) =>
          like(a, distinct([...toArray(a), ...toArray(b)])),
        [`System.Object Intersect(${S}, System.Collections.IEnumerable second)`]: (a: Value, b: Value) =>
          like(a, distinct(toArray(a).filter((item) => toArray(b).some((other) => defaultEqual(item, other))))),
        [`System.Object Except(${S}, System.Collections.IEnumerable second)`]: (a: Value, b: Value) =>
          like(a, distinct(toArray(a).filter((item) => !toArray(b).some((other) => defaultEqual(item, other))))),
        [`System.Object OrderBy(${S}, System.Object keySelector)`]: (s: Value, f: Value) => ordered(s, f, 1),
        [`System.Object OrderByDescending(${S}, System.Object keySelector)`]: (s: Value, f: Value) => ordered(s, f, -1),
        [`bool SequenceEqual(${S}, System.Collections.IEnumerable second)`]: (a: Value, b: Value) =>
          toArray(a).length === toArray(b).length && toArray(a).every((item, i) => defaultEqual(item, toArray(b)[i])),
        [`System.Object Aggregate(${S}, System.Object func)`]: (s: Value, f: Value) =>
          toArray(s).reduce((acc, item) => callDelegate(f, [acc, item])),
        [`System.Object Cast(${S})`]: (s: Value) => s,
        [`System.Object OfType(${S})`]: (s: Value) => s,
        [`System.Object ToArray(${S})`]: (s: Value) => like(s, [...toArray(s)]),
        [`System.Object ToList(${S})`]: (s: Value) =>
          new GenericList(knownType(`System.Collections.Generic.List\`1[${elementType(s)}]`), [...toArray(s)]),
        [`System.Object ToHashSet(${S})`]: (s: Value) => {
          const set = new SetCollection(knownType(`System.Collections.Generic.HashSet\`1[${elementType(s)}]`));
          for (const item of toArray(s)) set.add(item);
          return set;
        },
        [`System.Object ToDictionary(${S}, System.Object keySelector)`]: (s: Value, f: Value) => {
          const table = new GenericDictionary(
            knownType('System.Collections.Generic.Dictionary`2[System.Object,System.Object]') as PSType,
          );
          for (const item of toArray(s)) table.add(callDelegate(f, [item]), item);
          return table;
        },
        [`System.Object Zip(${S}, System.Collections.IEnumerable second, System.Object resultSelector)`]: (
          a: Value,
          b: Value,
          f: Value,
        ) =>
          toArray(a)
            .slice(0, toArray(b).length)
            .map((item, i) => callDelegate(f, [item, toArray(b)[i]])),
      },
    },
  ];
}
function at(items: Value[], index: number): Value {
  if (items.length === 0) throw empty();
  return items.at(index) ?? null;
}
function found(item: Value): Value {
  if (item === undefined) throw noMatch();
  return item;
}
function fail(): never {
  throw empty();
}
