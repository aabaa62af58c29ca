// Reading and writing elements: `$a[0]`, `$a[-1]`, `$a[1..3]`, `$h['k']`, `$s[0]`.

import { convertTo, toInt32 } from './convert.ts';
import { isEnumerable, toArray } from './enumerate.ts';
import { DotNetException } from './errors.ts';
import { type Dictionary, isDictionary, OrderedDictionary } from './types/collections/hashtable.ts';
import { argumentOutOfRange, GenericList, ItemList } from './types/collections/list.ts';
import { MultiArray } from './types/collections/multi-array.ts';
import { callOverloads } from './types/overloads.ts';
import { typeOf } from './types/registry.ts';
import { type PSArray, PSChar, PSObject, type Value } from './values.ts';

function nullArray(): DotNetException {
  return new DotNetException('System.Management.Automation.RuntimeException', 'Cannot index into a null array.', {
    errorId: 'NullArray',
    category: 'InvalidOperation',
  });
}
function cannotIndex(target: Value): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    `Unable to index into an object of type "${typeOf(target)?.id}".`,
    {
      errorId: 'CannotIndex',
      category: 'InvalidOperation',
    },
  );
}
function outOfBounds(): DotNetException {
  return new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
}

/**
 * `target[index]`; an array as index gives a slice. Out of range gives null, and in strict mode (`strict`) an
 * IndexOutOfRangeException.
 */
export function getIndex(target: Value, index: Value, strict = false): Value {
  if (Array.isArray(target) && typeof index === 'number' && (index | 0) === index)
    return elementAt(target, index, strict);
  if (target === null || target === undefined) throw nullArray();
  if (target instanceof PSObject) {
    if (target.base === undefined) return scalarAt(target, index);
    return getIndex(target.base, index, strict);
  }
  if (isDictionary(target)) return dictionaryItem(target, index);
  if (target instanceof MultiArray) return multiElement(target, indexList(target, index), strict);
  if (Array.isArray(index) || index instanceof ItemList) return slice(target, toArray(index), strict);
  const items =
    typeof target === 'string' || Array.isArray(target) ? target : target instanceof ItemList && target.items;
  if (items !== false) {
    if (typeof index === 'string' && !isPosition(index)) return null;
    return typeof items === 'string' ? characterAt(items, index, strict) : elementAt(items, toPosition(index), strict);
  }
  return itemOf(target, index);
}

/** A single object counts as a collection of itself: at 0 and -1 it stands, elsewhere is nothing. */
function scalarAt(target: Value, index: Value): Value {
  if (Array.isArray(index)) return null;
  return index === 0 || index === -1 ? target : null;
}

function multiElement(target: MultiArray, indexes: number[], strict: boolean): Value {
  const inside = indexes.every((index, dimension) => index >= 0 && index < target.lengths[dimension]!);
  return inside || strict ? (target.get(indexes) ?? null) : null;
}

function elementAt(items: readonly Value[], index: number, strict: boolean): Value {
  const position = index < 0 ? index + items.length : index;
  if (position < 0 || position >= items.length) {
    if (strict) throw outOfBounds();
    return null;
  }
  return items[position] ?? null;
}
function characterAt(text: string, index: Value, strict: boolean): Value {
  const position = toPosition(index);
  const at = position < 0 ? position + text.length : position;
  if (at < 0 || at >= text.length) {
    if (strict) throw outOfBounds();
    return null;
  }
  return new PSChar(text.charCodeAt(at));
}
/** Text that is no number stands for no place: the value there is null. */
function isPosition(text: string): boolean {
  try {
    toInt32(text);
    return true;
  } catch (thrown) {
    if (thrown instanceof DotNetException) return false;
    throw thrown;
  }
}

function toPosition(index: Value): number {
  if (index === null || index === undefined) throw nullIndex();
  return toInt32(index);
}
function nullIndex(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    'Index operation failed; the array index evaluated to null.',
    {
      errorId: 'NullArrayIndex',
      category: 'InvalidOperation',
    },
  );
}

function dictionaryItem(target: Dictionary & object, index: Value): Value {
  if (index === null || index === undefined) {
    if (target instanceof OrderedDictionary) return null;
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      'Index operation failed; the array index evaluated to null.',
      {
        errorId: 'NullArrayIndex',
        category: 'InvalidOperation',
      },
    );
  }
  if (Array.isArray(index)) return index.map((key) => dictionaryItem(target, key) ?? null);
  if (target instanceof OrderedDictionary && typeof index === 'number' && (index | 0) === index)
    return orderedItem(target, index);
  const typed = target as { item?: (key: Value) => Value };
  const value = typed.item ? typed.item(index) : target.get(index);
  return value === undefined ? null : value;
}
function orderedItem(target: OrderedDictionary, index: number): Value {
  const entry = target.at(index < 0 ? index + target.count : index);
  return entry ? entry.value : null;
}

function slice(target: Value, indexes: Value[], strict: boolean): Value {
  const result: Value[] = [];
  for (const index of indexes) {
    if (Array.isArray(index)) {
      result.push(slice(target, index, strict));
      continue;
    }
    const length = lengthOf(target);
    if (typeof index === 'string' && !isPosition(index)) continue;
    const position = toPosition(index);
    if (length !== undefined && (position >= length || position < -length)) {
      if (strict) throw outOfBounds();
      continue;
    }
    result.push(getIndex(target, index, strict));
  }
  return result;
}
function lengthOf(target: Value): number | undefined {
  if (typeof target === 'string' || Array.isArray(target)) return target.length;
  return target instanceof ItemList ? target.items.length : undefined;
}
function indexList(target: MultiArray, index: Value): number[] {
  const list = isEnumerable(index) ? toArray(index).map(toPosition) : [toPosition(index)];
  if (list.length !== target.lengths.length) {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `Unable to index into an array with ${target.lengths.length} dimensions using ${list.length} index${list.length === 1 ? '' : 'es'}.`.replace(
        /Unable.*/,
        `The array indexer can only be used with ${target.lengths.length} dimensions.`,
      ),
      { errorId: 'NeedMultidimensionalIndex', category: 'InvalidOperation', target: index },
    );
  }
  return list;
}

/** Other objects: their Item property (`get_Item`), e.g. XML node lists, DataRows, collections of the shell. */
function itemOf(target: Value, index: Value): Value {
  const type = typeOf(target)!;
  const member = type.instanceMember('item') ?? type.instanceMember('get_item');
  if (member?.kind === 'method') {
    try {
      return callOverloads(member.overloads, 'Item', target, false, [index]);
    } catch (error) {
      if (error instanceof DotNetException && error.options.inner?.type === 'System.ArgumentOutOfRangeException')
        return null;
      throw error;
    }
  }
  if (typeof target === 'object' && target !== null && isEnumerable(target))
    return elementAt(toArray(target), toPosition(index), false);
  return scalarAt(target, index);
}

export function setIndex(target: Value, index: Value, value: Value): void {
  if (Array.isArray(target))
    return setElement(target, toPosition(single(index)), convertElement(value, (target as PSArray).elementType));
  if (target === null || target === undefined) throw nullArray();
  if (target instanceof PSObject && target.base !== undefined) return setIndex(target.base, index, value);
  if (isDictionary(target)) return setDictionaryItem(target, index, value);
  if (target instanceof MultiArray)
    return target.set(indexList(target, index), convertElement(value, target.elementType.id));
  if (target instanceof ItemList) return setListItem(target, index, value);
  const type = typeOf(target)!;
  const member = type.instanceMember('set_item');
  if (member?.kind === 'method') {
    callOverloads(member.overloads, 'Item', target, false, [index, value]);
    return;
  }
  throw cannotIndex(target);
}

function setDictionaryItem(target: Dictionary & object, index: Value, value: Value): void {
  if (index === null || index === undefined) {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      'Index operation failed; the array index evaluated to null.',
      {
        errorId: 'NullArrayIndex',
        category: 'InvalidOperation',
      },
    );
  }
  if (target instanceof OrderedDictionary && typeof index === 'number' && (index | 0) === index) {
    if (!target.setAt(index < 0 ? index + target.count : index, value ?? null))
      throw argumentOutOfRange(
        'index',
        'Index was out of range. Must be non-negative and less than the size of the collection.',
      );
    return;
  }
  target.set(index, value ?? null);
}
function single(index: Value): Value {
  return Array.isArray(index) && index.length === 1 ? index[0] : index;
}
function convertElement(value: Value, elementType: string | undefined): Value {
  return elementType === undefined ? (value ?? null) : convertTo(value, elementType);
}
function setElement(items: Value[], index: number, value: Value): void {
  const position = index < 0 ? index + items.length : index;
  if (position < 0 || position >= items.length) throw outOfBounds();
  items[position] = value;
}
function setListItem(target: ItemList, index: Value, value: Value): void {
  const position = toPosition(index);
  const at = position < 0 ? position + target.items.length : position;
  if (at < 0 || at >= target.items.length)
    throw argumentOutOfRange(
      'index',
      'Index was out of range. Must be non-negative and less than the size of the collection.',
    );
  target.items[at] = target instanceof GenericList ? convertTo(value, target.elementType) : (value ?? null);
}
