// Comma-separated values to objects, for ConvertFrom-Csv and Import-Csv.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { PSObject } from '../../../../src/runtime/values.ts';

/** Splits a text into records of fields. A delimiter at the end of a record starts no further field. */
export class CsvParser {
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The rest of the current line as it is, without moving on. */
  peekLine(): string {
    const end = this.text.slice(this.position).search(/[\r\n]/);
    return end < 0 ? this.text.slice(this.position) : this.text.slice(this.position, this.position + end);
  }
  skipLine(): void {
    this.position += this.peekLine().length;
    this.skipLineEnd();
  }
  private skipLineEnd(): boolean {
    const c = this.text[this.position];
    if (c === '\r' && this.text[this.position + 1] === '\n') this.position += 2;
    else if (c === '\r' || c === '\n') this.position++;
    else return false;
    return true;
  }

  /** The next record. Blanks before a field do not belong to it. */
  record(): string[] {
    const fields: string[] = [];
    for (;;) {
      this.skipBlanks();
      const c = this.text[this.position];
      fields.push(c === '"' && this.delimiter !== '"' ? this.quotedField() : this.plainField());
      if (this.text[this.position] === this.delimiter) {
        this.position++;
        if (this.atEnd || this.skipLineEnd()) return fields;
        continue;
      }
      this.skipLineEnd();
      return fields;
    }
  }
  private skipBlanks(): void {
    for (;;) {
      const c = this.text[this.position];
      if ((c !== ' ' && c !== '\t') || c === this.delimiter) return;
      this.position++;
    }
  }
  private plainField(): string {
    const start = this.position;
    while (!this.atEnd) {
      const c = this.text[this.position]!;
      if (c === this.delimiter || c === '\n' || c === '\r') break;
      this.position++;
    }
    return this.text.slice(start, this.position);
  }
  private quotedField(): string {
    let field = '';
    this.position++;
    for (;;) {
      const end = this.text.indexOf('"', this.position);
      if (end < 0) {
        field += this.text.slice(this.position);
        this.position = this.text.length;
        return field;
      }
      field += this.text.slice(this.position, end);
      this.position = end + 1;
      if (this.text[this.position] !== '"') break;
      field += '"';
      this.position++;
    }
    // Text between the closing quote and the delimiter belongs to the field, blanks at its end do not.
    return field + this.plainField().trimEnd();
  }
}

function isBlank(record: string[]): boolean {
  return record.length === 1 && record[0] === '';
}

/** Column names and type are kept from text to text: each pipeline string of ConvertFrom-Csv is a text of its own. */
export class CsvReader {
  private names: string[] | undefined;
  private typeName: string | undefined;
  private readonly delimiter: string;

  constructor(
    private readonly cmdlet: CmdletContext,
    delimiter: string,
    header: string[] | undefined,
  ) {
    this.delimiter = delimiter;
    if (header && header.length > 0) this.names = this.complete(header);
  }

  /** Writes the objects that a text holds. */
  read(text: string): void {
    const parser = new CsvParser(text, this.delimiter);
    // The first line of a text may name the type; any other comment there is skipped.
    const first = parser.peekLine();
    if (first.startsWith('#')) {
      if (/^#TYPE/i.test(first)) this.typeName = first.slice(5).trim() || undefined;
      parser.skipLine();
    }
    while (!parser.atEnd) {
      this.cmdlet.checkInterrupt();
      if (this.names === undefined) this.readHeader(parser);
      else {
        const record = parser.record();
        if (!isBlank(record)) this.cmdlet.write(this.object(record));
      }
    }
  }

  /** The line with the names; in logs of the W3C form it begins with `#Fields: `. */
  private readHeader(parser: CsvParser): void {
    const line = parser.peekLine();
    const fields = line.startsWith('#Fields: ');
    if (line.startsWith('#') && !fields) return parser.skipLine();
    const record = parser.record();
    if (fields) record[0] = record[0]!.slice('#Fields: '.length);
    if (line.trim() !== '') this.names = this.complete(record);
  }

  /** Missing names become H1, H2 …, with a warning. */
  private complete(record: string[]): string[] {
    let number = 1;
    let missing = false;
    const names = record.map((name) => {
      if (name !== '') return name;
      missing = true;
      return `H${number++}`;
    });
    if (missing) {
      this.cmdlet.warning(
        'One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.',
      );
    }
    return names;
  }

  private object(record: string[]): PSObject {
    const object = new PSObject(this.typeName === undefined ? undefined : [this.typeName, `CSV:${this.typeName}`]);
    const names = this.names!;
    for (let i = 0; i < names.length; i++) {
      const key = names[i]!.toLowerCase();
      if (object.members.has(key)) throw duplicateName(names[i]!);
      object.members.set(key, { kind: 'NoteProperty', name: names[i]!, value: record[i] ?? null });
    }
    return object;
  }
}

function duplicateName(name: string): DotNetException {
  return new DotNetException(
    'System.Management.Automation.ExtendedTypeSystemException',
    `The member "${name}" is already present.`,
    {
      errorId: 'AlreadyPresentPSMemberInfoInternalCollectionAdd',
      category: 'NotSpecified',
    },
  );
}
