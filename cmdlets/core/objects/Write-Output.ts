// Write-Output.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { enumerate } from '../../../src/runtime/enumerate.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Write-Output',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['echo', 'write'],
  synopsis: 'Puts objects into the pipeline.',
  parameters: {
    InputObject: {
      type: 'psobject',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      remaining: true,
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'The objects.',
    },
    NoEnumerate: { type: 'switch', help: 'Passes a collection on as one object.' },
  },
  examples: [{ script: 'Write-Output 1, 2', output: '1\n2' }],
  create: (cmdlet) => ({
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input === undefined) return;
      if (cmdlet.args.NoEnumerate) cmdlet.write(input);
      else cmdlet.writeAll(enumerate(input));
    },
  }),
});
