// Reads one input, possibly of several lines, from a terminal: keys to edits, history, reverse search, completion by Tab,
// continuation lines. Keys are decoded by node:readline (emitKeypressEvents); its own line editor is not used because it knows
// one line only and neither colours nor suggestions, and the other editors on npm are either unkept or bring a screen toolkit.

import type { Key } from 'node:readline';
import { CompletionCycle, type Completions } from './completion-cycle.ts';
import { EditBuffer } from './edit-buffer.ts';
import type { History } from './history.ts';
import { ReverseSearch } from './reverse-search.ts';
import { Screen } from './screen.ts';

export interface EditorServices {
  history: History;
  write(text: string): void;
  columns(): number;
  /** Text with colours; the same characters. */
  colour(text: string): string;
  /** True when the input ended too early and goes on in a further line. */
  incomplete(text: string): boolean;
  complete(text: string, cursor: number): Promise<Completions | undefined>;
}

export type Input = { kind: 'text'; text: string } | { kind: 'cancelled' } | { kind: 'end' };

const CONTINUATION = '>> ';
const CTRL_SPACE = '\x00';
/** Alt+. */
const LAST_ARGUMENT = '\x1b.';

export class LineEditor {
  readonly #services: EditorServices;
  readonly #buffer = new EditBuffer();
  readonly #screen: Screen;
  #prompt = '';
  #historyIndex = 0;
  /** What was typed before going back in history. */
  #draft = '';
  #search: ReverseSearch | undefined;
  #cycle: CompletionCycle | undefined;
  #completing = false;
  /** What Alt+. inserted last, and from which entry: pressed again it goes back one entry. */
  #lastArgument: { index: number; start: number } | undefined;
  #pasting = false;
  #resolve: ((input: Input) => void) | undefined;

  constructor(services: EditorServices) {
    this.#services = services;
    this.#screen = new Screen(services.write, services.columns);
  }

  get reading(): boolean {
    return this.#resolve !== undefined;
  }

  read(prompt: string): Promise<Input> {
    this.#prompt = prompt;
    this.#screen.begin(prompt);
    this.#buffer.reset();
    this.#historyIndex = this.#services.history.length;
    this.#draft = '';
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Draws again after the window changed. */
  redraw(): void {
    if (this.reading) this.#draw();
  }

  key(sequence: string | undefined, key: Key): void {
    if (!this.reading) return;
    if (key.name === 'paste-start') this.#pasting = true;
    else if (key.name === 'paste-end') this.#pasting = false;
    else if (this.#search) this.#searchKey(sequence, key);
    else this.#editKey(sequence, key);
    // What is pasted is drawn once, at its end.
    if (this.reading && !this.#pasting) this.#draw();
  }

  #editKey(sequence: string | undefined, key: Key): void {
    const name = `${key.ctrl ? 'ctrl+' : ''}${key.meta ? 'alt+' : ''}${key.shift ? 'shift+' : ''}${key.name ?? ''}`;
    if (name === 'tab' || name === 'shift+tab') {
      if (this.#pasting) this.#buffer.insert('\t');
      else void this.#complete(name === 'tab' ? 1 : -1);
      return;
    }
    if (sequence === CTRL_SPACE) {
      void this.#complete(1, true);
      return;
    }
    const cycling = this.#cycle;
    if (cycling?.isMenu && /^(left|right|up|down)$/.test(name)) {
      cycling.move(this.#buffer, name as 'left' | 'right' | 'up' | 'down');
      return;
    }
    this.#cycle = undefined;
    // Enter takes what the menu shows; the next one runs it.
    if (cycling?.isMenu && name === 'return') return;
    if (key.sequence !== LAST_ARGUMENT) this.#lastArgument = undefined;
    if (name === 'escape' && cycling) {
      cycling.restore(this.#buffer);
      return;
    }
    const action = this.#actions[name];
    if (action) action();
    else if (key.sequence === LAST_ARGUMENT) this.#insertLastArgument();
    else if (sequence !== undefined && !key.ctrl && !key.meta && !/^[\x00-\x1f\x7f]/.test(sequence)) {
      this.#buffer.insert(sequence);
    }
  }

  readonly #actions: Record<string, () => void> = {
    return: () => this.#enter(),
    enter: () => this.#enter(),
    'shift+return': () => this.#buffer.insert('\n'),
    'alt+return': () => this.#buffer.insert('\n'),
    backspace: () => this.#buffer.deleteBack(),
    'ctrl+h': () => this.#buffer.deleteBack(),
    delete: () => this.#buffer.deleteForward(),
    left: () => this.#buffer.left(),
    'ctrl+b': () => this.#buffer.left(),
    right: () => this.#right(),
    'ctrl+f': () => this.#right(),
    'ctrl+left': () => this.#buffer.wordLeft(),
    'alt+b': () => this.#buffer.wordLeft(),
    'alt+left': () => this.#buffer.wordLeft(),
    'ctrl+right': () => this.#wordRight(),
    'alt+f': () => this.#wordRight(),
    'alt+right': () => this.#wordRight(),
    home: () => this.#buffer.home(),
    'ctrl+a': () => this.#buffer.home(),
    end: () => this.#end(),
    'ctrl+e': () => this.#end(),
    'ctrl+w': () => this.#buffer.killWordBack(),
    'alt+backspace': () => this.#buffer.killWordBack(),
    'ctrl+backspace': () => this.#buffer.killWordBack(),
    'alt+d': () => this.#buffer.killWordForward(),
    'ctrl+u': () => this.#buffer.killToLineStart(),
    'ctrl+k': () => this.#buffer.killToLineEnd(),
    'ctrl+y': () => this.#buffer.yank(),
    'ctrl+z': () => this.#buffer.undo(),
    'ctrl+_': () => this.#buffer.undo(),
    up: () => this.#vertical(-1),
    down: () => this.#vertical(1),
    'ctrl+p': () => this.#history(-1),
    'ctrl+n': () => this.#history(1),
    f8: () => this.#historyBeginning(-1),
    'shift+f8': () => this.#historyBeginning(1),
    'ctrl+home': () => this.#buffer.killTo(0),
    'ctrl+end': () => this.#buffer.killTo(this.#buffer.text.length),
    'ctrl+delete': () => this.#buffer.killWordForward(),
    'ctrl+r': () => {
      this.#search = new ReverseSearch(this.#services.history, this.#buffer.text);
    },
    'ctrl+l': () => this.#screen.clear(this.#prompt),
    escape: () => this.#buffer.set(''),
    'ctrl+c': () => this.#finish({ kind: 'cancelled' }),
    'ctrl+d': () => {
      if (this.#buffer.text === '') this.#finish({ kind: 'end' });
      else this.#buffer.deleteForward();
    },
  };

  #searchKey(sequence: string | undefined, key: Key): void {
    const search = this.#search!;
    if (key.ctrl && key.name === 'r') search.older();
    else if (key.name === 'backspace') search.shorten();
    else if (key.ctrl && (key.name === 'c' || key.name === 'g')) {
      this.#buffer.set(search.original);
      this.#search = undefined;
    } else if (sequence !== undefined && !key.ctrl && !key.meta && sequence >= ' ' && sequence !== '\x7f') {
      search.extend(sequence);
    } else {
      this.#buffer.set(search.found ?? search.original);
      this.#search = undefined;
      if (key.name !== 'escape') this.#editKey(sequence, key);
    }
  }

  #enter(): void {
    const { text } = this.#buffer;
    if (this.#pasting) {
      this.#buffer.insert('\n');
      return;
    }
    // Typed in the middle of several lines, Enter still runs the whole, as in the product's console.
    if (text.trim() !== '' && this.#services.incomplete(text)) {
      this.#buffer.set(`${text}\n`);
      return;
    }
    this.#finish({ kind: 'text', text });
  }

  #finish(input: Input): void {
    const resolve = this.#resolve!;
    this.#resolve = undefined;
    this.#search = undefined;
    this.#cycle = undefined;
    const drawing = this.#drawing();
    const mark = input.kind === 'cancelled' ? '^C' : '';
    this.#screen.finish({ ...drawing, text: drawing.text + mark, coloured: drawing.coloured + mark });
    if (input.kind === 'text') this.#services.history.add(input.text);
    resolve(input);
  }

  #vertical(direction: -1 | 1): void {
    if (!this.#buffer.moveLine(direction)) this.#history(direction);
  }

  /** The entry before or after that begins with what stands before the cursor. */
  #historyBeginning(direction: -1 | 1): void {
    const { history } = this.#services;
    const { cursor } = this.#buffer;
    const begin = this.#buffer.text.slice(0, cursor).toLowerCase();
    for (let index = this.#historyIndex + direction; index >= 0 && index < history.length; index += direction) {
      if (!history.entry(index)!.toLowerCase().startsWith(begin)) continue;
      this.#history(index - this.#historyIndex);
      this.#buffer.cursor = cursor;
      return;
    }
  }

  /** The last word of the entry before; once more, that of the one before it. */
  #insertLastArgument(): void {
    const { history } = this.#services;
    const former = this.#lastArgument;
    const index = (former?.index ?? history.length) - 1;
    const entry = history.entry(index);
    if (entry === undefined) return;
    const word = /('[^']*'|"[^"]*"|\S+)\s*$/.exec(entry)?.[1] ?? '';
    const start = former?.start ?? this.#buffer.cursor;
    this.#buffer.replace(start, this.#buffer.cursor, word);
    this.#lastArgument = { index, start };
  }

  #history(step: number): void {
    const { history } = this.#services;
    const index = this.#historyIndex + step;
    if (index < 0 || index > history.length) return;
    if (this.#historyIndex === history.length) this.#draft = this.#buffer.text;
    this.#historyIndex = index;
    this.#buffer.set(history.entry(index) ?? this.#draft);
  }

  #suggestion(): string {
    const { text, cursor } = this.#buffer;
    if (cursor !== text.length || this.#search || this.#cycle) return '';
    const entry = this.#services.history.suggestion(text);
    return entry === undefined || entry.includes('\n') ? '' : entry.slice(text.length);
  }

  /** At the end of the text a step to the right takes the suggestion. */
  #right(): void {
    const suggestion = this.#suggestion();
    if (suggestion !== '') this.#buffer.insert(suggestion);
    else this.#buffer.right();
  }
  /** At the end of the text the next word of the suggestion. */
  #wordRight(): void {
    const suggestion = this.#suggestion();
    const word = /^\s*(?:\w+|[^\w\s]+)/.exec(suggestion)?.[0];
    if (word !== undefined) this.#buffer.insert(word);
    else this.#buffer.wordRight();
  }
  #end(): void {
    const suggestion = this.#suggestion();
    if (suggestion !== '') this.#buffer.insert(suggestion);
    else this.#buffer.end();
  }

  async #complete(direction: 1 | -1, asMenu = false): Promise<void> {
    if (this.#cycle) {
      this.#cycle.step(this.#buffer, direction);
      return;
    }
    if (this.#completing) return;
    this.#completing = true;
    const { text, cursor } = this.#buffer;
    const completions = await this.#services.complete(text, cursor);
    this.#completing = false;
    // A keystroke never waits for completion; one that came meanwhile makes the answer stale.
    if (!this.reading || this.#buffer.text !== text || this.#buffer.cursor !== cursor) return;
    if (!completions || completions.items.length === 0) return;
    this.#cycle = new CompletionCycle(completions, text, cursor, asMenu);
    this.#cycle.step(this.#buffer, direction);
    if (completions.items.length === 1) this.#cycle = undefined;
    this.#draw();
  }

  #drawing() {
    const search = this.#search;
    const text = search ? (search.found ?? search.original) : this.#buffer.text;
    return {
      continuation: CONTINUATION,
      text,
      coloured: this.#services.colour(text),
      cursor: search ? text.length : this.#buffer.cursor,
      ghost: this.#suggestion(),
      below: search ? [search.label] : (this.#cycle?.menu(this.#services.columns()) ?? []),
    };
  }

  #draw(): void {
    this.#screen.draw(this.#drawing());
  }
}
