// ConvertTo-Csv.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { CsvWriter, checkQuoting } from './shared/csv-writer.ts';

export default defineCmdlet({
  name: 'ConvertTo-Csv',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Converts objects to lines of comma-separated values.',
  parameters: {
    InputObject: {
      type: 'psobject',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The objects, usually from the pipeline.',
    },
    Delimiter: {
      type: 'char',
      position: 1,
      sets: 'Delimiter',
      validate: [{ kind: 'notNull' }],
      help: 'Text between the parts.',
    },
    UseCulture: { type: 'switch', sets: 'UseCulture', help: 'Takes the list separator of the culture.' },
    IncludeTypeInformation: { type: 'switch', aliases: ['ITI'], help: 'Writes a first line with the type.' },
    NoTypeInformation: { type: 'switch', aliases: ['NTI'], help: 'Leaves out type information, as is the default.' },
    QuoteFields: { type: 'string[]', aliases: ['QF'], help: 'Columns to put into quotes.' },
    UseQuotes: {
      type: 'enum',
      values: ['Never', 'Always', 'AsNeeded'],
      enumName: 'Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind',
      aliases: ['UQ'],
      help: 'When fields are put into quotes: Always, AsNeeded or Never.',
    },
    NoHeader: { type: 'switch', help: 'Leaves out the line with the column names.' },
  },
  defaultSet: 'Delimiter',
  outputs: ['System.String'],
  examples: [
    { script: "[pscustomobject]@{ Name = 'EX01'; Port = 25 } | ConvertTo-Csv", output: '"Name","Port"\n"EX01","25"' },
  ],
  create: (cmdlet) => {
    const writer = new CsvWriter(cmdlet);
    return {
      begin: () => checkQuoting(cmdlet),
      process() {
        cmdlet.writeAll(writer.lines(cmdlet.args.InputObject));
      },
    };
  },
});
