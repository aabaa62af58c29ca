// Import-Csv.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { hasWildcard } from '../../../src/runtime/providers/path-text.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf, type ResolvedPath } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText, type EncodingName, encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { CsvReader } from './shared/csv-reader.ts';
import { delimiterOf } from './shared/csv-writer.ts';

export default defineCmdlet({
  name: 'Import-Csv',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ipcsv'],
  synopsis: 'Reads objects from a file of comma-separated values.',
  parameters: {
    Delimiter: {
      type: 'char',
      position: 1,
      sets: ['DelimiterPath', 'DelimiterLiteralPath'],
      validate: [{ kind: 'notNull' }],
      help: 'Text between the parts.',
    },
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: ['DelimiterPath', 'CulturePath'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Files to read.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: ['DelimiterLiteralPath', 'CultureLiteralPath'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path taken as it is, without wildcard characters.',
    },
    UseCulture: {
      type: 'switch',
      mandatory: true,
      sets: ['CulturePath', 'CultureLiteralPath'],
      validate: [{ kind: 'notNull' }],
      help: 'Takes the list separator of the culture.',
    },
    Header: {
      type: 'string[]',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Column names to use instead of the first line.',
    },
    Encoding: {
      type: 'System.Text.Encoding',
      validate: [{ kind: 'notNullOrEmpty' }],
      transform: encodingArgument,
      help: 'Encoding of the text; utf8NoBOM by default.',
    },
  },
  defaultSet: 'DelimiterPath',
  examples: [
    {
      setup: "'Name,Port','EX01,25' | Set-Content C:\\servers.csv",
      script: '(Import-Csv C:\\servers.csv).Name',
      output: 'EX01',
    },
  ],
  create: (cmdlet) => {
    const filesOf = (path: string, literal: boolean): ResolvedPath[] => {
      const session = providersOf(cmdlet.engine);
      if (!literal && hasWildcard(path)) return session.expand(path);
      const found = session.resolve(path);
      if (!found.provider.isContainer(found.path) && found.provider.exists(found.path)) return [found];
      const type = found.provider.exists(found.path)
        ? 'System.UnauthorizedAccessException'
        : 'System.IO.FileNotFoundException';
      const message = found.provider.exists(found.path)
        ? `Access to the path '${found.path}' is denied.`
        : `Could not find file '${found.path}'.`;
      return cmdlet.fail(recordOf(failed(type, message, 'FileOpenFailure', 'OpenError', null)));
    };
    return {
      process() {
        const literal = cmdlet.has('LiteralPath');
        const paths = (literal ? cmdlet.args.LiteralPath : cmdlet.args.Path) as string[] | undefined;
        if (paths === undefined || (literal && cmdlet.has('Path'))) {
          const message = 'You must specify either the -Path or -LiteralPath parameters, but not both.';
          return cmdlet.fail(
            cmdlet.makeError(
              message,
              'CannotSpecifyPathAndLiteralPath',
              'InvalidData',
              null,
              'System.InvalidOperationException',
            ),
          );
        }
        for (const path of paths) {
          for (const file of filesOf(path, literal)) {
            const text = decodeText(cmdlet.host.files.read(file.path), cmdlet.args.Encoding as EncodingName);
            new CsvReader(cmdlet, delimiterOf(cmdlet), cmdlet.args.Header).read(text);
          }
        }
      },
    };
  },
});
