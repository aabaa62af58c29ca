// Looking ahead over attributes: `[CmdletBinding()]` belongs to what stands behind it, which only the word there tells.

import { isIdentifierPart, isLineEnd, isWhiteSpace } from './characters.ts';

/** No list of attributes is longer. */
const LONGEST = 20000;

/** Behind the string that begins at `start`, quotes doubled or escaped inside passed. */
function behindString(text: string, start: number, limit: number): number {
  const quote = text.charCodeAt(start);
  for (let position = start + 1; position < limit; position++) {
    const code = text.charCodeAt(position);
    if (code === 96 && quote === 34) position++;
    else if (code === quote) return position + 1;
  }
  return limit;
}

function behindLine(text: string, start: number, limit: number): number {
  let position = start;
  while (position < limit && !isLineEnd(text.charCodeAt(position))) position++;
  return position;
}

/** Behind the bracket that closes the one at `start`; -1 if it is not closed near by. */
function behindBracket(text: string, start: number, limit: number): number {
  let depth = 0;
  let position = start;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (code === 39 || code === 34) position = behindString(text, position, limit);
    else if (code === 35) position = behindLine(text, position, limit);
    else {
      if (code === 91 || code === 40 || code === 123) depth++;
      else if (code === 93 || code === 41 || code === 125) depth--;
      position++;
      if (depth === 0) return position;
    }
  }
  return -1;
}

/** The word, in lower case, behind the bracketed parts that begin at `start`; empty if there is none. */
export function wordBehindBrackets(text: string, start: number): string {
  const limit = Math.min(text.length, start + LONGEST);
  let position = start;
  while (text.charCodeAt(position) === 91) {
    position = behindBracket(text, position, limit);
    if (position < 0) return '';
    for (;;) {
      const code = text.charCodeAt(position);
      if (code === 35) position = behindLine(text, position, limit);
      else if (isWhiteSpace(code) || isLineEnd(code)) position++;
      else break;
    }
  }
  let end = position;
  while (end < limit && isIdentifierPart(text.charCodeAt(end))) end++;
  return text.slice(position, end).toLowerCase();
}
