// Out-String.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { lineOutputRun } from './shared/line-output.ts';

export default defineCmdlet({
  name: 'Out-String',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gives the text that objects are shown as.',
  defaultSet: 'NoNewLineFormatting',
  parameters: {
    Stream: { type: 'switch', sets: 'StreamFormatting', help: 'One string a line instead of one for all.' },
    Width: {
      type: 'int',
      validate: [{ kind: 'range', min: 2, max: 2147483647 }],
      help: 'Characters a line; the terminal’s width by default.',
    },
    NoNewline: { type: 'switch', sets: 'NoNewLineFormatting', help: 'Leaves out the line ends.' },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to turn into text.' },
  },
  outputs: ['System.String'],
  examples: [{ script: '(1..3 | Out-String).Trim().Length', output: '5' }],
  create(cmdlet) {
    const columns = cmdlet.args.Width as number | undefined;
    if (cmdlet.args.Stream) return lineOutputRun(cmdlet, columns, (line) => cmdlet.write(line));
    const parts: string[] = [];
    const lineEnd = cmdlet.args.NoNewline ? '' : '\n';
    return lineOutputRun(
      cmdlet,
      columns,
      (line) => {
        parts.push(line, lineEnd);
      },
      () => cmdlet.write(parts.join('')),
    );
  },
});
