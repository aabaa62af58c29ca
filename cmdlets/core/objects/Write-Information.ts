// Write-Information.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Write-Information',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes to the information stream.',
  parameters: {
    MessageData: {
      type: 'object',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      aliases: ['Msg', 'Message'],
      validate: [{ kind: 'allowNull' }],
      help: 'What to write.',
    },
    Tags: { type: 'string[]', position: 1, help: 'Words by which receivers can choose.' },
  },
  examples: [{ script: "Write-Information 'half done' -InformationAction Continue", output: 'half done' }],
  create: (cmdlet) => ({
    begin() {
      const reserved = ((cmdlet.args.Tags as string[] | undefined) ?? []).find((tag) => /^ps/i.test(tag));
      if (reserved === undefined) return;
      const message = `Cannot use tag '${reserved}'. The 'PS' prefix is reserved.`;
      cmdlet.fail(
        cmdlet.makeError(
          message,
          'PSPrefixReservedInInformationTag',
          'InvalidArgument',
          reserved,
          'System.InvalidOperationException',
        ),
      );
    },
    process() {
      cmdlet.information(cmdlet.args.MessageData as Value, [...((cmdlet.args.Tags as string[] | undefined) ?? [])]);
    },
  }),
});
