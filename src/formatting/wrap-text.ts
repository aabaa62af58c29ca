// Breaking text into lines of a given width as lists, wrapped tables and custom views do: at blanks, tabs and hyphens, which stay
// at the end of their word; a word wider than a whole line is cut.

import { displayWidth, headFitting } from './display-width.ts';

const LINE_END = /\r\n|\r|\n/;

export function splitLines(text: string): string[] {
  return text.includes('\n') || text.includes('\r') ? text.split(LINE_END) : [text];
}

/** Lines of `text`, the first at most `firstWidth` cells wide, the others `width`. */
export function wrapText(text: string, firstWidth: number, width: number): string[] {
  const lines: string[] = [];
  for (const line of splitLines(text)) wrapLine(line, lines.length === 0 ? firstWidth : width, width, lines);
  return lines;
}

function wrapLine(text: string, firstWidth: number, width: number, lines: string[]): void {
  if (text.length <= firstWidth && displayWidth(text) <= firstWidth) {
    lines.push(text);
    return;
  }
  let line = '';
  let left = firstWidth;
  const flush = (): void => {
    lines.push(line);
    line = '';
    left = width;
  };
  for (const word of words(text)) {
    let cells = displayWidth(word);
    if (cells > left && cells <= width && line !== '') flush();
    if (cells <= left) {
      line += word;
      left -= cells;
      continue;
    }
    let rest = word;
    while (cells > left) {
      const head = headFitting(rest, left);
      if (head === '' && line === '') {
        // Not even one character fits: it goes on the line nevertheless.
        line = rest.slice(0, 1);
        rest = rest.slice(1);
      } else {
        line += head;
        rest = rest.slice(head.length);
      }
      cells = displayWidth(rest);
      flush();
    }
    line = rest;
    left = width - cells;
  }
  if (line !== '') lines.push(line);
}

/** Words with the delimiter that ends them. */
function words(text: string): string[] {
  return text.match(/[^ \t\-\u00ad]*[ \t\-\u00ad]|[^ \t\-\u00ad]+/g) ?? [];
}
