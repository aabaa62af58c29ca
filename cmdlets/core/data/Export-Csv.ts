// Export-Csv.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { openFileWriter } from '../../../src/runtime/providers/file-content.ts';
import { parentPath } from '../../../src/runtime/providers/path-text.ts';
import type { ContentWriter } from '../../../src/runtime/providers/provider.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText, type EncodingName, encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { CsvParser } from './shared/csv-reader.ts';
import { CsvWriter, checkQuoting, delimiterOf } from './shared/csv-writer.ts';

/** The file to write, checked; undefined after -WhatIf. */
function targetOf(cmdlet: CmdletContext): string | undefined {
  const literal = cmdlet.args.LiteralPath as string | undefined;
  const given = literal ?? (cmdlet.args.Path as string | undefined);
  if (given === undefined || (literal !== undefined && cmdlet.has('Path'))) {
    const message = 'You must specify either the -Path or -LiteralPath parameters, but not both.';
    cmdlet.fail(
      cmdlet.makeError(
        message,
        'CannotSpecifyPathAndLiteralPath',
        'InvalidData',
        null,
        'System.InvalidOperationException',
      ),
    );
  }
  if (!cmdlet.shouldProcess(given)) return undefined;
  const path = providersOf(cmdlet.engine).resolve(given).path;
  const { files } = cmdlet.host;
  const entry = files.stat(path);
  const refuse = (
    type: string,
    message: string,
    id: string,
    category: 'ResourceExists' | 'OpenError',
    target: string | null,
  ): never => cmdlet.fail(recordOf(failed(type, message, id, category, target)));
  if (entry && cmdlet.args.NoClobber && !cmdlet.args.Append) {
    refuse('System.IO.IOException', `The file '${path}' already exists.`, 'NoClobber', 'ResourceExists', path);
  }
  if (entry?.directory || (entry?.readOnly && !cmdlet.args.Force)) {
    refuse(
      'System.UnauthorizedAccessException',
      `Access to the path '${path}' is denied.`,
      'FileOpenFailure',
      'OpenError',
      null,
    );
  }
  if (!entry && files.stat(parentPath(path))?.directory !== true) {
    refuse(
      'System.IO.DirectoryNotFoundException',
      `Could not find a part of the path '${path}'.`,
      'FileOpenFailure',
      'OpenError',
      null,
    );
  }
  return path;
}

/** Columns of the file that is appended to; undefined when it has none yet. */
function presentColumns(cmdlet: CmdletContext, path: string): string[] | undefined {
  const entry = cmdlet.host.files.stat(path);
  if (!cmdlet.args.Append || !entry || entry.size === 0) return undefined;
  const parser = new CsvParser(
    decodeText(cmdlet.host.files.read(path), cmdlet.args.Encoding as EncodingName),
    delimiterOf(cmdlet),
  );
  while (parser.peekLine().startsWith('#')) parser.skipLine();
  return parser.record();
}

export default defineCmdlet({
  name: 'Export-Csv',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['epcsv'],
  synopsis: 'Writes objects to a file as comma-separated values.',
  parameters: {
    InputObject: {
      type: 'psobject',
      mandatory: true,
      pipeline: 'both',
      help: 'The objects, usually from the pipeline.',
    },
    Path: { type: 'string', position: 0, validate: [{ kind: 'notNullOrEmpty' }], help: 'File to write.' },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path taken as it is, without wildcard characters.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'], help: 'Fails when the file exists.' },
    Encoding: {
      type: 'System.Text.Encoding',
      validate: [{ kind: 'notNullOrEmpty' }],
      transform: encodingArgument,
      help: 'Encoding of the text; utf8NoBOM by default.',
    },
    Append: { type: 'switch', help: 'Adds to the end of the file instead of replacing it.' },
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
  supportsShouldProcess: true,
  examples: [
    {
      script: "[pscustomobject]@{ Name = 'EX01' } | Export-Csv C:\\servers.csv; Get-Content C:\\servers.csv",
      output: '"Name"\n"EX01"',
    },
  ],
  create: (cmdlet) => {
    const csv = new CsvWriter(cmdlet);
    let file: ContentWriter | undefined;
    let path: string | undefined;
    let columns: string[] | undefined;
    const checkColumns = (present: string[], names: string[]): void => {
      const known = new Set(names.map((name) => name.toLowerCase()));
      const missing = present.find((name) => !known.has(name.toLowerCase()));
      if (missing === undefined || cmdlet.args.Force) return;
      const message = `Cannot append CSV content to the following file: ${cmdlet.args.Path ?? cmdlet.args.LiteralPath}. The appended object does not have a property that corresponds to the following column: ${missing}. To continue with mismatched properties, add the -Force parameter, and then retry the command.`;
      cmdlet.fail(
        cmdlet.makeError(
          message,
          'CannotAppendCsvWithMismatchedPropertyNames',
          'InvalidData',
          missing,
          'System.InvalidOperationException',
        ),
      );
    };
    return {
      begin() {
        checkQuoting(cmdlet);
        path = targetOf(cmdlet);
        if (path === undefined) return;
        columns = presentColumns(cmdlet, path);
        const options = {
          append: cmdlet.args.Append === true,
          asBytes: false,
          noNewline: false,
          encoding: cmdlet.args.Encoding,
          force: cmdlet.args.Force === true,
        };
        file = openFileWriter(cmdlet.host.files, path, options);
      },
      process() {
        if (file === undefined) return;
        const value = cmdlet.args.InputObject;
        if (columns !== undefined && csv.names === undefined) {
          checkColumns(columns, csv.namesOf(value));
          csv.names = columns;
        }
        file.write(csv.lines(value));
      },
      end: () => file?.close(),
      dispose: () => file?.close(),
    };
  },
});
