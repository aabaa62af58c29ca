// Filters of recipients (OPATH): `((RecipientType -eq 'UserMailbox') -and -not(Department -like 'S*'))`. Dynamic groups, address
// policies and -Filter of the recipient cmdlets ask them. A text becomes a test once; letter case never counts.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import { WorldError } from '../world-error.ts';
import { recipientType, recipientTypeDetails } from './recipient-types.ts';

type Test = (object: ConfigObject) => boolean;

interface Token {
  kind: 'word' | 'text' | 'operator' | '(' | ')';
  text: string;
}

const tokenPattern = /\s*(?:([()])|-([a-z]+)(?![\w.])|'((?:[^']|'')*)'|"((?:[^"])*)"|([^\s()'"]+))/giy;

function tokenize(filter: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  let end = 0;
  for (let match = tokenPattern.exec(filter); match !== null; match = tokenPattern.exec(filter)) {
    end = tokenPattern.lastIndex;
    const [, paren, operator, single, double, word] = match;
    if (paren !== undefined) tokens.push({ kind: paren as '(' | ')', text: paren });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator.toLowerCase() });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'text', text: single?.replaceAll("''", "'") ?? double ?? '' });
  }
  if (filter.slice(end).trim() !== '') throw invalid(filter);
  return tokens;
}

const invalid = (filter: string): WorldError =>
  new WorldError('InvalidValue', `The recipient filter "${filter}" isn't valid.`, { value: filter });

/** Values of a property by its name: of the object, or what the product derives. Lists give several. */
export function filterValues(object: ConfigObject, name: string): string[] {
  const key = name.toLowerCase();
  switch (key) {
    case 'recipienttype':
      return [recipientType(object)];
    case 'recipienttypedetails':
    case 'recipienttypedetailsvalue':
      return [recipientTypeDetails(object)];
    case 'name':
    case 'cn':
      return [object.name];
    case 'guid':
      return [object.guid];
    case 'distinguishedname':
      return [object.distinguishedName];
    case 'identity':
      return [object.identity];
    default: {
      const properties = object.properties as Record<string, unknown>;
      if (name in properties) return texts(properties[name]);
      for (const each in properties) if (each.toLowerCase() === key) return texts(properties[each]);
      return [];
    }
  }
}

function texts(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** `*` stands for any text. */
export function fitsPattern(text: string, pattern: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'is').test(text);
}

const equal = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function order(left: string, right: string): number {
  const numbers = [Number(left), Number(right)] as const;
  if (!Number.isNaN(numbers[0]) && !Number.isNaN(numbers[1])) return numbers[0] - numbers[1];
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparison(name: string, operator: string, value: Token): Test | undefined {
  const empty = value.kind === 'word' && /^\$null$/i.test(value.text);
  const wanted = value.kind === 'word' ? value.text.replace(/^\$(?=(true|false)$)/i, '') : value.text;
  const some = (test: (actual: string) => boolean): Test => {
    return (object) => filterValues(object, name).some(test);
  };
  const none = (test: Test): Test => {
    return (object) => !test(object);
  };
  const isEmpty: Test = (object) => filterValues(object, name).length === 0;
  switch (operator) {
    case 'eq':
      return empty ? isEmpty : some((actual) => equal(actual, wanted));
    case 'ne':
      return none(empty ? isEmpty : some((actual) => equal(actual, wanted)));
    case 'like':
      return some((actual) => fitsPattern(actual, wanted));
    case 'notlike':
      return none(some((actual) => fitsPattern(actual, wanted)));
    case 'gt':
      return some((actual) => order(actual, wanted) > 0);
    case 'ge':
      return some((actual) => order(actual, wanted) >= 0);
    case 'lt':
      return some((actual) => order(actual, wanted) < 0);
    case 'le':
      return some((actual) => order(actual, wanted) <= 0);
    default:
      return undefined;
  }
}

class Parser {
  private next = 0;
  private readonly tokens: Token[];

  constructor(private readonly filter: string) {
    this.tokens = tokenize(filter);
  }

  parse(): Test {
    const test = this.either();
    if (this.next < this.tokens.length) throw invalid(this.filter);
    return test;
  }

  private accepts(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== kind || token.text !== text) return false;
    this.next += 1;
    return true;
  }

  private either(): Test {
    let test = this.both();
    while (this.accepts('operator', 'or')) {
      const left = test;
      const right = this.both();
      test = (object) => left(object) || right(object);
    }
    return test;
  }

  private both(): Test {
    let test = this.single();
    while (this.accepts('operator', 'and')) {
      const left = test;
      const right = this.single();
      test = (object) => left(object) && right(object);
    }
    return test;
  }

  private single(): Test {
    if (this.accepts('operator', 'not')) {
      const test = this.single();
      return (object) => !test(object);
    }
    if (this.accepts('(', '(')) {
      const test = this.either();
      if (!this.accepts(')', ')')) throw invalid(this.filter);
      return test;
    }
    const [name, operator, value] = this.tokens.slice(this.next, this.next + 3);
    this.next += 3;
    const test =
      name?.kind === 'word' && operator?.kind === 'operator' && (value?.kind === 'word' || value?.kind === 'text')
        ? comparison(name.text, operator.text, value)
        : undefined;
    if (test === undefined) throw invalid(this.filter);
    return test;
  }
}

const compiled = new Map<string, Test>();
const maxCompiled = 200;

/** The test that a filter stands for; the braces of a script block may stand around it. Throws WorldError for a bad one. */
export function recipientFilter(filter: string): Test {
  let test = compiled.get(filter);
  if (test === undefined) {
    const text = filter.trim().replace(/^\{([\s\S]*)\}$/, '$1');
    test = text.trim() === '' ? () => false : new Parser(text).parse();
    if (compiled.size >= maxCompiled) compiled.clear();
    compiled.set(filter, test);
  }
  return test;
}
