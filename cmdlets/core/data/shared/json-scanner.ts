// Characters of a JSON text with lines and columns, and the tokens that need no structure: strings, numbers, words, comments.

import { double, NumberBox, type Value } from '../../../../src/runtime/values.ts';
import { JsonError } from './json-error.ts';

const INT32_MIN = -2147483648n;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

export class JsonScanner {
  position = 0;
  /** Path of the value being read, for messages. */
  path = '';

  constructor(readonly text: string) {}

  get current(): string {
    return this.text[this.position] ?? '';
  }
  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** `message. Path 'a', line 1, position 5.` */
  error(message: string, position = this.position): JsonError {
    const before = this.text.slice(0, position);
    const lines = before.split(/\r\n|\n|\r/);
    const column = lines[lines.length - 1]!.length;
    // Newtonsoft counts no line before it has read anything.
    const line = position === 0 ? 0 : lines.length;
    return new JsonError(`${message} Path '${this.path}', line ${line}, position ${column}.`);
  }

  skipBlanks(): void {
    for (;;) {
      while (/\s/.test(this.current)) this.position++;
      if (this.current !== '/') return;
      this.skipComment();
    }
  }
  private skipComment(): void {
    const next = this.text[this.position + 1];
    if (next === '/') {
      const end = this.text.slice(this.position).search(/[\r\n]/);
      this.position = end < 0 ? this.text.length : this.position + end;
    } else if (next === '*') {
      const end = this.text.indexOf('*/', this.position + 2);
      if (end < 0) {
        this.position = this.text.length;
        throw this.error('Unexpected end while parsing comment.');
      }
      this.position = end + 2;
    } else {
      this.position++;
      throw this.error(`Error parsing comment. Expected: *, got ${next ?? ''}.`);
    }
  }

  /** A string in single or double quotes; the position is at the first quote. */
  string(): string {
    const quote = this.current;
    let result = '';
    this.position++;
    for (;;) {
      const start = this.position;
      while (!this.atEnd && this.current !== quote && this.current !== '\\') this.position++;
      result += this.text.slice(start, this.position);
      if (this.atEnd) throw this.error(`Unterminated string. Expected delimiter: ${quote}.`);
      if (this.current === quote) {
        this.position++;
        return result;
      }
      this.position++;
      result += this.escape(quote);
    }
  }
  private escape(quote: string): string {
    if (this.atEnd) throw this.error(`Unterminated string. Expected delimiter: ${quote}.`);
    const c = this.text[this.position++]!;
    switch (c) {
      case 'b':
        return '\b';
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'f':
        return '\f';
      case 'r':
        return '\r';
      case '\\':
      case '"':
      case "'":
      case '/':
        return c;
      case 'u': {
        const digits = this.text.slice(this.position, this.position + 4);
        if (digits.length < 4) {
          this.position = this.text.length;
          throw this.error('Unexpected end while parsing Unicode escape sequence.');
        }
        if (!/^[0-9a-f]{4}$/i.test(digits))
          throw this.error(`Invalid Unicode escape sequence: \\u${digits}.`, this.position + 4);
        this.position += 4;
        return String.fromCharCode(Number.parseInt(digits, 16));
      }
      default:
        throw this.error(`Bad JSON escape sequence: \\${c}.`);
    }
  }

  number(): Value {
    const start = this.position;
    while (/[-+0-9a-fA-FxX.]/.test(this.current)) this.position++;
    const text = this.text.slice(start, this.position);
    if (!this.atEnd && !/[\s,}\]/]/.test(this.current)) {
      throw this.error(`Unexpected character encountered while parsing number: ${this.current}.`);
    }
    if (/^-?0x[0-9a-f]+$/i.test(text)) return integer(BigInt(text));
    if (/^0[0-7]+$/.test(text)) return integer(BigInt(`0o${text.slice(1)}`));
    if (/^-?\d+$/.test(text)) return integer(BigInt(text));
    if (/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return double(Number(text));
    throw this.error(`Input string '${text}' is not a valid number.`);
  }

  /** Matches a word such as `true`; `what` stands in the message when it is cut off or wrong. */
  word(expected: string, what: string): void {
    for (let i = 0; i < expected.length; i++) {
      if (this.position + i >= this.text.length) {
        this.position = this.text.length;
        throw this.error('Unexpected end when reading JSON.');
      }
      if (this.text[this.position + i] !== expected[i])
        throw this.error(`Error parsing ${what} value.`, this.position + i);
    }
    this.position += expected.length;
    if (!this.atEnd && !/[\s,}\]/]/.test(this.current)) throw this.error(`Error parsing ${what} value.`);
  }
}

/** Integers are Int64, or BigInteger when they do not fit. */
function integer(value: bigint): Value {
  if (value >= INT64_MIN && value <= INT64_MAX) return value >= INT32_MIN || value < INT32_MIN ? value : value;
  return new NumberBox('BigInteger', value);
}
