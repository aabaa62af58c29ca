// Get-History.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { historyInfo, historyOf } from './shared/history.ts';

export default defineCmdlet({
  name: 'Get-History',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['ghy', 'h', 'history'],
  synopsis: 'Gets the commands entered in this session.',
  parameters: {
    Id: { type: 'long[]', position: 0, pipeline: 'value', validate: [{ kind: 'range', min: 1 }], help: 'Identifiers.' },
    Count: { type: 'int', position: 1, validate: [{ kind: 'range', min: 0, max: 32767 }], help: 'How many to give.' },
  },
  outputs: ['Microsoft.PowerShell.Commands.HistoryInfo'],
  examples: [{ script: '(Get-History -Count 5).Count -ge 0', output: 'True' }],
  create: (cmdlet) => ({
    process() {
      const { entries } = historyOf(cmdlet.engine);
      const ids = cmdlet.args.Id as (bigint | number)[] | undefined;
      const count = cmdlet.args.Count as number | undefined;
      if (ids === undefined) {
        const shown = count === undefined ? entries : count === 0 ? [] : entries.slice(-count);
        return cmdlet.writeAll(shown.map(historyInfo));
      }
      for (const id of ids) {
        const entry = entries.find((candidate) => candidate.id === Number(id));
        if (entry) cmdlet.write(historyInfo(entry));
        else {
          const message = `Cannot locate the history for Id ${id}.`;
          cmdlet.error(
            recordOf(failed('System.ArgumentException', message, 'GetHistoryNoHistoryForId', 'ObjectNotFound', id)),
          );
        }
      }
    },
  }),
});
