// Ctrl+R: the newest history entry that contains what is typed; Ctrl+R again goes to an older one.

import type { History } from './history.ts';

export class ReverseSearch {
  #pattern = '';
  #index: number;
  found: string | undefined;

  constructor(
    private readonly history: History,
    /** The text before the search, for when it is given up. */
    readonly original: string,
  ) {
    this.#index = history.length;
  }

  extend(text: string): void {
    this.#pattern += text;
    this.#find(this.#index + 1);
  }

  shorten(): void {
    this.#pattern = this.#pattern.slice(0, -1);
    this.#index = this.history.length;
    this.#find(this.#index);
  }

  older(): void {
    this.#find(this.#index);
  }

  get label(): string {
    const failed = this.found === undefined && this.#pattern !== '' ? 'failed-' : '';
    return `${failed}bck-i-search: ${this.#pattern}_`;
  }

  #find(from: number): void {
    if (this.#pattern === '') {
      this.found = undefined;
      return;
    }
    const index = this.history.searchBack(this.#pattern, Math.min(from, this.history.length));
    if (index >= 0) {
      this.#index = index;
      this.found = this.history.entry(index);
    } else if (this.found !== undefined && !this.found.toLowerCase().includes(this.#pattern.toLowerCase())) {
      this.found = undefined;
    }
  }
}
