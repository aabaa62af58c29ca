// Where an error happened, as text (`At C:\a.ps1:2 char:6` and the marked line), and the text of CategoryInfo.

import type { ErrorPosition, ErrorRecord } from './errors.ts';
import { describeRecord } from './pipeline/describe-record.ts';

/** Longest piece of a source line that is shown. */
const MAX_LINE_LENGTH = 69;
/** What is shown at least before and after the marked part of a longer line. */
const MIN_PREFIX_LENGTH = 12;
const MIN_SUFFIX_LENGTH = 8;
const TAB = '    ';

export interface MarkedLine {
  /** The line, cut to what matters. */
  text: string;
  /** Blanks and tildes under it. */
  marks: string;
}

export function markedLine(position: ErrorPosition): MarkedLine {
  const line = position.lineText.trimEnd();
  const start = position.startColumn - 1;
  const fits = !position.continues && position.endColumn <= line.length + 1;
  const length = Math.max(fits ? position.endColumn - position.startColumn : line.length - start, 0);
  const before = line.slice(0, start).replaceAll('\t', TAB);
  const marked = line.slice(start, start + length).replaceAll('\t', TAB);
  const after = line.slice(start + length).replaceAll('\t', TAB);
  const { text, marks } = cutLine(before, marked, after);
  // What is missing at the end of a text is marked behind it.
  return { text, marks: ' '.repeat(Math.max(start - line.length, 0)) + marks };
}

function cutLine(before: string, marked: string, after: string): MarkedLine {
  const whole = before + marked + after;
  if (whole.length <= MAX_LINE_LENGTH)
    return { text: whole, marks: ' '.repeat(before.length) + '~'.repeat(Math.max(marked.length, 1)) };
  const wanted = before.length + marked.length + Math.min(MIN_SUFFIX_LENGTH, after.length) - MAX_LINE_LENGTH;
  const removable = before.length - MIN_PREFIX_LENGTH;
  const from = Math.max(Math.min(wanted, removable), 0);
  const to = Math.min(from + MAX_LINE_LENGTH, whole.length);
  const head = from > 0 ? '… ' : '';
  // A line that loses all it can lose in front counts as cut behind, too, even where its end just fits.
  const tail = to < whole.length || (from > 0 && wanted >= removable) ? ' …' : '';
  const count = Math.min(marked.length, to - before.length);
  const prefix = head.length + before.length - from;
  return { text: head + whole.slice(from, to) + tail, marks: ' '.repeat(prefix) + '~'.repeat(Math.max(count, 1)) };
}

/** InvocationInfo.PositionMessage. */
export function positionMessage(position: ErrorPosition | undefined): string {
  if (!position) return '';
  const heading = `At ${position.file ?? 'line'}:${position.line} char:${position.column}`;
  if (position.lineText.trimEnd() === '') return heading;
  const { text, marks } = markedLine(position);
  return `${heading}\n+ ${text}\n+ ${marks}`;
}

const MAX_PART_LENGTH = 40;
const HALF_LENGTH = 19;

/** Long names lose their middle. */
function shorten(text: string): string {
  if (text.length <= MAX_PART_LENGTH) return text;
  return `${text.slice(0, HALF_LENGTH)}…${text.slice(-HALF_LENGTH)}`;
}

/** ErrorCategoryInfo.ToString(): `InvalidArgument: (target:Type) [activity], reason`. */
export function categoryMessage(record: ErrorRecord): string {
  if (record.reason === '') describeRecord(record);
  const target = `${shorten(record.targetName)}:${shorten(record.targetType)}`;
  return `${record.category}: (${target}) [${shorten(record.activity)}], ${record.reason}`;
}
