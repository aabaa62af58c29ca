// The texts of CategoryInfo that are made from exception and target.

import { toText } from '../convert.ts';
import { isEnumerable } from '../enumerate.ts';
import { DotNetException, type ErrorRecord } from '../errors.ts';
import { dotNetText } from '../types/object-text.ts';
import { typeOf } from '../types/registry.ts';
import { PSObject, type Value } from '../values.ts';

/** `FormatException` of `System.FormatException`. */
export function shortTypeName(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('.'), type.lastIndexOf('+')) + 1);
}

export function describeRecord(record: ErrorRecord): void {
  if (record.reason === '') record.reason = shortTypeName(record.exception.type);
  const target = record.target;
  if (target === null || target === undefined) return;
  if (record.targetName === '') record.targetName = targetText(target);
  if (record.targetType === '') record.targetType = targetType(target);
}

function targetText(target: Value): string {
  try {
    return isEnumerable(target) && !(target instanceof PSObject) ? dotNetText(target) : toText(target);
  } catch (thrown) {
    if (thrown instanceof DotNetException) return '';
    throw thrown;
  }
}

function targetType(target: Value): string {
  if (target instanceof PSObject && target.base === undefined) return 'PSObject';
  return typeOf(target)?.name ?? '';
}
