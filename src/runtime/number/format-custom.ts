// Custom numeric format strings: `#,##0.00;(neg);zero`, `0%`, `0.00e+00`, quoted text.

import type { CultureData } from './cultures.ts';
import { type Digits, groupThousands, roundDigits } from './digits.ts';

type Piece =
  | { kind: 'digit'; zero: boolean }
  | { kind: 'point' }
  | { kind: 'text'; text: string }
  | { kind: 'exponent'; letter: string; plus: boolean; digits: number };

interface Section {
  pieces: Piece[];
  /** Placeholders before and after the point. */
  before: number;
  after: number;
  firstZero: number;
  lastZero: number;
  groups: boolean;
  /** Divisions by 1000 from commas before the point. */
  thousands: number;
  percent: number;
  exponent: boolean;
}

const cache = new Map<string, Section[]>();

function sectionsOf(format: string): Section[] {
  let sections = cache.get(format);
  if (!sections) {
    sections = splitSections(format).map(parseSection);
    cache.set(format, sections);
  }
  return sections;
}

function splitSections(format: string): string[] {
  const parts = [''];
  for (let i = 0; i < format.length; i++) {
    const c = format[i]!;
    if (c === ';') parts.push('');
    else if (c === '\\') parts[parts.length - 1] += c + (format[++i] ?? '');
    else if (c === "'" || c === '"') {
      const end = format.indexOf(c, i + 1);
      const stop = end < 0 ? format.length : end + 1;
      parts[parts.length - 1] += format.slice(i, stop);
      i = stop - 1;
    } else parts[parts.length - 1] += c;
  }
  return parts;
}

function parseSection(text: string): Section {
  const section: Section = {
    pieces: [],
    before: 0,
    after: 0,
    firstZero: -1,
    lastZero: -1,
    groups: false,
    thousands: 0,
    percent: 0,
    exponent: false,
  };
  let pointSeen = false;
  let commas = 0;
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (c === '0' || c === '#') {
      if (commas > 0 && !pointSeen && section.before > 0) section.groups = true;
      commas = 0;
      section.pieces.push({ kind: 'digit', zero: c === '0' });
      if (pointSeen) {
        section.after++;
        if (c === '0') section.lastZero = section.after;
      } else {
        section.before++;
        if (c === '0' && section.firstZero < 0) section.firstZero = section.before;
      }
    } else if (c === '.') {
      if (!pointSeen) {
        section.thousands += commas;
        section.pieces.push({ kind: 'point' });
      }
      commas = 0;
      pointSeen = true;
    } else if (c === ',') commas++;
    else i = parseOther(text, i, section);
    i++;
  }
  if (!pointSeen) section.thousands += commas;
  return section;
}

/** Text, percent signs and exponents; gives the index of the last character used. */
function parseOther(text: string, i: number, section: Section): number {
  const c = text[i]!;
  if (c === '\\') {
    section.pieces.push({ kind: 'text', text: text[i + 1] ?? '' });
    return i + 1;
  }
  if (c === "'" || c === '"') {
    const end = text.indexOf(c, i + 1);
    section.pieces.push({ kind: 'text', text: text.slice(i + 1, end < 0 ? text.length : end) });
    return end < 0 ? text.length : end;
  }
  const exponent = /^[eE]([-+]?)(0+)/.exec(text.slice(i));
  if (exponent && (exponent[1] !== '' || true)) {
    section.exponent = true;
    section.pieces.push({ kind: 'exponent', letter: c, plus: exponent[1] === '+', digits: exponent[2]!.length });
    return i + exponent[0].length - 1;
  }
  if (c === '%') section.percent += 2;
  if (c === '‰') section.percent += 3;
  section.pieces.push({ kind: 'text', text: c });
  return i;
}

export function formatCustom(number: Digits, format: string, culture: CultureData): string {
  const sections = sectionsOf(format);
  const zero = number.digits === '';
  let index = 0;
  if (number.negative && !zero && sections.length > 1 && sections[1]!.pieces.length > 0) index = 1;
  if (zero && sections.length > 2 && sections[2]!.pieces.length > 0) index = 2;
  let section = sections[index]!;
  let scaled = scaleFor(number, section);
  if (scaled.digits === '' && index !== 2 && sections.length > 2 && sections[2]!.pieces.length > 0) {
    section = sections[2]!;
    scaled = scaleFor({ ...number, digits: '', scale: 0 }, section);
  }
  const body = section.exponent ? writeExponential(scaled, section, culture) : writeFixed(scaled, section, culture);
  const sign = number.negative && index === 0 && section === sections[0] && (scaled.digits !== '' || zero) ? '-' : '';
  return sign + body;
}

function scaleFor(number: Digits, section: Section): Digits {
  if (number.digits === '') return number;
  const scale = number.scale + section.percent - 3 * section.thousands;
  if (section.exponent) return roundDigits({ ...number, scale }, section.before + section.after);
  return roundDigits({ ...number, scale }, scale + section.after);
}

function writeFixed(number: Digits, section: Section, culture: CultureData): string {
  const needed = section.firstZero < 0 ? 0 : section.before - section.firstZero + 1;
  let whole = number.scale > 0 ? number.digits.slice(0, number.scale).padEnd(number.scale, '0') : '';
  whole = whole.padStart(needed, '0');
  let fraction =
    number.scale > 0
      ? number.digits.slice(number.scale)
      : number.digits === ''
        ? ''
        : '0'.repeat(-number.scale) + number.digits;
  fraction = fraction.padEnd(Math.max(0, section.lastZero), '0');
  const grouped = section.groups ? groupThousands(whole, culture.groupSeparator) : whole;
  return place(section, grouped, fraction, culture);
}

/** Puts the digits into the placeholders: what does not fit goes to the first one. */
function place(section: Section, whole: string, fraction: string, culture: CultureData): string {
  const separator = culture.groupSeparator;
  const chunks: string[] = [];
  // Digits fill placeholders from the right; separators stay with the digit before them.
  let rest = whole;
  for (let i = 0; i < section.before; i++) {
    if (i === section.before - 1) {
      chunks.unshift(rest);
      break;
    }
    if (rest === '') {
      chunks.unshift('');
      continue;
    }
    let take = 1;
    if (separator !== '' && section.groups && rest.endsWith(separator, rest.length - 1) && rest.length > 1)
      take = 1 + separator.length;
    chunks.unshift(rest.slice(-take));
    rest = rest.slice(0, -take);
  }
  let result = '';
  let placed = 0;
  let decimals = 0;
  let pointSeen = false;
  for (const piece of section.pieces) {
    if (piece.kind === 'text') result += piece.text;
    else if (piece.kind === 'point') {
      if (section.before === 0) result += whole;
      pointSeen = true;
      if (fraction !== '') result += culture.decimalSeparator;
    } else if (piece.kind === 'digit') {
      if (!pointSeen) result += chunks[placed++] ?? '';
      else result += fraction[decimals++] ?? '';
    }
  }
  return result;
}

function writeExponential(number: Digits, section: Section, culture: CultureData): string {
  const zero = number.digits === '';
  const exponent = zero ? 0 : number.scale - section.before;
  const digits = number.digits.padEnd(section.before, '0');
  const whole = zero ? '0'.repeat(section.before) : digits.slice(0, section.before);
  const fraction = (zero ? '' : digits.slice(section.before)).padEnd(Math.max(0, section.lastZero), '0');
  let result = '';
  let placed = 0;
  let decimals = 0;
  let pointSeen = false;
  for (const piece of section.pieces) {
    if (piece.kind === 'text') result += piece.text;
    else if (piece.kind === 'point') {
      pointSeen = true;
      if (fraction !== '') result += culture.decimalSeparator;
    } else if (piece.kind === 'exponent') {
      const sign = exponent < 0 ? '-' : piece.plus ? '+' : '';
      result += piece.letter + sign + String(Math.abs(exponent)).padStart(piece.digits, '0');
    } else result += pointSeen ? (fraction[decimals++] ?? '') : (whole[placed++] ?? '');
  }
  return result;
}
