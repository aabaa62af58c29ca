// ForEach and Where, which every value has as methods.

import { convertTo, toBool, toText } from '../convert.ts';
import { toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { getMember, invokeMethod, setMember } from '../members.ts';
import type { Value } from '../values.ts';
import { callScriptBlock, isScriptBlock } from './callable.ts';
import { GenericList } from './collections/list.ts';
import { argumentCountError } from './overloads.ts';
import { knownType, PSType, typeOf } from './registry.ts';

type Intrinsic = (target: Value, args: Value[]) => Value;

export function intrinsicMethod(lowerName: string): Intrinsic | undefined {
  if (lowerName === 'foreach') return forEachMethod;
  if (lowerName === 'where') return whereMethod;
  return undefined;
}

function collection(items: Value[]): Value {
  return new GenericList(
    knownType('System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSObject]'),
    items,
  );
}

function forEachMethod(target: Value, args: Value[]): Value {
  if (args.length === 0) throw argumentCountError('ForEach', 0);
  const results: Value[] = [];
  const [operation, ...rest] = args;
  const elements = toArray(target);
  if (isScriptBlock(operation)) {
    for (const element of elements) results.push(...callScriptBlock(operation, { underscore: element, args: rest }));
  } else if (operation instanceof PSType) {
    for (const element of elements) results.push(convertTo(element, operation));
  } else forEachNamed(elements, toText(operation), rest, results);
  return collection(results);
}

function forEachNamed(elements: Value[], name: string, rest: Value[], results: Value[]): void {
  for (const element of elements) {
    const member =
      element === null || element === undefined ? undefined : typeOf(element)?.instanceMember(name.toLowerCase());
    if (member?.kind === 'method') {
      const value = invokeMethod(element, name, rest);
      if (value !== undefined) results.push(value);
    } else if (rest.length === 1) setMember(element, name, rest[0]);
    else results.push(getMember(element, name));
  }
}

const MODES = ['Default', 'First', 'Last', 'SkipUntil', 'Until', 'Split'];

function whereMethod(target: Value, args: Value[]): Value {
  if (args.length === 0) throw argumentCountError('Where', 0);
  const [predicate, modeValue, countValue] = args;
  const mode = modeValue === undefined || modeValue === null ? 'Default' : modeOf(modeValue);
  const count = countValue === undefined ? 0 : (convertTo(countValue, 'System.Int32') as number);
  if (count < 0) {
    throw new DotNetException(
      'System.Management.Automation.PSArgumentOutOfRangeException',
      "The 'numberToReturn' argument must be greater than or equal to 0.",
    );
  }
  const elements = toArray(target);
  const test = (element: Value): boolean => {
    const output = callScriptBlock(predicate, { underscore: element, args: [] });
    return toBool(output.length === 1 ? output[0] : output);
  };
  return whereMode(elements, mode, count, test);
}
function modeOf(value: Value): string {
  const text = toText(value);
  if (/^\d+$/.test(text)) return MODES[Number(text)] ?? 'Default';
  return (
    MODES.find((mode) => mode.toLowerCase() === text.toLowerCase()) ??
    toText(convertTo(value, 'System.Management.Automation.WhereOperatorSelectionMode'))
  );
}

function whereMode(elements: Value[], mode: string, count: number, test: (element: Value) => boolean): Value {
  switch (mode) {
    case 'First': {
      const found: Value[] = [];
      for (const element of elements) {
        if (test(element)) found.push(element);
        if (found.length >= Math.max(1, count)) break;
      }
      return collection(found);
    }
    case 'Last': {
      const found = elements.filter(test);
      return collection(found.slice(-Math.max(1, count)));
    }
    case 'SkipUntil': {
      const start = elements.findIndex(test);
      const rest = start < 0 ? [] : elements.slice(start);
      return collection(count > 0 ? rest.slice(0, count) : rest);
    }
    case 'Until': {
      const stop = elements.findIndex(test);
      const before = stop < 0 ? elements : elements.slice(0, stop);
      return collection(count > 0 ? before.slice(0, count) : [...before]);
    }
    case 'Split': {
      const yes: Value[] = [];
      const no: Value[] = [];
      for (const element of elements) ((count === 0 || yes.length < count) && test(element) ? yes : no).push(element);
      return [collection(yes), collection(no)];
    }
    default: {
      const found: Value[] = [];
      for (const element of elements) {
        if (test(element)) found.push(element);
        if (count > 0 && found.length >= count) break;
      }
      return collection(found);
    }
  }
}
