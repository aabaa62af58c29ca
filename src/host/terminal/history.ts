// What was typed, oldest first, kept in a file beside the sandbox's other files: one JSON string a line, because an entry may
// have several lines itself.

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const MAXIMUM = 4096;

export class History {
  readonly #file: string | undefined;
  readonly #entries: string[];

  constructor(file?: string) {
    this.#file = file;
    this.#entries = file === undefined ? [] : load(file);
  }

  get length(): number {
    return this.#entries.length;
  }
  entry(index: number): string | undefined {
    return this.#entries[index];
  }

  add(text: string): void {
    if (text.trim() === '' || this.#entries.at(-1) === text) return;
    this.#entries.push(text);
    if (this.#file === undefined) return;
    try {
      appendFileSync(this.#file, `${JSON.stringify(text)}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not keep anybody from typing; the entry is still there in this session.
    }
  }

  /** Newest entry before `from` that contains the text; -1 when there is none. */
  searchBack(text: string, from: number): number {
    const wanted = text.toLowerCase();
    for (let i = Math.min(from, this.#entries.length) - 1; i >= 0; i--) {
      if (this.#entries[i]!.toLowerCase().includes(wanted)) return i;
    }
    return -1;
  }

  /** Newest entry that begins with the text and is longer: what is suggested while one types. */
  suggestion(text: string): string | undefined {
    if (text === '') return undefined;
    return this.#entries.findLast((entry) => entry.length > text.length && entry.startsWith(text));
  }
}

function load(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // No history yet, or one that cannot be read: start empty.
    return [];
  }
  const entries: string[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      const entry: unknown = JSON.parse(line);
      if (typeof entry === 'string') entries.push(entry);
    } catch {
      // A line that was cut off by a crash is no loss.
    }
  }
  if (entries.length <= MAXIMUM) return entries;
  const kept = entries.slice(-MAXIMUM);
  try {
    writeFileSync(file, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''), { mode: 0o600 });
  } catch {
    // Shortening can wait until the next start.
  }
  return kept;
}
