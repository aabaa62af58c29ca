// Texts, dates and durations as CLIXML writes them ([MS-PSRP] 2.2.5).

import { invariantCulture } from '../number/cultures.ts';
import type { DateTime } from '../types/date/date-time.ts';
import { applyStyles, parseDate, STYLES } from '../types/date/parse-date.ts';
import { TimeSpan } from '../types/date/time-span.ts';

/** Control characters, and text that would look like their escapes, become `_xHHHH_`. */
export function encodeString(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g,
    (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
export function decodeString(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

export function encodeDate(date: DateTime): string {
  return date.format("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", invariantCulture());
}
export function decodeDate(text: string): DateTime {
  return applyStyles(parseDate(text, invariantCulture()), STYLES.roundtripKind);
}

/** xsd:duration */
export function encodeDuration(span: TimeSpan): string {
  const negative = span.ticks < 0n;
  let rest = negative ? -span.ticks : span.ticks;
  const take = (unit: bigint): bigint => {
    const count = rest / unit;
    rest %= unit;
    return count;
  };
  const days = take(864_000_000_000n);
  const [hours, minutes, seconds] = [take(36_000_000_000n), take(600_000_000n), take(10_000_000n)];
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(7, '0').replace(/0+$/, '')}`;
  let text = days > 0n ? `P${days}D` : 'P';
  if (hours > 0n || minutes > 0n || seconds > 0n || fraction !== '' || days === 0n) {
    text += 'T';
    if (hours > 0n) text += `${hours}H`;
    if (minutes > 0n) text += `${minutes}M`;
    if (seconds > 0n || fraction !== '' || (days === 0n && hours === 0n && minutes === 0n))
      text += `${seconds}${fraction}S`;
  }
  return (negative ? '-' : '') + text;
}
export function decodeDuration(text: string): TimeSpan {
  const match = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/.exec(text.trim());
  if (!match) return new TimeSpan(0n);
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const ticks = whole * 10_000_000n + BigInt(fraction.padEnd(7, '0').slice(0, 7) || '0');
  return new TimeSpan(sign === '-' ? -ticks : ticks);
}
