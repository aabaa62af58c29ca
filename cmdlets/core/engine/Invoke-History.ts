// Invoke-History.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { runBlock } from '../../../src/runtime/interpreter/call-block.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { historyOf } from './shared/history.ts';

export default defineCmdlet({
  name: 'Invoke-History',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['ihy', 'r'],
  synopsis: 'Runs a command of the history again.',
  parameters: {
    Id: { type: 'string', position: 0, pipeline: 'name', help: 'Identifiers.' },
  },
  supportsShouldProcess: true,
  examples: [
    { script: "try { Invoke-History 9999 -ErrorAction Stop } catch { 'no such entry' }", output: 'no such entry' },
  ],
  create: (cmdlet) => ({
    end() {
      const { entries } = historyOf(cmdlet.engine);
      const text = cmdlet.args.Id as string | undefined;
      const entry =
        text === undefined
          ? entries[entries.length - 1]
          : (entries.find((candidate) => String(candidate.id) === text) ??
            [...entries].reverse().find((candidate) => candidate.commandLine.startsWith(text)));
      if (entry === undefined) {
        const id = /^\d+$/.test(text ?? '') ? BigInt(text!) : (text ?? null);
        const message = `Cannot locate the history for Id ${text ?? ''}.`;
        return cmdlet.error(
          recordOf(failed('System.ArgumentException', message, 'InvokeHistoryNoHistoryForId', 'ObjectNotFound', id)),
        );
      }
      if (!cmdlet.shouldProcess(entry.commandLine)) return;
      cmdlet.host.ui.write(`${entry.commandLine}\n`);
      const block = cmdlet.engine.createScriptBlock(entry.commandLine);
      runBlock(cmdlet.engine, block, { scope: 'current' }, { write: (value) => cmdlet.write(value) });
    },
  }),
});
