import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, headFitting, tailFitting } from '../../src/formatting/display-width.ts';
import { wrapText } from '../../src/formatting/wrap-text.ts';
import { fitWidths } from '../../src/formatting/write/table-writer.ts';

describe('wrapping', () => {
  it.each([
    ['abc def ghi jkl mno', 13, ['abc def ghi ', 'jkl mno']],
    ['abcd efgh ijkl', 4, ['abcd', ' efg', 'h ', 'ijkl']],
    ['a-b--c---defgh', 4, ['a-b-', '-c--', '-def', 'gh']],
    ['line1\nline2', 10, ['line1', 'line2']],
    ['', 5, ['']],
  ])('breaks %j at %i cells as the reference does', (text, width, lines) => {
    expect(wrapText(text, width, width)).toEqual(lines);
  });

  it('loses no character and keeps every line within the width', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrapText(text, width, width);
        expect(lines.join('')).toBe(text.replace(/\r\n|\r|\n/g, ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('widths', () => {
  it('counts East Asian wide characters twice and escape sequences not at all', () => {
    expect(displayWidth('日本')).toBe(4);
    expect(displayWidth('\u001b[31mred\u001b[0m')).toBe(3);
    expect(headFitting('日本語', 5)).toBe('日本');
    expect(tailFitting('日本語', 3)).toBe('語');
  });

  it.each([
    [[0, 0, 0, 0], 80, [20, 19, 19, 19]],
    [[30, 0], 79, [30, 48]],
    [[15, 50, 10, 0], 79, [15, 50, 10, 1]],
    [[2, 215, 1], 79, [2, 76, 0]],
    [[15, 15, 15, 15, 15, 15], 79, [15, 15, 15, 15, 15, 0]],
  ])('fits columns %j into %i cells', (given, screen, expected) => {
    expect(fitWidths(given, screen)).toEqual(expected);
  });
});
