// -is, -isnot and -as.

import { convertTo, toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { noConversion } from '../types/conversion-errors.ts';
import { knownType, PSType, resolveType, typeOf } from '../types/registry.ts';
import { addedMembers, PSObject, type Value } from '../values.ts';

/** -as with a right operand that names no type. */
export function throwNoType(value: Value): never {
  throw noConversion(toText(value), knownType('System.Type'), 'InvalidCastFromStringToType');
}
/** -is with a right operand that names no type: the same text, but no error id of its own. */
export function throwBadTypeTest(value: Value): never {
  const error = noConversion(toText(value), knownType('System.Type'), 'InvalidCastFromStringToType');
  throw new DotNetException(error.type, error.message, {
    inner: error.options.inner,
    errorId: 'RuntimeException',
    category: 'NotSpecified',
  });
}

function targetType(value: Value, missing: (value: Value) => never): PSType {
  if (value instanceof PSType) return value;
  return resolveType(toText(value)) ?? missing(value);
}

export function isOfType(value: Value, right: Value): boolean {
  return isInstance(value, targetType(right, throwBadTypeTest));
}

/** Whether a value is of a type, as `-is`, typed catch blocks and parameters ask. */
export function isInstance(value: Value, type: PSType): boolean {
  if (value === null || value === undefined) return false;
  const name = type.spec.name;
  if (name === 'System.Management.Automation.PSObject' || name === 'System.Management.Automation.PSCustomObject') {
    return value instanceof PSObject || (typeof value === 'object' && addedMembers(value) !== undefined);
  }
  const own = typeOf(value);
  return own !== undefined && type.isAssignableFrom(own);
}

/** `-as`: null when it cannot be converted. */
export function asType(value: Value, right: Value): Value {
  const type = targetType(right, throwNoType);
  try {
    return convertTo(value, type);
  } catch (error) {
    if (error instanceof DotNetException) return null;
    throw error;
  }
}
