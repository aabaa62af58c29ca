// Members behind a dot or two colons: properties first, then methods.

import type { CompletionContext } from '../../language/completion-context.ts';
import { toText } from '../convert.ts';
import { type Dictionary, isDictionary } from '../types/collections/hashtable.ts';
import { resolveType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { beginning, byText, CompletionMatch } from './completion-match.ts';
import type { Inference } from './infer-expression.ts';
import { enumerated, type Shape, type ShapeMember, staticShape } from './shape.ts';

export function propertyMatches(shape: Shape | undefined, word: string): CompletionMatch[] {
  const fits = beginning(word);
  return (shape?.members() ?? [])
    .filter(({ name, isMethod }) => !isMethod && fits(name))
    .map(({ name, toolTip }) => new CompletionMatch(quotedMember(name), name, 'Property', toolTip))
    .sort(byText);
}

const quotedMember = (name: string): string =>
  /^[A-Za-z_][\w-]*$/.test(name) && !name.includes('-') ? name : `'${name.replaceAll("'", "''")}'`;

function methodMatch({ name, toolTip }: ShapeMember): CompletionMatch {
  return new CompletionMatch(`${name}(`, name, 'Method', toolTip);
}

const keyNames = (table: Dictionary): string[] => [...table.entries()].map(([key]) => toText(key));

/** Keys of a table are members, too; those that are no plain words stand between quotes. */
function keyMatches(value: Value, fits: (name: string) => boolean): CompletionMatch[] {
  if (!isDictionary(value)) return [];
  return keyNames(value)
    .filter(fits)
    .map((key) => new CompletionMatch(quotedMember(key), key, 'Property', quotedMember(key)));
}

export function memberMatches(inference: Inference, context: CompletionContext): CompletionMatch[] {
  const { target, text } = context;
  if (!target) return [];
  const shape = context.static ? staticOf(context) : inference.expression(target);
  if (!shape) return [];
  const fits = beginning(text);
  const methods = shape.members().filter(({ name, isMethod }) => isMethod && fits(name) && !/^[gs]et_/.test(name));
  // Members of a list's elements work on the list as well.
  const ofElements = context.static ? [] : elementProperties(shape, text);
  const found = [
    ...propertyMatches(shape, text),
    ...ofElements,
    ...methods.map(methodMatch).sort(byText),
    ...(shape.value === undefined ? [] : keyMatches(shape.value, fits)),
  ];
  const seen = new Set<string>();
  return found.filter(({ completionText }) => {
    const key = completionText.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function elementProperties(shape: Shape, text: string): CompletionMatch[] {
  const element = enumerated(shape);
  return element === shape ? [] : propertyMatches(element, text);
}

function staticOf({ target }: CompletionContext): Shape | undefined {
  if (target?.kind !== 'TypeExpression') return undefined;
  const type = resolveType(target.type);
  if (!type) return undefined;
  const shape = staticShape(type);
  if (type.isEnum || type.members.constructors.length === 0) return shape;
  const signatures = type.members.constructors.map(({ definition }) => definition).join('\n');
  const constructor: ShapeMember = { name: 'new', isMethod: true, toolTip: signatures, shape: () => undefined };
  return { members: () => [...shape.members(), constructor] };
}

/** Keys of a table between square brackets: `$table['`. */
export function indexMatches(value: Value, word: string): CompletionMatch[] {
  if (!isDictionary(value)) return [];
  const fits = beginning(word);
  return keyNames(value)
    .filter(fits)
    .map((key) => new CompletionMatch(`'${key.replaceAll("'", "''")}'`, key, 'Property'));
}
