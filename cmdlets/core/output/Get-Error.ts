// Get-Error.

import { detailedError } from '../../../src/formatting/error-detail.ts';
import { readOptions } from '../../../src/formatting/formatter.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { enumerate } from '../../../src/runtime/enumerate.ts';
import { ErrorRecord } from '../../../src/runtime/errors.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Get-Error',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gerr'],
  synopsis: 'Shows everything about the last errors.',
  defaultSet: 'Newest',
  parameters: {
    InputObject: { type: 'psobject', position: 0, pipeline: 'value', sets: 'Error', help: 'The errors to show.' },
    Newest: {
      type: 'int',
      aliases: ['Last'],
      sets: 'Newest',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How many of the last errors; 1 by default.',
    },
  },
  outputs: ['System.Management.Automation.ErrorRecord#PSExtendedError'],
  examples: [
    {
      setup: "Write-Error 'No such queue' -ErrorAction SilentlyContinue",
      script: "[bool]((Get-Error | Out-String) -match 'Message : No such queue')",
      output: 'True',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const given = cmdlet.args.InputObject as Value;
      const newest = (cmdlet.args.Newest as number | undefined) ?? 1;
      const records = given === undefined ? [...enumerate(cmdlet.engine.valueOf('error'))].slice(0, newest) : [given];
      const read = readOptions(cmdlet.engine);
      for (const record of records)
        if (record instanceof ErrorRecord) cmdlet.write(`\n${detailedError(record, read)}\n`);
    },
  }),
});
