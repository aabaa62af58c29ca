// ConvertFrom-Csv.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { CsvReader } from './shared/csv-reader.ts';
import { delimiterOf } from './shared/csv-writer.ts';

export default defineCmdlet({
  name: 'ConvertFrom-Csv',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes objects from lines of comma-separated values.',
  parameters: {
    Delimiter: {
      type: 'char',
      position: 1,
      sets: 'Delimiter',
      validate: [{ kind: 'notNull' }, { kind: 'notNullOrEmpty' }],
      help: 'Text between the parts.',
    },
    UseCulture: {
      type: 'switch',
      mandatory: true,
      sets: 'UseCulture',
      validate: [{ kind: 'notNull' }, { kind: 'notNullOrEmpty' }],
      help: 'Takes the list separator of the culture.',
    },
    InputObject: {
      type: 'psobject[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The objects, usually from the pipeline.',
    },
    Header: {
      type: 'string[]',
      validate: [{ kind: 'notNull' }, { kind: 'notNullOrEmpty' }],
      help: 'Column names to use instead of the first line.',
    },
  },
  defaultSet: 'Delimiter',
  examples: [{ script: "('Name,Port','EX01,25' | ConvertFrom-Csv).Port", output: '25' }],
  create: (cmdlet) => {
    let reader: CsvReader | undefined;
    return {
      process() {
        reader ??= new CsvReader(cmdlet, delimiterOf(cmdlet), cmdlet.args.Header);
        for (const line of cmdlet.args.InputObject as unknown[]) reader.read(String(line));
      },
    };
  },
});
