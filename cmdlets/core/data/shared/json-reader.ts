// JSON text to values, as lenient as the reference's reader: comments, single quotes, names without quotes, trailing commas.

import type { Value } from '../../../../src/runtime/values.ts';
import { double } from '../../../../src/runtime/values.ts';
import { type DateKind, dateOf } from './json-dates.ts';
import { JsonScanner } from './json-scanner.ts';

/** Makes the objects and arrays that are read. */
export interface JsonBuilder {
  object(): { set(name: string, value: Value): void; value: Value };
  readonly dates: DateKind;
  readonly maxDepth: number;
}

export function readJson(text: string, builder: JsonBuilder): Value {
  return new JsonReader(text, builder).document();
}

function step(path: string, name: string): string {
  if (!/^[^\s.'[\]()"]+$/.test(name)) return `${path}['${name.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}']`;
  return path === '' ? name : `${path}.${name}`;
}

class JsonReader {
  private readonly scanner: JsonScanner;
  private depth = 0;

  constructor(
    text: string,
    private readonly builder: JsonBuilder,
  ) {
    this.scanner = new JsonScanner(text);
  }

  document(): Value {
    const { scanner } = this;
    scanner.skipBlanks();
    if (scanner.atEnd) return undefined;
    const value = this.value('', true);
    scanner.path = '';
    scanner.skipBlanks();
    if (scanner.atEnd) return value;
    throw scanner.error(`Additional text encountered after finished reading JSON content: ${scanner.current}.`);
  }

  private value(path: string, top = false): Value {
    const { scanner } = this;
    const c = scanner.current;
    switch (c) {
      case '{':
        return this.object(path);
      case '[':
        return this.array(path, top);
      case '"':
      case "'":
        return dateOf(scanner.string(), this.builder.dates);
      case 't':
        scanner.word('true', 'boolean');
        return true;
      case 'f':
        scanner.word('false', 'boolean');
        return false;
      case 'n':
        return this.nullWord();
      case 'N':
        scanner.word('NaN', 'NaN');
        return double(Number.NaN);
      case 'I':
        scanner.word('Infinity', 'positive infinity');
        return double(Number.POSITIVE_INFINITY);
      case 'u':
        scanner.word('undefined', 'undefined');
        return null;
    }
    if (c === '-' && scanner.text[scanner.position + 1] === 'I') {
      scanner.word('-Infinity', 'negative infinity');
      return double(Number.NEGATIVE_INFINITY);
    }
    if (/[-0-9.]/.test(c)) return scanner.number();
    throw scanner.error(`Unexpected character encountered while parsing value: ${c}.`);
  }
  /** After `n` only `null` is known; another letter is no value at all. */
  private nullWord(): Value {
    const { scanner } = this;
    const next = scanner.text[scanner.position + 1];
    if (next !== undefined && next !== 'u' && next !== 'e')
      throw scanner.error('Unexpected character encountered while parsing value: n.');
    scanner.word('null', 'null');
    return null;
  }

  private enter(): void {
    this.scanner.position++;
    if (++this.depth > this.builder.maxDepth) {
      throw this.scanner.error(`The reader's MaxDepth of ${this.builder.maxDepth} has been exceeded.`);
    }
  }
  private leave(): void {
    this.scanner.position++;
    this.depth--;
  }

  private object(path: string): Value {
    const { scanner } = this;
    const target = this.builder.object();
    this.enter();
    scanner.path = path;
    for (;;) {
      scanner.skipBlanks();
      if (scanner.atEnd) throw scanner.error('Unexpected end when reading JSON.');
      if (scanner.current === '}') break;
      const name = this.propertyName();
      scanner.path = step(path, name);
      scanner.skipBlanks();
      if (scanner.atEnd) throw scanner.error('Unexpected end when reading JSON.');
      if (/[,}\]]/.test(scanner.current) && scanner.current !== '}') target.set(name, null);
      else target.set(name, this.value(scanner.path));
      scanner.path = step(path, name);
      scanner.skipBlanks();
      if (scanner.atEnd) throw scanner.error('Unexpected end when deserializing object.');
      if (scanner.current === ',') scanner.position++;
      else if (scanner.current !== '}') {
        throw scanner.error(`After parsing a value an unexpected character was encountered: ${scanner.current}.`);
      }
    }
    this.leave();
    return target.value;
  }

  private propertyName(): string {
    const { scanner } = this;
    let name: string;
    if (scanner.current === '"' || scanner.current === "'") name = scanner.string();
    else {
      const start = scanner.position;
      if (!/[\w$]/.test(scanner.current))
        throw scanner.error(`Invalid property identifier character: ${scanner.current}.`);
      while (/[\w$]/.test(scanner.current)) scanner.position++;
      name = scanner.text.slice(start, scanner.position);
      if (scanner.atEnd) throw scanner.error('Unexpected end while parsing unquoted property name.');
      if (!/[\s:]/.test(scanner.current))
        throw scanner.error(`Invalid JavaScript property identifier character: ${scanner.current}.`);
    }
    scanner.skipBlanks();
    if (scanner.current !== ':') {
      if (scanner.atEnd) throw scanner.error('Unexpected end when reading JSON.');
      throw scanner.error(`Invalid character after parsing property name. Expected ':' but got: ${scanner.current}.`);
    }
    scanner.position++;
    return name;
  }

  private array(path: string, top: boolean): Value {
    const { scanner } = this;
    const items: Value[] = [];
    this.enter();
    scanner.path = path;
    for (;;) {
      scanner.skipBlanks();
      if (scanner.atEnd) {
        // The reference's reader takes a list without its end for a whole one.
        if (top) return items;
        throw scanner.error('Unexpected end when deserializing array.');
      }
      if (scanner.current === ']') break;
      if (scanner.current === ',') items.push(null);
      else items.push(this.value(`${path}[${items.length}]`));
      scanner.path = `${path}[${items.length - 1}]`;
      scanner.skipBlanks();
      if (scanner.current === ',') scanner.position++;
      else if (!scanner.atEnd && scanner.current !== ']') {
        throw scanner.error(`After parsing a value an unexpected character was encountered: ${scanner.current}.`);
      }
    }
    this.leave();
    return items;
  }
}
