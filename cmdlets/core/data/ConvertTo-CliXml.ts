// ConvertTo-CliXml.

import { writeClixml } from '../../../src/runtime/clixml/writer.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { Value } from '../../../src/runtime/values.ts';

const DEFAULT_DEPTH = 2;

export default defineCmdlet({
  name: 'ConvertTo-CliXml',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToClixmlCommand',
  synopsis: 'Converts objects to CLIXML text, which keeps their types.',
  parameters: {
    InputObject: {
      type: 'psobject',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The objects, usually from the pipeline.',
    },
    Depth: { type: 'int', validate: [{ kind: 'range', min: 1, max: 2147483647 }], help: 'How many levels deep to go.' },
  },
  outputs: ['System.String'],
  examples: [{ script: '(5 | ConvertTo-CliXml | ConvertFrom-CliXml) + 1', output: '6' }],
  create: (cmdlet) => {
    const objects: Value[] = [];
    return {
      process() {
        objects.push(cmdlet.args.InputObject);
      },
      end() {
        cmdlet.write(writeClixml(objects, (cmdlet.args.Depth as number | undefined) ?? DEFAULT_DEPTH));
      },
    };
  },
});
