// New-Guid.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { Guid } from '../../../src/runtime/types/families/value-objects.ts';

export default defineCmdlet({
  name: 'New-Guid',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes a GUID.',
  parameters: {
    Empty: { type: 'switch', sets: 'Empty', help: 'Gives the GUID of zeros.' },
    InputObject: {
      type: 'string',
      position: 0,
      pipeline: 'value',
      sets: 'InputObject',
      help: 'The objects, usually from the pipeline.',
    },
  },
  defaultSet: 'Default',
  outputs: ['System.Guid'],
  examples: [{ script: '(New-Guid -Empty).ToString()', output: '00000000-0000-0000-0000-000000000000' }],
  create: (cmdlet) => ({
    process() {
      if (cmdlet.args.Empty) return cmdlet.write(Guid.parse('00000000-0000-0000-0000-000000000000'));
      const text = cmdlet.args.InputObject as string | undefined;
      if (text === undefined) return cmdlet.write(Guid.random());
      try {
        cmdlet.write(Guid.parse(text));
      } catch (error) {
        if (!(error instanceof DotNetException)) throw error;
        cmdlet.error(
          recordOf(
            failed('System.FormatException', error.message, 'StringNotRecognizedAsGuid', 'InvalidArgument', null),
          ),
        );
      }
    },
  }),
});
