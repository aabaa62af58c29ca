// The -Filter language of the queue and recipient cmdlets (OPATH): property -operator value, -and, -or, -not, parentheses.
// Operators and their properties: facts/transport 1.4, 1.5 and 1.7; the braces of a script block may stand around it.

export type FilterOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'like' | 'notlike';

export type FilterNode =
  | { kind: 'and' | 'or'; left: FilterNode; right: FilterNode }
  | { kind: 'not'; operand: FilterNode }
  | { kind: 'comparison'; property: string; operator: FilterOperator; value: FilterValue };

/** Text as written, or what $true, $false, $null and a variable stand for. */
export type FilterValue = { text: string; quoted: boolean } | { constant: boolean | null } | { variable: string };

/** Thrown for a filter that cannot be read; `position` counts from 1. */
export class FilterSyntaxError {
  constructor(
    readonly message: string,
    readonly position: number,
  ) {}
}

const operators: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'like', 'notlike'];

type Token =
  | { kind: 'operator' | 'word' | 'string' | 'variable'; text: string; position: number }
  | { kind: '(' | ')' | 'end'; text: string; position: number };

const tokenPattern =
  /\s*(?:([()])|-([a-z]+)(?![\w.])|'((?:[^']|'')*)'|"((?:[^"`]|""|`.)*)"|\$(?:\{([^}]*)\}|([\w:.]+))|([^\s()'"]+))/giy;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  let end = 0;
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    end = tokenPattern.lastIndex;
    const position = end - match[0].trimStart().length + 1;
    const [, paren, operator, single, double, braced, variable, word] = match;
    if (paren) tokens.push({ kind: paren as '(' | ')', text: paren, position });
    else if (operator) tokens.push({ kind: 'operator', text: operator.toLowerCase(), position });
    else if (single !== undefined) tokens.push({ kind: 'string', text: single.replaceAll("''", "'"), position });
    else if (double !== undefined) tokens.push({ kind: 'string', text: unescapeDouble(double), position });
    else if (braced !== undefined || variable !== undefined)
      tokens.push({ kind: 'variable', text: braced ?? variable ?? '', position });
    else tokens.push({ kind: 'word', text: word ?? '', position });
  }
  if (text.slice(end).trim() !== '') throw new FilterSyntaxError('The string is missing the terminator.', end + 1);
  tokens.push({ kind: 'end', text: '', position: text.length + 1 });
  return tokens;
}

function unescapeDouble(text: string): string {
  return text.replaceAll('""', '"').replace(/`(.)/g, '$1');
}

class FilterParser {
  readonly #tokens: Token[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }
  get #token(): Token {
    return this.#tokens[this.#next]!;
  }
  #take(): Token {
    return this.#tokens[this.#next++]!;
  }
  #is(kind: Token['kind']): boolean {
    return this.#token.kind === kind;
  }
  #isOperator(text: string): boolean {
    return this.#token.kind === 'operator' && this.#token.text === text;
  }
  #fail(message: string): never {
    throw new FilterSyntaxError(message, this.#token.position);
  }

  parse(): FilterNode {
    const node = this.#or();
    if (this.#token.kind !== 'end') this.#fail(`Unexpected token '${this.#token.text}'.`);
    return node;
  }
  /** -and and -or have the same precedence in PowerShell: from left to right. */
  #or(): FilterNode {
    let left = this.#unary();
    while (this.#isOperator('and') || this.#isOperator('or')) {
      const kind = this.#take().text as 'and' | 'or';
      left = { kind, left, right: this.#unary() };
    }
    return left;
  }
  #unary(): FilterNode {
    if (this.#isOperator('not') || (this.#token.kind === 'word' && this.#token.text === '!')) {
      this.#take();
      return { kind: 'not', operand: this.#unary() };
    }
    if (this.#token.kind !== '(') return this.#comparison();
    this.#take();
    const inner = this.#or();
    if (!this.#is(')')) this.#fail("Missing ')' in the filter.");
    this.#take();
    return inner;
  }
  #comparison(): FilterNode {
    if (this.#token.kind !== 'word') this.#fail('A property name was expected.');
    const property = this.#take().text;
    const operator = this.#token.text;
    if (!this.#is('operator') || !operators.includes(operator))
      this.#fail(`An operator was expected after "${property}".`);
    this.#take();
    return { kind: 'comparison', property, operator: operator as FilterOperator, value: this.#value() };
  }
  #value(): FilterValue {
    const token = this.#token;
    if (token.kind === 'operator' && /^\d/.test(token.text)) this.#fail('A value was expected.');
    if (token.kind !== 'string' && token.kind !== 'word' && token.kind !== 'variable')
      this.#fail('A value was expected.');
    this.#take();
    if (token.kind !== 'variable') return { text: token.text, quoted: token.kind === 'string' };
    const name = token.text.toLowerCase();
    if (name === 'true' || name === 'false') return { constant: name === 'true' };
    return name === 'null' ? { constant: null } : { variable: token.text };
  }
}

/** Throws FilterSyntaxError. */
export function parseFilter(text: string): FilterNode {
  const inner = /^\s*\{([\s\S]*)\}\s*$/.exec(text)?.[1] ?? text;
  return new FilterParser(inner).parse();
}
