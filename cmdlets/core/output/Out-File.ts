// Out-File: what `>` and `>>` do too.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { lineOutputRun } from './shared/line-output.ts';
import { openTextFile } from './shared/text-file.ts';

export default defineCmdlet({
  name: 'Out-File',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes objects to a file as they would be shown.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  defaultSet: 'ByPath',
  parameters: {
    FilePath: {
      type: 'string',
      aliases: ['Path'],
      mandatory: true,
      position: 0,
      sets: 'ByPath',
      help: 'Path of the file.',
    },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'ByLiteralPath',
      help: 'Path of the file, taken as it is.',
    },
    Encoding: {
      type: 'System.Text.Encoding',
      position: 1,
      transform: encodingArgument,
      default: 'utf8NoBOM',
      help: 'How the text is turned into bytes.',
    },
    Append: { type: 'switch', help: 'Adds to the end of the file.' },
    Force: { type: 'switch', help: 'Writes to read-only files too.' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'], help: 'Fails when the file exists.' },
    Width: {
      type: 'int',
      validate: [{ kind: 'range', min: 2, max: 2147483647 }],
      help: 'Characters a line; the terminal’s width by default.',
    },
    NoNewline: { type: 'switch', help: 'Leaves out the line ends.' },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to write.' },
  },
  examples: [{ script: "'one', 'two' | Out-File C:\\list.txt; Get-Content C:\\list.txt", output: 'one\ntwo' }],
  create(cmdlet) {
    let file: ReturnType<typeof openTextFile>;
    const lineEnd = cmdlet.args.NoNewline ? '' : '\n';
    const columns = cmdlet.args.Width as number | undefined;
    const run = lineOutputRun(cmdlet, columns, (line) => file?.write(line + lineEnd));
    return {
      begin() {
        file = openTextFile(cmdlet, 'Output to File');
      },
      process() {
        if (file) run.process?.();
      },
      end() {
        if (file) run.end?.();
      },
      dispose() {
        file?.close();
      },
    };
  },
});
