// Values that print as plain text wherever they come: strings, numbers, truth values, enumerations.

import { isNumber } from '../runtime/number/numeric.ts';
import { EnumValue } from '../runtime/types/enum-value.ts';
import { typeOf } from '../runtime/types/registry.ts';
import { PSChar, PSObject, type Value } from '../runtime/values.ts';

const SCALAR_TYPES = new Set(['System.Security.SecureString', 'System.IntPtr', 'System.UIntPtr']);

export function isScalar(value: Value): boolean {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return true;
    case 'object':
      return value !== null && isScalarObject(value);
    default:
      return false;
  }
}

function isScalarObject(value: object): boolean {
  if (Array.isArray(value)) return false;
  if (value instanceof PSObject) return value.base !== undefined && isScalar(value.base);
  if (value instanceof PSChar || value instanceof EnumValue || isNumber(value)) return true;
  const type = typeOf(value);
  return type !== undefined && SCALAR_TYPES.has(type.id);
}
