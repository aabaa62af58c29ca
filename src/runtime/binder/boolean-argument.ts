// What Boolean parameters and variables refuse: text and objects, which a mere cast would take.

import { DotNetException } from '../errors.ts';
import { numberTypeOf } from '../number/numeric.ts';
import { SwitchParameter } from '../types/families/powershell-types.ts';
import { type PSType, typeOf } from '../types/registry.ts';
import type { Value } from '../values.ts';

/** Switches and Boolean parameters take Booleans and numbers, no text. */
export function refuseText(value: Value, type: PSType): void {
  if (
    typeof value === 'boolean' ||
    value instanceof SwitchParameter ||
    (numberTypeOf(value) !== undefined && type.id === 'System.Boolean')
  )
    return;
  if (type.id !== 'System.Boolean' && numberTypeOf(value) !== undefined) return;
  if ((value === null || value === undefined) && type.id !== 'System.Boolean') return;
  const from = typeOf(value)?.id ?? '';
  throw new DotNetException(
    'System.Management.Automation.PSInvalidCastException',
    `Cannot convert value "${from}" to type "${type.id}". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.`,
  );
}
