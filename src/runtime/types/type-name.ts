// Type names as text: `System.Collections.Generic.Dictionary[string,int]`, `List`1[[System.Int32, mscorlib]]`, `int[,]`.

export interface ParsedTypeName {
  name: string;
  args: ParsedTypeName[];
  /** One rank a bracket pair. */
  ranks: number[];
}

/** Undefined for text that is no type name. */
export function parseTypeName(text: string): ParsedTypeName | undefined {
  const reader = { text, at: 0 };
  const parsed = readName(reader, false);
  skipSpace(reader);
  if (!parsed) return undefined;
  // An assembly name may follow.
  return reader.at >= text.length || text[reader.at] === ',' ? parsed : undefined;
}

interface Reader {
  text: string;
  at: number;
}

function skipSpace(reader: Reader): void {
  while (reader.text[reader.at] === ' ') reader.at++;
}

function readName(reader: Reader, assemblyQualified: boolean): ParsedTypeName | undefined {
  skipSpace(reader);
  const match = /^[\p{L}_][\p{L}\p{N}_.+`]*/u.exec(reader.text.slice(reader.at));
  if (!match) return undefined;
  reader.at += match[0].length;
  const parsed: ParsedTypeName = { name: match[0], args: [], ranks: [] };
  skipSpace(reader);
  while (reader.text[reader.at] === '[') {
    const rank = /^\[\s*((?:,\s*)*)\]/.exec(reader.text.slice(reader.at));
    if (rank) {
      parsed.ranks.push(rank[1]!.replace(/\s/g, '').length + 1);
      reader.at += rank[0].length;
    } else if (!readArguments(reader, parsed)) return undefined;
    skipSpace(reader);
  }
  if (assemblyQualified && reader.text[reader.at] === ',') {
    while (reader.at < reader.text.length && reader.text[reader.at] !== ']') reader.at++;
  }
  return parsed;
}

function readArguments(reader: Reader, parsed: ParsedTypeName): boolean {
  reader.at++;
  for (;;) {
    skipSpace(reader);
    const bracketed = reader.text[reader.at] === '[';
    if (bracketed) reader.at++;
    const argument = readName(reader, bracketed);
    if (!argument) return false;
    parsed.args.push(argument);
    skipSpace(reader);
    if (bracketed) {
      if (reader.text[reader.at] !== ']') return false;
      reader.at++;
      skipSpace(reader);
    }
    const next = reader.text[reader.at++];
    if (next === ']') return true;
    if (next !== ',') return false;
  }
}
