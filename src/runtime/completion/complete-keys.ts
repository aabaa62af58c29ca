// Keys of hashtables: those of calculated properties (Select-Object, Sort-Object, Format-Table …), and Add and Remove for
// the lists of Exchange's objects.

import type { Command, Node } from '../../language/ast.ts';
import type { CompletionContext } from '../../language/completion-context.ts';
import { beginning, CompletionMatch } from './completion-match.ts';
import type { Inference } from './infer-expression.ts';
import { commandOf } from './infer-pipeline.ts';

const EXPRESSION = ['Expression', '[scriptblock]\nGives the value.'] as const;
const NAME = ['Name', '[string]\nName of the property that is made.'] as const;
const LABEL = ['Label', '[string]\nHeading of the column.'] as const;
const FORMAT = ['FormatString', '[string]\nHow the value is written.'] as const;
const ADD = ['Add', '[object[]]\nValues that join the list.'] as const;
const REMOVE = ['Remove', '[object[]]\nValues that leave the list.'] as const;

function calculatedKeys(command: string): readonly (readonly [string, string])[] | undefined {
  switch (command) {
    case 'Select-Object':
      return [NAME, EXPRESSION];
    case 'Sort-Object':
      return [EXPRESSION, ['Ascending', '[bool]\nSmallest first.'], ['Descending', '[bool]\nLargest first.']];
    case 'Group-Object':
    case 'Compare-Object':
    case 'Measure-Object':
      return [EXPRESSION];
    case 'Format-Table':
      return [
        EXPRESSION,
        FORMAT,
        LABEL,
        ['Width', '[int]\nWidth of the column.'],
        ['Alignment', "[string]\nOne of 'Left', 'Center' and 'Right'."],
      ];
    case 'Format-List':
      return [EXPRESSION, FORMAT, LABEL];
    case 'Format-Wide':
    case 'Format-Custom':
      return [EXPRESSION, FORMAT];
    case 'ConvertTo-Html':
      return [EXPRESSION, LABEL, FORMAT];
    default:
      // Lists of Exchange objects are changed by tables.
      return /^Set-/.test(command) ? [ADD, REMOVE] : undefined;
  }
}

export function keyMatches(inference: Inference, context: CompletionContext): CompletionMatch[] {
  const { hashtable, text } = context;
  const command = context.command ?? (hashtable && commandAround(inference, hashtable));
  const info = command && commandOf(inference.engine, command);
  const present = new Set(
    hashtable?.entries
      .filter(({ key }) => key.kind === 'StringConstant' && key.end < inference.cursor)
      .map(({ key }) => (key.kind === 'StringConstant' ? key.value.toLowerCase() : '')),
  );
  const keys = info && calculatedKeys(info.name);
  const fits = beginning(text);
  return (keys ?? [])
    .filter(([name]) => fits(name) && !present.has(name.toLowerCase()))
    .map(([name, toolTip]) => new CompletionMatch(name, name, 'Property', toolTip));
}

function commandAround({ parents }: Inference, node: Node): Command | undefined {
  for (let at = parents.get(node); at; at = parents.get(at)) {
    if (at.kind === 'Command') return at;
    if (at.kind === 'Assignment' || at.kind === 'ScriptBlock') return undefined;
  }
  return undefined;
}
