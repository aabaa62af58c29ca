// Text of a value in the current culture, as things are shown to people and as -join writes them: Doubles with PowerShell's 15
// digits, dates in the culture's general form.

import { elementText, toText } from './convert.ts';
import { isEnumerable } from './enumerate.ts';
import { doubleTextShort, numberText } from './number/format-number.ts';
import { numberTypeOf, toPlainNumber } from './number/numeric.ts';
import { currentCulture } from './operators/format.ts';
import { dotNetText } from './types/object-text.ts';
import { PSChar, PSObject, type Value } from './values.ts';

export function cultureText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && (value | 0) === value) return String(value);
  const bare = value instanceof PSObject && value.base !== undefined ? value.base : value;
  const type = numberTypeOf(bare);
  if (type === 'Double') return doubleTextShort(toPlainNumber(bare), 15, currentCulture());
  if (type === 'Single') return doubleTextShort(toPlainNumber(bare), 7, currentCulture());
  if (type !== undefined) return numberText(bare, currentCulture());
  if (typeof bare !== 'object' || bare === null) return toText(bare);
  if (isEnumerable(bare)) return elementText(bare);
  return bare instanceof PSObject || bare instanceof PSChar ? toText(bare) : dotNetText(bare);
}
