// The value of a typed parameter or property that nobody set.

import { convertTo } from '../convert.ts';
import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';

const NUMERIC = /^System\.(Int(16|32|64)|UInt(16|32|64)|S?Byte|Double|Single|Decimal|Numerics\.BigInteger)$/;

export function emptyValue(type: PSType): Value {
  if (type.id === 'System.String') return '';
  if (type.id === 'System.Boolean') return false;
  if (type.id === 'System.Management.Automation.SwitchParameter') return convertTo(false, type);
  return NUMERIC.test(type.id) ? convertTo(0, type) : null;
}
