// ConvertFrom-CliXml.

import { readClixml } from '../../../src/runtime/clixml/reader.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

export default defineCmdlet({
  name: 'ConvertFrom-CliXml',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertFromClixmlCommand',
  synopsis: 'Makes objects from CLIXML text.',
  parameters: {
    InputObject: {
      type: 'string',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The objects, usually from the pipeline.',
    },
  },
  examples: [{ script: '(@{ Port = 25 } | ConvertTo-CliXml | ConvertFrom-CliXml).Port', output: '25' }],
  create: (cmdlet) => ({
    process() {
      cmdlet.writeAll(readClixml(cmdlet.args.InputObject, cmdlet.engine));
    },
  }),
});
