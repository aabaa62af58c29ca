// Prose in lines of a given width: broken at blanks, never inside a command; Japanese between any two characters, but no line
// begins with a closing mark. A line that begins with a blank (a command to copy) stays as it is.

import { displayWidth } from '../../formatting/display-width.ts';

const closing = /^[。、」』）)！？ー]/;
/** A run without blanks of narrow characters, or one wide character with the closing marks behind it. */
const piece = /[^\s\u1100-\uffff]+|[\u1100-\uffff][。、」』）！？ー]*|\s+/gu;

export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => (line === '' || line.startsWith(' ') ? [line] : wrapLine(line, width)));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(piece) ?? []) {
    if (displayWidth(line) + displayWidth(part.trimEnd()) > width && line !== '' && !closing.test(part)) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A command in a narrow column: further lines are set in, and a word that is too long is cut. */
export function wrapCell(text: string, width: number): string[] {
  const lines: string[] = [];
  const indent = () => (lines.length > 0 ? '  ' : '');
  for (let line of wrapText(text, width - 2)) {
    while (displayWidth(indent() + line) > width) {
      let head = line;
      while (displayWidth(indent() + head) > width) head = head.slice(0, -1);
      lines.push(indent() + head);
      line = line.slice(head.length);
    }
    lines.push(indent() + line);
  }
  return lines;
}

/** Padded with blanks to so many cells; longer text is cut, with a mark. */
export function padded(text: string, cells: number): string {
  let shown = text;
  if (displayWidth(shown) > cells) {
    while (displayWidth(shown) > cells - 1) shown = shown.slice(0, -1);
    shown += '…';
  }
  return shown + ' '.repeat(Math.max(0, cells - displayWidth(shown)));
}
