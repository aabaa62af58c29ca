// Objects to lines of comma-separated values, for ConvertTo-Csv and Export-Csv.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { getMember, listMembers, typeNames } from '../../../../src/runtime/members.ts';
import { isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import { dotNetText } from '../../../../src/runtime/types/object-text.ts';
import { PSChar, type Value } from '../../../../src/runtime/values.ts';

/** -Delimiter, or the list separator of the culture with -UseCulture. */
export function delimiterOf(cmdlet: CmdletContext): string {
  const given = cmdlet.args.Delimiter as Value;
  if (given instanceof PSChar) return String.fromCharCode(given.code);
  if (typeof given === 'string' && given !== '') return given;
  return cmdlet.args.UseCulture && LIST_SEPARATORS_SEMICOLON.test(cmdlet.host.culture) ? ';' : ',';
}
/** Cultures whose decimal comma makes the semicolon their list separator. */
const LIST_SEPARATORS_SEMICOLON = /^(de|fr|es|it|pt|nl|pl|ru|sv|da|nb|nn|fi|cs|tr|hu|el|ro|uk|sk|sl|hr|bg)\b/i;

/** -UseQuotes and -QuoteFields exclude one another. */
export function checkQuoting(cmdlet: CmdletContext): void {
  if (!cmdlet.has('UseQuotes') || !cmdlet.has('QuoteFields')) return;
  const message = 'You must specify either the -UseQuotes or -QuoteFields parameters, but not both.';
  cmdlet.fail(
    cmdlet.makeError(
      message,
      'CannotSpecifyQuoteFieldsAndUseQuotes',
      'InvalidData',
      null,
      'System.InvalidOperationException',
    ),
  );
}

export class CsvWriter {
  private readonly delimiter: string;
  private readonly quotes: string;
  private readonly quoteFields: Set<string> | undefined;
  /** Columns, fixed by the first object or by the file that is appended to. */
  names: string[] | undefined;

  constructor(private readonly cmdlet: CmdletContext) {
    this.delimiter = delimiterOf(cmdlet);
    this.quotes = String(cmdlet.args.UseQuotes ?? 'Always');
    const fields = cmdlet.args.QuoteFields as string[] | undefined;
    this.quoteFields = fields && new Set(fields.map((field) => field.toLowerCase()));
  }

  /** Names of an object's columns. */
  namesOf(value: Value): string[] {
    if (isDictionary(value)) return [...value.entries()].map(([key]) => dotNetText(key));
    return listMembers(value, { propertiesOnly: true })
      .filter((member) => !member.hidden)
      .map((member) => member.name);
  }

  typeLine(value: Value): string {
    const name = typeNames(value)[0] ?? 'System.Object';
    return `#TYPE ${name.replace(/^(Selected|CSV:)\./, '')}`;
  }

  header(): string {
    return this.names!.map((name) => this.field(name, name)).join(this.delimiter);
  }

  line(value: Value): string {
    const cells: string[] = [];
    for (const name of this.names!) cells.push(this.cell(name, propertyValue(value, name)));
    return cells.join(this.delimiter);
  }

  private cell(name: string, value: Value): string {
    return value === null || value === undefined ? '' : this.field(name, dotNetText(value));
  }

  private field(name: string, text: string): string {
    if (this.quoteFields) return this.quoteFields.has(name.toLowerCase()) ? quoted(text) : text;
    if (this.quotes === 'Always') return quoted(text);
    return this.quotes === 'AsNeeded' && this.needsQuotes(text) ? quoted(text) : text;
  }
  private needsQuotes(text: string): boolean {
    return text.includes(this.delimiter) || /["\r\n]/.test(text);
  }

  /** The lines for one object; the first object brings the header. */
  lines(value: Value): string[] {
    const lines: string[] = [];
    if (this.names === undefined) {
      this.names = this.namesOf(value);
      if (this.names.length > 0) {
        if (this.cmdlet.args.IncludeTypeInformation) lines.push(this.typeLine(value));
        if (!this.cmdlet.args.NoHeader) lines.push(this.header());
      }
    }
    if (this.names.length > 0) lines.push(this.line(value));
    return lines;
  }
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A getter that fails leaves its column empty. */
function propertyValue(value: Value, name: string): Value {
  if (isDictionary(value) && value.has(name)) return value.get(name);
  try {
    return getMember(value, name);
  } catch (error) {
    if (error instanceof DotNetException) return null;
    throw error;
  }
}
