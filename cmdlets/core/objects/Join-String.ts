// Join-String.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { cultureText } from '../../../src/runtime/culture-text.ts';
import { MISSING } from '../../../src/runtime/members.ts';
import { formatOperator } from '../../../src/runtime/operators/strings.ts';
import type { PropertyExpression } from '../../../src/runtime/property-expression.ts';
import { KEYS, parseProperty } from '../../../src/runtime/property-parameters.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Join-String',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes one string of the objects of the pipeline.',
  defaultSet: 'default',
  parameters: {
    Property: { type: 'object', position: 0, help: 'Property whose value is taken: a name or a script block.' },
    Separator: {
      type: 'string',
      position: 1,
      validate: [{ kind: 'allowEmptyString' }],
      help: 'What stands between the parts; $OFS by default.',
    },
    OutputPrefix: { type: 'string', aliases: ['op'], help: 'What stands before everything.' },
    OutputSuffix: { type: 'string', aliases: ['os'], help: 'What stands after everything.' },
    SingleQuote: { type: 'switch', sets: 'SingleQuote', help: 'Puts every part in single quotes.' },
    DoubleQuote: { type: 'switch', sets: 'DoubleQuote', help: 'Puts every part in double quotes.' },
    FormatString: { type: 'string', sets: 'Format', help: 'Format of every part, as -f takes it.' },
    UseCulture: { type: 'switch', help: 'Separates by the list separator of the culture.' },
    InputObject: { type: 'psobject[]', pipeline: 'value', help: 'The objects.' },
  },
  outputs: ['System.String'],
  examples: [{ script: "1..3 | Join-String -Separator ', '", output: '1, 2, 3' }],
  create(cmdlet) {
    const parts: string[] = [];
    const { args } = cmdlet;
    const expression =
      args.Property === undefined || args.Property === null
        ? undefined
        : parseProperty(cmdlet, args.Property as Value, KEYS.expression).expression;
    return {
      process() {
        for (const item of (args.InputObject as Value[] | undefined) ?? []) {
          const value = expression ? partOf(expression, item) : item;
          if (value !== undefined) parts.push(partText(cmdlet, value));
        }
      },
      end() {
        const text = parts.join(separatorOf(cmdlet));
        cmdlet.write(
          `${(args.OutputPrefix as string | undefined) ?? ''}${text}${(args.OutputSuffix as string | undefined) ?? ''}`,
        );
      },
    };
  },
});

function partOf(expression: PropertyExpression, item: Value): Value {
  const value = expression.firstValue(item);
  return value === MISSING ? undefined : (value as Value);
}

function separatorOf(cmdlet: CmdletContext): string {
  if (cmdlet.args.UseCulture) return cmdlet.host.culture.startsWith('de') ? ';' : ',';
  if (cmdlet.has('Separator')) return (cmdlet.args.Separator as string | null) ?? '';
  const ofs = cmdlet.engine.valueOf('ofs');
  return ofs === null || ofs === undefined ? '' : toText(ofs);
}

function partText(cmdlet: CmdletContext, value: Value): string {
  const { args } = cmdlet;
  if (args.FormatString !== undefined) return formatOperator(args.FormatString as string, [value]);
  const text = value === null ? '' : cultureText(value);
  if (args.SingleQuote) return `'${text}'`;
  return args.DoubleQuote ? `"${text}"` : text;
}
