// A number as decimal digits, the way .NET's number formatting sees it: 0.d1d2d3… × 10^scale.

export interface Digits {
  negative: boolean;
  /** Significant digits without leading zeros; empty for zero. */
  digits: string;
  scale: number;
}

/** From plain text `-123.450` or `1.5e-7`. */
export function digitsOf(text: string): Digits {
  const match = /^(-?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text)!;
  const whole = match[2]!;
  let digits = whole + match[3]!;
  let scale = whole.length + Number(match[4] ?? 0);
  const leading = /^0*/.exec(digits)![0].length;
  digits = digits.slice(leading);
  scale -= leading;
  if (digits === '') scale = 0;
  return { negative: match[1] === '-', digits: digits.replace(/0+$/, ''), scale };
}

/** Keeps `count` digits, rounding half away from zero. */
export function roundDigits(number: Digits, count: number): Digits {
  const { negative, digits } = number;
  if (count >= digits.length) return number;
  if (count < 0) return { negative, digits: '', scale: 0 };
  let kept = digits.slice(0, count);
  let scale = number.scale;
  if (digits.charCodeAt(count) >= 53) {
    let i = count - 1;
    while (i >= 0 && kept[i] === '9') i--;
    if (i < 0) {
      kept = '1';
      scale++;
    } else kept = kept.slice(0, i) + String(Number(kept[i]) + 1);
  }
  kept = kept.replace(/0+$/, '');
  return { negative, digits: kept, scale: kept === '' ? 0 : scale };
}

/** Text with exactly `decimals` digits after the point, rounded; no sign, no groups. */
export function fixedText(number: Digits, decimals: number): [whole: string, fraction: string] {
  const rounded = roundDigits(number, number.scale + decimals);
  const { digits, scale } = rounded;
  const whole = scale <= 0 ? '0' : digits.slice(0, scale).padEnd(scale, '0');
  let fraction = scale <= 0 ? '0'.repeat(Math.min(-scale, decimals)) + digits : digits.slice(scale);
  fraction = fraction.slice(0, decimals).padEnd(decimals, '0');
  return [whole, fraction];
}

export function groupThousands(whole: string, separator: string): string {
  let result = '';
  let end = whole.length;
  while (end > 3) {
    result = separator + whole.slice(end - 3, end) + result;
    end -= 3;
  }
  return whole.slice(0, end) + result;
}
