// Get-SandboxHistory.

import { PSObject } from '../../src/runtime/values.ts';
import { dateTimeOf, instantOf } from '../exchange/support/times.ts';
import { controlOf } from './support/control.ts';
import { sandboxCmdlet } from './support/definition.ts';

export default sandboxCmdlet({
  name: 'Get-SandboxHistory',
  synopsis: 'Shows what was done in the sandbox, oldest first.',
  parameters: {
    Last: { type: 'int', validate: [{ kind: 'range', min: 1 }], help: 'Only the last so many entries.' },
    Start: { type: 'datetime', help: 'Only entries from this virtual instant on.' },
    End: { type: 'datetime', help: 'Only entries up to this virtual instant.' },
    Kind: {
      type: 'enum',
      enumName: 'Hubshell.Sandbox.HistoryKind',
      values: ['Cmdlet', 'Message', 'Clock', 'Lab'],
      help: 'Only entries of this kind.',
    },
  },
  outputs: ['Hubshell.Sandbox.HistoryEntry'],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob -Subject lunch | Out-Null',
      script: '(Get-SandboxHistory -Last 1).Kind',
      output: 'Message',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Last: last, Start: start, End: end, Kind: kind } = cmdlet.args;
      const from = start === undefined ? Number.NEGATIVE_INFINITY : instantOf(start);
      const to = end === undefined ? Number.POSITIVE_INFINITY : instantOf(end);
      const entries = controlOf(cmdlet)
        .history()
        .filter((entry) => entry.at >= from && entry.at <= to && (kind === undefined || entry.kind === String(kind)));
      for (const entry of last === undefined ? entries : entries.slice(-last))
        cmdlet.write(
          PSObject.of(
            {
              Sequence: entry.sequence,
              Time: dateTimeOf(entry.at),
              RealTime: dateTimeOf(Date.parse(entry.realTime)),
              Kind: entry.kind,
              Text: entry.text,
              Identity: String(entry.sequence),
            },
            'Hubshell.Sandbox.HistoryEntry',
          ),
        );
    },
  }),
});
