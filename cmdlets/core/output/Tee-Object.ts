// Tee-Object.

import { Formatter } from '../../../src/formatting/formatter.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { openTextFile, type TextFile } from './shared/text-file.ts';

export default defineCmdlet({
  name: 'Tee-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['tee'],
  synopsis: 'Keeps what passes in a file or a variable.',
  defaultSet: 'File',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects that pass.' },
    FilePath: {
      type: 'string',
      aliases: ['Path'],
      mandatory: true,
      position: 0,
      sets: 'File',
      help: 'File to write to.',
    },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      sets: 'LiteralFile',
      help: 'File to write to, its path taken as it is.',
    },
    Append: { type: 'switch', sets: 'File', help: 'Adds to the end of the file.' },
    Encoding: {
      type: 'System.Text.Encoding',
      sets: ['File', 'LiteralFile'],
      transform: encodingArgument,
      default: 'utf8NoBOM',
      help: 'How the text is turned into bytes.',
    },
    Variable: { type: 'string', mandatory: true, sets: 'Variable', help: 'Variable to put the objects into.' },
  },
  examples: [{ script: '1..2 | Tee-Object -Variable kept; $kept.Count', output: '1\n2\n2' }],
  create(cmdlet) {
    const kept: Value[] = [];
    let file: TextFile | undefined;
    let formatter: Formatter | undefined;
    return {
      begin() {
        if (cmdlet.parameterSet === 'Variable') return;
        file = openTextFile(cmdlet, 'Output to File');
        formatter = new Formatter(cmdlet.engine, undefined, (line) => file?.write(`${line}\n`));
      },
      process() {
        const input = cmdlet.args.InputObject as Value;
        if (formatter) formatter.write(input);
        else kept.push(input);
        cmdlet.write(input);
      },
      end() {
        formatter?.end();
        if (!formatter) cmdlet.engine.variables.set(cmdlet.args.Variable as string, kept.length === 1 ? kept[0] : kept);
      },
      dispose() {
        file?.close();
      },
    };
  },
});
