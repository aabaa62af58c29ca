// -is, -isnot and -as.

import { convertTo, toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { castMessage, noConversion } from '../types/conversion-errors.ts';
import { knownType, PSType, resolveType, typeOf } from '../types/registry.ts';
import { addedMembers, PSObject, type Value } from '../values.ts';

function targetType(value: Value): PSType {
  if (value instanceof PSType) return value;
  const name = toText(value);
  const found = resolveType(name);
  if (!found) throw noConversion(name, knownType('System.Type'), 'InvalidCastFromStringToType');
  return found;
}

export function isOfType(value: Value, right: Value): boolean {
  let type: PSType;
  try {
    type = targetType(right);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    const inner = castMessage(error.message, 'RuntimeException').options.inner;
    throw new DotNetException('System.Management.Automation.RuntimeException', error.message, {
      inner,
      errorId: 'RuntimeException',
      category: 'NotSpecified',
    });
  }
  return isInstance(value, type);
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
  const type = targetType(right);
  try {
    return convertTo(value, type);
  } catch (error) {
    if (error instanceof DotNetException) return null;
    throw error;
  }
}
