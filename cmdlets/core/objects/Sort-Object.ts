// Sort-Object.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toBool } from '../../../src/runtime/convert.ts';
import { PropertyExpression } from '../../../src/runtime/property-expression.ts';
import { KEYS, type PropertyParameter, parseProperties } from '../../../src/runtime/property-parameters.ts';
import { defaultKeyProperties } from '../../../src/runtime/type-data.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { comparer, type Keyed, keyed, orderKeys } from './shared/object-order.ts';

const MAX = 2147483647;

export default defineCmdlet({
  name: 'Sort-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['sort'],
  synopsis: 'Puts objects in order.',
  defaultSet: 'Default',
  parameters: {
    Stable: { type: 'switch', sets: 'Default', help: 'Keeps the order of objects that are alike; always so here.' },
    Descending: { type: 'switch', help: 'Largest first.' },
    Unique: { type: 'switch', help: 'Only one of objects that are alike.' },
    Top: {
      type: 'int',
      mandatory: true,
      sets: 'Top',
      validate: [{ kind: 'range', min: 1, max: MAX }],
      help: 'Only that many from the beginning of the order.',
    },
    Bottom: {
      type: 'int',
      mandatory: true,
      sets: 'Bottom',
      validate: [{ kind: 'range', min: 1, max: MAX }],
      help: 'Only that many from the end of the order.',
    },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to sort.' },
    Culture: { type: 'string', help: 'Culture whose order of letters is used.' },
    CaseSensitive: { type: 'switch', help: 'Tells capitals from small letters.' },
    Property: {
      type: 'object[]',
      position: 0,
      help: 'What to sort by: names, script blocks, or hashtables with Expression and Descending or Ascending.',
    },
  },
  examples: [
    { script: '3, 1, 2 | Sort-Object', output: '1\n2\n3' },
    { script: "'EX10', 'EX2' | Sort-Object Length -Descending", output: 'EX10\nEX2' },
  ],
  create: (cmdlet) => sortRun(cmdlet),
});

function sortRun(cmdlet: CmdletContext): CmdletRun {
  const items: Value[] = [];
  return {
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input !== null && input !== undefined) items.push(input);
    },
    end() {
      cmdlet.writeAll(sorted(cmdlet, items));
    },
  };
}

function sorted(cmdlet: CmdletContext, items: Value[]): Value[] {
  const { args } = cmdlet;
  const parameters = expanded(parseProperties(cmdlet, (args.Property as Value[] | undefined) ?? [], KEYS.sort), items);
  const keys = orderKeys(parameters, args.Descending === true);
  const compare = comparer(keys, !toBool(args.CaseSensitive));
  let order: Keyed[] = items.map((value) => keyed(value, keys, cmdlet));
  order.sort(compare);
  if (args.Unique) order = order.filter((entry, index) => index === 0 || compare(order[index - 1]!, entry) !== 0);
  if (args.Top !== undefined) order = order.slice(0, args.Top as number);
  else if (args.Bottom !== undefined) order = order.slice(Math.max(order.length - (args.Bottom as number), 0));
  return order.map((entry) => entry.value);
}

/** Wildcards are expanded by the first object; without -Property, a type may name its key properties. */
function expanded(parameters: PropertyParameter[], items: readonly Value[]): PropertyParameter[] {
  const first = items[0];
  if (first === undefined) return parameters;
  if (parameters.length === 0) {
    return (defaultKeyProperties(first) ?? []).map((name) => ({
      expression: new PropertyExpression(name),
      source: name,
    }));
  }
  return parameters.flatMap((parameter) => {
    if (!parameter.expression.hasWildcards) return [parameter];
    return parameter.expression.resolveNames(first).map((expression) => ({ ...parameter, expression }));
  });
}
