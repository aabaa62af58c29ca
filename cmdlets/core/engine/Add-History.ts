// Add-History.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { findMember, MISSING } from '../../../src/runtime/members.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { DateTime } from '../../../src/runtime/types/date/date-time.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { historyInfo, historyOf } from './shared/history.ts';

export default defineCmdlet({
  name: 'Add-History',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Adds entries to the history of the session.',
  parameters: {
    InputObject: {
      type: 'psobject[]',
      position: 0,
      pipeline: 'value',
      help: 'The objects, usually from the pipeline.',
    },
    Passthru: { type: 'switch', help: 'Puts out the object.' },
  },
  outputs: ['Microsoft.PowerShell.Commands.HistoryInfo'],
  examples: [
    {
      script:
        "[pscustomobject]@{ CommandLine = 'Get-Queue'; ExecutionStatus = 'Completed'; StartExecutionTime = Get-Date; EndExecutionTime = Get-Date } | Add-History; (Get-History).CommandLine",
      output: 'Get-Queue',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const object of (cmdlet.args.InputObject as Value[] | undefined) ?? []) {
        const line = findMember(object, 'commandline');
        const start = findMember(object, 'startexecutiontime');
        const end = findMember(object, 'endexecutiontime');
        if (line === MISSING || !(start instanceof DateTime) || !(end instanceof DateTime)) {
          const message = 'Cannot add history because the input object has a format that is not valid.';
          cmdlet.error(
            recordOf(
              failed('System.IO.InvalidDataException', message, 'AddHistoryInvalidInput', 'InvalidData', object),
            ),
          );
          continue;
        }
        const status = findMember(object, 'executionstatus');
        const entry = historyOf(cmdlet.engine).add(
          toText(line as Value),
          status === MISSING ? 'Completed' : toText(status as Value),
          start,
          end,
        );
        if (cmdlet.args.Passthru) cmdlet.write(historyInfo(entry));
      }
    },
  }),
});
