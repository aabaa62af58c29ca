// StringBuilder, Encoding, StringReader, StringWriter.

import { toText } from '../../convert.ts';
import { toArray } from '../../enumerate.ts';
import { DotNetException } from '../../errors.ts';
import type { CultureData } from '../../number/cultures.ts';
import { currentCulture, formatComposite, formatValue } from '../../operators/format.ts';
import type { Value } from '../../values.ts';
import { argumentOutOfRange } from '../collections/list.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { encodingTypes } from './encoding.ts';

export class StringBuilder {
  text: string;
  capacity: number;
  constructor(text = '', capacity = 16) {
    this.text = text;
    this.capacity = Math.max(16, capacity);
  }
  get psType(): PSType {
    return knownType('System.Text.StringBuilder');
  }
  toString(): string {
    return this.text;
  }
  append(text: string): this {
    this.text += text;
    while (this.capacity < this.text.length) this.capacity *= 2;
    return this;
  }
}
type B = StringBuilder;

function insert(b: B, index: number, text: string): B {
  if (index < 0 || index > b.text.length)
    throw argumentOutOfRange(
      'index',
      'Index was out of range. Must be non-negative and less than the size of the collection.',
    );
  b.text = b.text.slice(0, index) + text + b.text.slice(index);
  return b;
}
function remove(b: B, start: number, length: number): B {
  if (start < 0) throw argumentOutOfRange('startIndex', 'StartIndex cannot be less than zero.');
  if (length < 0) throw argumentOutOfRange('length', 'Length cannot be less than zero.');
  if (start + length > b.text.length)
    throw argumentOutOfRange(
      'length',
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  b.text = b.text.slice(0, start) + b.text.slice(start + length);
  return b;
}
function setLength(b: B, length: number): void {
  if (length < 0) throw argumentOutOfRange('value', 'capacity was less than the current size.');
  b.text = length <= b.text.length ? b.text.slice(0, length) : b.text.padEnd(length, '\0');
}

function builderMethods(): NonNullable<TypeSpec['methods']> {
  const S = 'System.Text.StringBuilder';
  return {
    [`${S} Append(string value)`]: (b: B, text: string) => b.append(text ?? ''),
    [`${S} Append(char value, int repeatCount)`]: (b: B, c: string, count: number) => b.append(c.repeat(count)),
    [`${S} Append(char[] value)`]: (b: B, chars: string) => b.append(chars),
    [`${S} Append(string value, int startIndex, int count)`]: (b: B, text: string, start: number, count: number) =>
      b.append(text.slice(start, start + count)),
    [`${S} Append(System.Object value)`]: (b: B, value: Value) => b.append(formatValue(value, null, currentCulture())),
    [`${S} AppendFormat(string format, params System.Object[] args)`]: (b: B, format: string, args: Value[]) =>
      b.append(formatComposite(format, args, currentCulture())),
    [`${S} AppendFormat(cultureinfo provider, string format, params System.Object[] args)`]: (
      b: B,
      provider: { data: CultureData } | null,
      format: string,
      args: Value[],
    ) => b.append(formatComposite(format, args, provider?.data ?? currentCulture())),
    [`${S} AppendJoin(string separator, params System.Object[] values)`]: (b: B, separator: string, values: Value[]) =>
      b.append((values.length === 1 ? toArray(values[0]) : values).map((v) => toText(v)).join(separator)),
    [`${S} AppendLine()`]: (b: B) => b.append('\n'),
    [`${S} AppendLine(string value)`]: (b: B, text: string) => b.append(`${text ?? ''}\n`),
    [`${S} Clear()`]: (b: B) => {
      b.text = '';
      return b;
    },
    'int EnsureCapacity(int capacity)': (b: B, capacity: number) => (b.capacity = Math.max(b.capacity, capacity)),
    'bool Equals(System.Text.StringBuilder sb)': (b: B, other: B) => b.text === other.text,
    [`${S} Insert(int index, string value)`]: insert,
    [`${S} Insert(int index, System.Object value)`]: (b: B, index: number, value: Value) =>
      insert(b, index, formatValue(value, null, currentCulture())),
    [`${S} Remove(int startIndex, int length)`]: remove,
    [`${S} Replace(string oldValue, string newValue)`]: replace,
    [`${S} Replace(char oldChar, char newChar)`]: replace,
    [`${S} Replace(string oldValue, string newValue, int startIndex, int count)`]: (
      b: B,
      from: string,
      to: string,
      start: number,
      count: number,
    ) => {
      b.text =
        b.text.slice(0, start) +
        b.text
          .slice(start, start + count)
          .split(from)
          .join(to) +
        b.text.slice(start + count);
      return b;
    },
    'string ToString()': (b: B) => b.text,
    'string ToString(int startIndex, int length)': (b: B, start: number, length: number) =>
      b.text.slice(start, start + length),
    'char get_Chars(int index)': (b: B, index: number) => b.text[index],
    'char get_Item(int index)': charAt,
    'char Item(int index)': charAt,
    'void set_Item(int index, char value)': (b: B, index: number, c: string) =>
      void (b.text = b.text.slice(0, index) + c + b.text.slice(index + 1)),
  };
}
function charAt(b: B, index: number): string {
  if (index < 0 || index >= b.text.length)
    throw new DotNetException('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
  return b.text[index]!;
}
function replace(b: B, from: string, to: string): B {
  if (from === '')
    throw new DotNetException(
      'System.ArgumentException',
      "The value cannot be an empty string. (Parameter 'oldValue')",
    );
  b.text = b.text.split(from).join(to ?? '');
  return b;
}

/** Reads a text line by line; StreamReader holds the decoded file. */
export class TextReader {
  private at = 0;
  constructor(
    private readonly text: string,
    readonly typeName: string,
  ) {}
  get psType(): PSType {
    return knownType(this.typeName);
  }
  get ended(): boolean {
    return this.at >= this.text.length;
  }
  readLine(): string | null {
    if (this.ended) return null;
    const rest = /^([^\r\n]*)(\r\n|\r|\n|$)/.exec(this.text.slice(this.at))!;
    this.at += rest[0].length;
    return rest[1]!;
  }
  readToEnd(): string {
    const rest = this.text.slice(this.at);
    this.at = this.text.length;
    return rest;
  }
  read(advance: boolean): number {
    const code = this.ended ? -1 : this.text.charCodeAt(this.at);
    if (advance) this.at++;
    return code;
  }
}
/** Collects text; StreamWriter writes it out when flushed. */
export class TextWriter {
  text = '';
  autoFlush = false;
  constructor(
    readonly typeName: string,
    private readonly store?: (text: string) => void,
  ) {}
  get psType(): PSType {
    return knownType(this.typeName);
  }
  write(text: string): void {
    this.text += text;
  }
  flush(): void {
    if (this.store && this.text !== '') {
      this.store(this.text);
      this.text = '';
    }
  }
  toString(): string {
    return this.store ? this.typeName : this.text;
  }
}

export function readerMembers(): Pick<TypeSpec, 'methods' | 'properties'> {
  return {
    properties: { 'bool EndOfStream': (r: TextReader) => r.ended },
    methods: {
      'string ReadLine()': (r: TextReader) => r.readLine(),
      'string ReadToEnd()': (r: TextReader) => r.readToEnd(),
      'int Read()': (r: TextReader) => r.read(true),
      'int Peek()': (r: TextReader) => r.read(false),
      'void Close()': () => undefined,
      'void Dispose()': () => undefined,
    },
  };
}
export function writerMembers(): Pick<TypeSpec, 'methods' | 'properties'> {
  const shown = (value: Value): string => formatValue(value, null, currentCulture());
  return {
    properties: {
      'bool AutoFlush': {
        get: (w: TextWriter) => w.autoFlush,
        set: (w: TextWriter, value: boolean) => void (w.autoFlush = value),
      },
      'string NewLine': () => '\n',
    },
    methods: {
      'void Write(System.Object value)': (w: TextWriter, value: Value) => w.write(shown(value)),
      'void Write(string format, params System.Object[] arg)': (w: TextWriter, format: string, args: Value[]) =>
        w.write(args.length === 0 ? format : formatComposite(format, args, currentCulture())),
      'void WriteLine()': (w: TextWriter) => w.write('\n'),
      'void WriteLine(System.Object value)': (w: TextWriter, value: Value) => w.write(`${shown(value)}\n`),
      'void WriteLine(string format, params System.Object[] arg)': (w: TextWriter, format: string, args: Value[]) =>
        w.write(`${args.length === 0 ? format : formatComposite(format, args, currentCulture())}\n`),
      'void Flush()': (w: TextWriter) => w.flush(),
      'void Close()': (w: TextWriter) => w.flush(),
      'void Dispose()': (w: TextWriter) => w.flush(),
      'string ToString()': (w: TextWriter) => w.toString(),
    },
  };
}

export function textTypes(): TypeSpec[] {
  const negative = (capacity: number): void => {
    if (capacity < 0)
      throw new DotNetException(
        'System.ArgumentOutOfRangeException',
        `capacity ('${capacity}') must be a non-negative value. (Parameter 'capacity')\nActual value was ${capacity}.`,
        { properties: { ParamName: 'capacity' } },
      );
  };
  return [
    {
      name: 'System.Text.StringBuilder',
      interfaces: ['System.Runtime.Serialization.ISerializable'],
      constructors: {
        '()': () => new StringBuilder(),
        '(int capacity)': (capacity: number) => {
          negative(capacity);
          return new StringBuilder('', capacity);
        },
        '(string value)': (text: string) => new StringBuilder(text),
        '(string value, int capacity)': (text: string, capacity: number) => new StringBuilder(text, capacity),
        '(int capacity, int maxCapacity)': (capacity: number) => new StringBuilder('', capacity),
      },
      properties: {
        'int Capacity': { get: (b: B) => b.capacity, set: (b: B, value: number) => void (b.capacity = value) },
        'int MaxCapacity': () => 2147483647,
        'int Length': { get: (b: B) => b.text.length, set: setLength },
      },
      methods: builderMethods(),
    },
    {
      name: 'System.IO.StringReader',
      base: 'System.IO.TextReader',
      interfaces: ['System.IDisposable'],
      constructors: { '(string s)': (text: string) => new TextReader(text, 'System.IO.StringReader') },
      ...readerMembers(),
    },
    {
      name: 'System.IO.StringWriter',
      base: 'System.IO.TextWriter',
      interfaces: ['System.IDisposable'],
      constructors: { '()': () => new TextWriter('System.IO.StringWriter') },
      ...writerMembers(),
    },
    ...encodingTypes(),
  ];
}
