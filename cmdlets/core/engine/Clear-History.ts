// Clear-History.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { historyOf } from './shared/history.ts';

export default defineCmdlet({
  name: 'Clear-History',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['clhy'],
  synopsis: 'Removes entries from the history of the session.',
  parameters: {
    Id: {
      type: 'int[]',
      position: 0,
      sets: 'IDParameter',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Identifiers.',
    },
    CommandLine: {
      type: 'string[]',
      sets: 'CommandLineParameter',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only entries whose text matches.',
    },
    Count: {
      type: 'int',
      position: 1,
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How many to give.',
    },
    Newest: { type: 'switch', help: 'How many of the latest to give.' },
  },
  defaultSet: 'IDParameter',
  supportsShouldProcess: true,
  examples: [{ script: 'Clear-History; (Get-History).Count', output: '0' }],
  create: (cmdlet) => ({
    process() {
      const { entries } = historyOf(cmdlet.engine);
      const { Id: ids, CommandLine: lines, Count: count, Newest: newest } = cmdlet.args;
      let doomed = [...entries];
      if (ids !== undefined) doomed = doomed.filter((entry) => (ids as number[]).some((id) => Number(id) === entry.id));
      if (lines !== undefined)
        doomed = doomed.filter((entry) => (lines as string[]).some((line) => matchesWildcard(entry.commandLine, line)));
      if (count !== undefined) doomed = newest ? doomed.slice(-count) : doomed.slice(0, count);
      if (doomed.length === 0 || !cmdlet.shouldProcess('Clear-History')) return;
      const kept = entries.filter((entry) => !doomed.includes(entry));
      entries.splice(0, entries.length, ...kept);
    },
  }),
});
