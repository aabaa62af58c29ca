// Write-Progress on a terminal: one line per activity at the bottom of what was written, redrawn in place, gone when completed.

import { displayWidth, headFitting } from '../../formatting/display-width.ts';
import type { ProgressRecord } from '../../runtime/host.ts';

const REDRAW_MS = 80;
const REVERSE = '\x1b[7m';
const PLAIN = '\x1b[0m';

function fitTo(text: string, width: number): string {
  const head = headFitting(text, width);
  return head + ' '.repeat(Math.max(0, width - displayWidth(head)));
}

/** `activity [status  42% ]`, the part that is done reversed. */
export function progressLine(record: ProgressRecord, columns: number): string {
  const width = Math.max(20, columns - 1);
  const indent = record.parentId >= 0 ? '  ' : '';
  const activity = fitTo(
    indent + record.activity,
    Math.min(displayWidth(indent + record.activity), Math.floor(width / 3)),
  );
  const barWidth = width - displayWidth(activity) - 3;
  const remaining = record.secondsRemaining > 0 ? ` ${remainingText(record.secondsRemaining)}` : '';
  const percent = record.percent >= 0 ? ` ${record.percent}%` : '';
  const operation = record.currentOperation === '' ? '' : ` ${record.currentOperation}`;
  const tail = `${remaining}${percent} `;
  const bar = fitTo(` ${record.status}${operation}`, Math.max(0, barWidth - tail.length)) + tail;
  const done = record.percent >= 0 ? Math.round((Math.min(100, record.percent) / 100) * barWidth) : 0;
  return `${activity} [${REVERSE}${bar.slice(0, done)}${PLAIN}${bar.slice(done)}]`;
}

function remainingText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export class ProgressBar {
  readonly #records = new Map<number, ProgressRecord>();
  readonly #write: (text: string) => void;
  readonly #columns: () => number;
  readonly #nowMs: () => number;
  #shownLines = 0;
  #shownAtMs = Number.NEGATIVE_INFINITY;

  constructor(write: (text: string) => void, columns: () => number, nowMs: () => number) {
    this.#write = write;
    this.#columns = columns;
    this.#nowMs = nowMs;
  }

  update(record: ProgressRecord | undefined): void {
    if (record === undefined) this.#records.clear();
    else if (record.completed) this.#records.delete(record.id);
    else this.#records.set(record.id, record);
    const ended = record === undefined || record.completed;
    // Work that reports every step must not be slowed by the terminal.
    if (!ended && this.#nowMs() - this.#shownAtMs < REDRAW_MS) return;
    this.#shownAtMs = this.#nowMs();
    this.hide();
    const lines = [...this.#records.values()].map((each) => progressLine(each, this.#columns()));
    if (lines.length === 0) return;
    this.#write(lines.join('\n'));
    this.#shownLines = lines.length;
  }

  /** Takes it off the screen, before other text is written there. */
  hide(): void {
    if (this.#shownLines === 0) return;
    const up = this.#shownLines > 1 ? `\x1b[${this.#shownLines - 1}A` : '';
    this.#write(`${up}\r\x1b[J`);
    this.#shownLines = 0;
  }
}
