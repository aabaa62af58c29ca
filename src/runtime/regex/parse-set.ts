// Character sets `[…]`, classes and escapes of single characters.

import type { RegexReader } from './parse.ts';
import type { CharSet } from './tree.ts';

const SIMPLE: Record<string, number> = { a: 7, b: 8, t: 9, r: 13, v: 11, f: 12, n: 10, e: 27 };

/** The code of an escaped character; `reader.at` stands behind the backslash. */
export function readEscapedChar(reader: RegexReader): number {
  const { text } = reader;
  const c = text[reader.at++]!;
  const simple = SIMPLE[c];
  if (simple !== undefined) return simple;
  if (c === 'x' || c === 'u') {
    const digits = new RegExp(`^[0-9a-fA-F]{${c === 'x' ? 2 : 4}}`).exec(text.slice(reader.at));
    if (!digits) throw reader.fail('Insufficient or invalid hexadecimal digits.', reader.at);
    reader.at += digits[0].length;
    return Number.parseInt(digits[0], 16);
  }
  if (c === 'c') {
    const control = text[reader.at++];
    if (control === undefined) throw reader.fail('Missing control character.', text.length);
    return control.toUpperCase().charCodeAt(0) - 64;
  }
  if (/[0-7]/.test(c)) {
    const octal = /^[0-7]{1,3}/.exec(text.slice(reader.at - 1))![0];
    reader.at += octal.length - 1;
    return Number.parseInt(octal, 8) & 0xff;
  }
  if (/[A-Za-z0-9_]/.test(c)) throw reader.fail(`Unrecognized escape sequence \\${c}.`, reader.at);
  return c.charCodeAt(0);
}

/** A class at the reader: `[…]`, or `\p{…}`. */
export function readSet(reader: RegexReader): CharSet {
  const set: CharSet = { kind: 'set', negate: false, ranges: [], classes: [], ignoreCase: reader.ignoreCase };
  if (reader.text[reader.at] === '\\') {
    reader.at++;
    set.classes.push(readProperty(reader));
    return set;
  }
  reader.at++;
  if (reader.text[reader.at] === '^') {
    set.negate = true;
    reader.at++;
  }
  let first = true;
  for (;;) {
    const c = reader.text[reader.at];
    if (c === undefined) throw reader.fail('Unterminated [] set.', reader.text.length);
    if (c === ']' && !first) break;
    first = false;
    if (c === '-' && reader.text[reader.at + 1] === '[' && (set.ranges.length > 0 || set.classes.length > 0)) {
      reader.at++;
      set.except = readSet(reader);
      if (reader.text[reader.at] !== ']')
        throw reader.fail('A subtraction must be the last element in a character class.');
      break;
    }
    readMember(reader, set);
  }
  reader.at++;
  return set;
}

function readProperty(reader: RegexReader): string {
  const match = /^([pP])\{([^}]*)\}/.exec(reader.text.slice(reader.at));
  if (!match) throw reader.fail('Incomplete \\p{X} character escape.', reader.text.length);
  reader.at += match[0].length;
  if (!isKnownCategory(match[2]!)) throw reader.fail(`Unknown property '${match[2]}'.`);
  return `${match[1]}{${match[2]}}`;
}

const BLOCKS: Record<string, [number, number]> = {
  IsBasicLatin: [0, 0x7f],
  'IsLatin-1Supplement': [0x80, 0xff],
  'IsLatinExtended-A': [0x100, 0x17f],
  'IsLatinExtended-B': [0x180, 0x24f],
  IsGreek: [0x370, 0x3ff],
  IsGreekandCoptic: [0x370, 0x3ff],
  IsCyrillic: [0x400, 0x4ff],
  IsHebrew: [0x590, 0x5ff],
  IsArabic: [0x600, 0x6ff],
  IsThai: [0xe00, 0xe7f],
  IsHangulJamo: [0x1100, 0x11ff],
  IsGeneralPunctuation: [0x2000, 0x206f],
  IsCurrencySymbols: [0x20a0, 0x20cf],
  IsArrows: [0x2190, 0x21ff],
  IsMathematicalOperators: [0x2200, 0x22ff],
  IsBoxDrawing: [0x2500, 0x257f],
  IsHiragana: [0x3040, 0x309f],
  IsKatakana: [0x30a0, 0x30ff],
  IsCJKUnifiedIdeographs: [0x4e00, 0x9fff],
  IsHangulSyllables: [0xac00, 0xd7af],
};
export function unicodeBlock(name: string): [number, number] | undefined {
  return BLOCKS[name];
}
function isKnownCategory(name: string): boolean {
  if (BLOCKS[name]) return true;
  return /^(L[ulmot]?|M[nce]?|N[dlo]?|Z[slp]?|C[cfson]?|P[cdseifo]?|S[mcko]?)$/.test(name);
}

function readMember(reader: RegexReader, set: CharSet): void {
  const low = readElement(reader, set);
  if (low === undefined) return;
  const dash = reader.text[reader.at] === '-';
  const after = reader.text[reader.at + 1];
  if (!dash || after === ']' || after === undefined || after === '[') {
    set.ranges.push([low, low]);
    return;
  }
  reader.at++;
  const from = reader.at;
  const high = readElement(reader, set);
  if (high === undefined)
    throw reader.fail(`Cannot include class ${reader.text.slice(from, reader.at)} in character range.`);
  if (high < low) throw reader.fail('[x-y] range in reverse order.');
  set.ranges.push([low, high]);
}

/** A single character's code; undefined when it was a class, which goes to the set. */
function readElement(reader: RegexReader, set: CharSet): number | undefined {
  const c = reader.text[reader.at++]!;
  if (c === '[' && reader.text[reader.at] === ':') return c.charCodeAt(0);
  if (c !== '\\') return c.charCodeAt(0);
  const next = reader.text[reader.at];
  if (next === undefined) throw reader.fail('Illegal \\ at end of pattern.', reader.text.length);
  if ('dDwWsS'.includes(next)) {
    reader.at++;
    set.classes.push(next);
    return undefined;
  }
  if (next === 'p' || next === 'P') {
    set.classes.push(readProperty(reader));
    return undefined;
  }
  if (next === 'b') {
    reader.at++;
    return 8;
  }
  return readEscapedChar(reader);
}
