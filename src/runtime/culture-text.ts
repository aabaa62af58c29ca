// Text of a value in the current culture, as things are shown to people: dates and times differ from the string conversion.

import { toText } from './convert.ts';
import { formatOperator } from './operators/strings.ts';
import { typeOf } from './types/registry.ts';
import { PSObject, type Value } from './values.ts';

const CULTURE_SENSITIVE = new Set(['System.DateTime', 'System.DateTimeOffset', 'System.DateOnly', 'System.TimeOnly']);

export function cultureText(value: Value): string {
  if (typeof value === 'object' && value !== null && isCultureSensitive(value)) return formatOperator('{0}', [value]);
  return toText(value);
}

function isCultureSensitive(value: object): boolean {
  if (Array.isArray(value) || value instanceof PSObject) return false;
  const type = typeOf(value);
  return type !== undefined && CULTURE_SENSITIVE.has(type.id);
}
