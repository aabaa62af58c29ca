// Values of configuration properties between the model (JSON: milliseconds, bytes, `Unlimited`) and the shell.

import { convertTo } from '../../../src/runtime/convert.ts';
import { typedArray, unwrap, type Value } from '../../../src/runtime/values.ts';
import type { JsonValue } from '../../../state/schema/json.ts';
import type { PropertyKind } from '../../../state/schema/property-catalog.ts';
import { changeList } from '../../sandbox/support/lists.ts';
import { rawOf, textOf } from '../types/argument-types.ts';
import { ByteQuantifiedSize } from '../types/byte-quantified-size.ts';
import { UnlimitedValue, unlimitedOf } from '../types/unlimited.ts';
import { parseByteQuantifiedSize } from './sizes.ts';
import { dateTimeOf, instantOf, millisecondsOf, parseTimeSpanMs, timeSpanOf } from './times.ts';

/** What the shell shows for a property of the model. */
export function shellValue(kind: PropertyKind | undefined, value: JsonValue | undefined): Value {
  if (Array.isArray(value)) return typedArray(value.map(String), 'System.String');
  switch (kind) {
    case 'timespan':
      return typeof value === 'number' ? timeSpanOf(value) : (value as Value);
    case 'size':
      return typeof value === 'number' ? new ByteQuantifiedSize(value) : (value as Value);
    case 'unlimitedSize':
      return unlimitedOf('size', typeof value === 'number' ? new ByteQuantifiedSize(value) : undefined);
    case 'unlimitedInt':
      return unlimitedOf('int', typeof value === 'number' ? value : undefined);
    case 'list':
      return typedArray(value === null || value === undefined ? [] : [String(value)], 'System.String');
    case 'instant':
      return typeof value === 'number' ? dateTimeOf(value) : null;
    case 'guid':
      return typeof value === 'string' ? convertTo(value, 'System.Guid') : null;
    default:
      return (value ?? null) as Value;
  }
}

function numberOf(argument: Value): number {
  // A value that another object's property had (Unlimited) counts by its text.
  const raw = rawOf(argument);
  return Number(convertTo(raw instanceof UnlimitedValue ? raw.toString() : raw, 'System.Int64'));
}

function bytesOf(argument: Value): number {
  const raw = unwrap(rawOf(argument));
  if (raw instanceof ByteQuantifiedSize) return raw.bytes;
  return parseByteQuantifiedSize(textOf(argument)) ?? numberOf(argument);
}

function spanOf(argument: Value): number {
  const raw = unwrap(rawOf(argument));
  if (typeof raw === 'object' && raw !== null && 'ticks' in raw) return millisecondsOf(raw);
  return parseTimeSpanMs(textOf(argument)) ?? 0;
}

/** What the model stores for an argument; `present` is needed by lists that are changed. */
export function modelValue(kind: PropertyKind | undefined, argument: Value, present: JsonValue | undefined): JsonValue {
  const raw = unwrap(rawOf(argument));
  if (kind === 'list') return changeList(Array.isArray(present) ? present.map(String) : [], raw);
  if (raw === null || raw === undefined) return null;
  const unlimited = /^\s*unlimited\s*$/i.test(textOf(argument));
  switch (kind) {
    case 'bool':
      return convertTo(raw, 'System.Boolean') as boolean;
    case 'int':
      return numberOf(argument);
    case 'timespan':
      return spanOf(argument);
    case 'instant':
      return instantOf(argument);
    case 'size':
      return bytesOf(argument);
    case 'unlimitedSize':
      return unlimited ? 'Unlimited' : bytesOf(argument);
    case 'unlimitedInt':
      return unlimited ? 'Unlimited' : numberOf(argument);
    default:
      return typeof raw === 'boolean' || (typeof raw === 'number' && Number.isInteger(raw)) ? raw : textOf(argument);
  }
}
