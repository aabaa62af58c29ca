// Variables, with their type and what they are for; `@name` for splatting, `$env:name` for the environment.

import type { Variable } from '../../language/ast.ts';
import type { CompletionContext } from '../../language/completion-context.ts';
import { visit } from '../../language/visit.ts';
import type { Engine } from '../engine.ts';
import { beginning, CompletionMatch, compareNames } from './completion-match.ts';
import type { Inference } from './infer-expression.ts';
import { typeLabel } from './shape.ts';

const SCOPES = new Set(['global', 'local', 'script', 'private', 'using', 'variable']);

export function variableMatches(inference: Inference, context: CompletionContext): CompletionMatch[] {
  const { engine } = inference;
  const mark = context.splatted ? '@' : '$';
  const colon = context.text.indexOf(':');
  const prefix = colon < 0 ? '' : context.text.slice(0, colon);
  const word = context.text.slice(colon + 1);
  if (prefix.toLowerCase() === 'env') return environmentMatches(engine, word, `${mark}${prefix}:`, '');
  if (prefix !== '' && !SCOPES.has(prefix.toLowerCase())) return [];
  const written = prefix === '' ? mark : `${mark}${prefix}:`;
  const found = [...assignedNames(inference, word), ...engine.variables.list().map(({ name }) => name)];
  const matches = unique(found)
    .filter(beginning(word))
    .sort(compareNames)
    .map((name) => variableMatch(engine, name, written, mark));
  if (prefix !== '' || context.splatted || word === '') return matches;
  return [...matches, ...environmentMatches(engine, word.replace(/^e(n(v)?)?$/i, ''), `${mark}env:`, word)];
}

function unique(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

function variableMatch(engine: Engine, name: string, written: string, mark: string): CompletionMatch {
  const isPlain = /^[\w?]+$/.test(name);
  const text = isPlain ? `${written}${name}` : `${mark}{${written.slice(1)}${name}}`;
  const variable = engine.variables.list().find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!variable) return new CompletionMatch(text, name, 'Variable', `$${name}`);
  const type = typeLabel(variable.value);
  const purpose = variable.description === '' ? '' : ` - ${variable.description}`;
  return new CompletionMatch(text, name, 'Variable', `${type === '' ? '' : `[${type}]`}$${name}${purpose}`);
}

/** Variables that the text itself assigns, though nothing has run yet. */
function assignedNames({ root, cursor }: Inference, word: string): string[] {
  const names: string[] = [];
  const add = (node: Variable): void => {
    if (node.end < cursor && node.scope === undefined && node.name !== word) names.push(node.name);
  };
  visit(root, (node) => {
    if (node.kind === 'Assignment') {
      const { left } = node;
      if (left.kind === 'Variable') add(left);
      else if (left.kind === 'Convert' && left.operand.kind === 'Variable') add(left.operand);
    } else if (node.kind === 'ForEach' || node.kind === 'Parameter') add(node.variable);
    return undefined;
  });
  return names;
}

/** `shown`: what begins the list's text when the drive was not typed. */
function environmentMatches(engine: Engine, word: string, written: string, typed: string): CompletionMatch[] {
  if (typed !== '' && !'env:'.startsWith(typed.toLowerCase())) return [];
  const fits = beginning(typed === '' ? word : '');
  return [...engine.host.environment.keys()]
    .filter(fits)
    .sort(compareNames)
    .map((name) => {
      const label = typed === '' ? name : `env:${name}`;
      return new CompletionMatch(`${written}${name}`, label, 'Variable', typed === '' ? name : `[string]env:${name}`);
    });
}
