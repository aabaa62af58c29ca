// Invoke-Expression.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { runBlock } from '../../../src/runtime/interpreter/call-block.ts';

export default defineCmdlet({
  name: 'Invoke-Expression',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['iex'],
  synopsis: 'Runs a text as code in the current scope.',
  parameters: {
    Command: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'Text to run, or the command of the jobs wanted.',
    },
  },
  examples: [{ script: "Invoke-Expression '2 * 3'", output: '6' }],
  create: (cmdlet) => ({
    process() {
      const block = cmdlet.engine.createScriptBlock(cmdlet.args.Command);
      runBlock(cmdlet.engine, block, { scope: 'current' }, { write: (value) => cmdlet.write(value) });
    },
  }),
});
