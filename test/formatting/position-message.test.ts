import { describe, expect, it } from 'vitest';
import { markedLine, positionMessage } from '../../src/runtime/position-message.ts';

const position = (lineText: string, startColumn: number, endColumn: number, continues = false) => ({
  file: 'C:\\s.ps1',
  line: 1,
  column: startColumn,
  lineText,
  startColumn,
  endColumn,
  continues,
  text: lineText.slice(startColumn - 1, endColumn - 1),
});

describe('position messages', () => {
  it('mark the failing part of the line', () => {
    expect(positionMessage(position('1/0', 1, 4))).toBe('At C:\\s.ps1:1 char:1\n+ 1/0\n+ ~~~');
  });

  it('show four blanks for a tab', () => {
    expect(markedLine(position('\tthrow 1', 2, 9))).toEqual({ text: '    throw 1', marks: '    ~~~~~~~' });
  });

  it('show at most 69 characters of a long line, eight of them behind the marked part', () => {
    const line = `${'a'.repeat(79)}${'b'.repeat(11)}${'c'.repeat(19)}`;
    const { text, marks } = markedLine(position(line, 80, 91));
    expect(text).toBe(`… ${'a'.repeat(50)}${'b'.repeat(11)}${'c'.repeat(8)} …`);
    expect(marks).toBe(`${' '.repeat(52)}${'~'.repeat(11)}`);
  });

  it('keep twelve characters before a part that is too long', () => {
    const line = `${'a'.repeat(154)}${'b'.repeat(100)}`;
    const { text, marks } = markedLine(position(line, 155, 255));
    expect(text).toBe(`… ${'a'.repeat(12)}${'b'.repeat(57)} …`);
    expect(marks).toBe(`${' '.repeat(14)}${'~'.repeat(57)}`);
  });
});
