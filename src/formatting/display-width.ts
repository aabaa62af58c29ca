// Widths in character cells: East Asian wide characters take two, escape sequences and combining marks none.

import { ESCAPE_SEQUENCE, stripEscapes } from '../runtime/escape-sequences.ts';

/** Cells of one UTF-16 code unit; each half of a surrogate pair counts one, which makes an emoji two wide. */
function cellsOf(code: number): number {
  if (code < 0x1100) return code >= 0x300 && code <= 0x36f ? 0 : 1;
  return isWide(code) ? 2 : 1;
}

function isWide(code: number): boolean {
  return (
    code <= 0x115f ||
    code === 0x2329 ||
    code === 0x232a ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe19) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6)
  );
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2ff || code === 0x1b) return false;
  }
  return true;
}

export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  const bare = stripEscapes(text);
  let cells = 0;
  for (let i = 0; i < bare.length; i++) cells += cellsOf(bare.charCodeAt(i));
  return cells;
}

/** The longest beginning that fits into `cells`. */
export function headFitting(text: string, cells: number): string {
  if (isPlain(text)) return text.slice(0, cells);
  let used = 0;
  let i = 0;
  while (i < text.length) {
    if (text.charCodeAt(i) === 0x1b) {
      ESCAPE_SEQUENCE.lastIndex = i;
      const match = ESCAPE_SEQUENCE.exec(text);
      if (match && match.index === i) {
        i += match[0].length;
        continue;
      }
    }
    const next = cellsOf(text.charCodeAt(i));
    if (used + next > cells) break;
    used += next;
    i++;
  }
  return text.slice(0, i);
}

/** The longest end that fits into `cells`. */
export function tailFitting(text: string, cells: number): string {
  if (isPlain(text)) return cells <= 0 ? '' : text.slice(-cells);
  let used = 0;
  let i = text.length;
  while (i > 0) {
    const next = cellsOf(text.charCodeAt(i - 1));
    if (used + next > cells) break;
    used += next;
    i--;
  }
  return text.slice(i);
}
