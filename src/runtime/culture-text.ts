// Text of a value in the current culture, as things are shown to people. Numbers keep PowerShell's own short form.

import { toText } from './convert.ts';
import { isEnumerable } from './enumerate.ts';
import { dotNetText } from './types/object-text.ts';
import { NumberBox, PSChar, PSDecimal, PSObject, type Value } from './values.ts';

export function cultureText(value: Value): string {
  return typeof value === 'object' && value !== null && isPlainObject(value) ? dotNetText(value) : toText(value);
}

function isPlainObject(value: object): boolean {
  if (value instanceof PSObject || value instanceof NumberBox || value instanceof PSDecimal || value instanceof PSChar) return false;
  return !isEnumerable(value);
}
