// Operators, with a line about each (about_Operators).

import { beginning, CompletionMatch, compareNames } from './completion-match.ts';

const comparisons: Record<string, string> = {
  eq: 'Equal to',
  ne: 'Not equal to',
  gt: 'Greater than',
  ge: 'Greater than or equal to',
  lt: 'Less than',
  le: 'Less than or equal to',
  like: 'Fits a wildcard pattern',
  notlike: 'Does not fit a wildcard pattern',
  match: 'Fits a regular expression',
  notmatch: 'Does not fit a regular expression',
  contains: 'The list on the left has the value',
  notcontains: 'The list on the left does not have the value',
  in: 'The value is in the list on the right',
  notin: 'The value is not in the list on the right',
  replace: 'Replaces what fits a regular expression',
  split: 'Splits at what fits a regular expression',
};

const others: Record<string, string> = {
  and: 'True when both sides are',
  or: 'True when one side is',
  xor: 'True when exactly one side is',
  not: 'The opposite',
  band: 'Bitwise AND',
  bor: 'Bitwise OR',
  bxor: 'Bitwise exclusive OR',
  bnot: 'Bitwise NOT',
  shl: 'Shifts bits to the left',
  shr: 'Shifts bits to the right',
  is: 'Whether it has the type',
  isnot: 'Whether it does not have the type',
  as: 'Converts to a type, or gives nothing',
  join: 'Joins a list to one text',
  f: 'Formats values by a pattern',
};

function all(): Map<string, string> {
  const operators = new Map(Object.entries(others));
  for (const [name, text] of Object.entries(comparisons)) {
    operators.set(name, `${text} - case insensitive`);
    operators.set(`i${name}`, `${text} - case insensitive`);
    operators.set(`c${name}`, `${text} - case sensitive`);
  }
  return operators;
}

export function operatorMatches(word: string): CompletionMatch[] {
  const fits = beginning(word);
  return [...all()]
    .filter(([name]) => fits(name))
    .sort(([a], [b]) => compareNames(a, b))
    .map(([name, text]) => new CompletionMatch(`-${name}`, name, 'ParameterName', text));
}
