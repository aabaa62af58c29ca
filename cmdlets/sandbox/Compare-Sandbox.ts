// Compare-Sandbox.

import { isInt32, PSObject, type Value } from '../../src/runtime/values.ts';
import type { Json } from '../../state/store/journal-record.ts';
import { attemptControl, controlOf } from './support/control.ts';
import { sandboxCmdlet } from './support/definition.ts';

/** Simple values as they are (large whole numbers as Int64), everything else as its JSON text. */
function shown(value: Json | undefined): Value {
  if (value === undefined) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value) && !isInt32(value)) return BigInt(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

export default sandboxCmdlet({
  name: 'Compare-Sandbox',
  synopsis: 'Shows what differs between two states of the sandbox.',
  parameters: {
    Reference: {
      type: 'string',
      mandatory: true,
      position: 0,
      help: 'A checkpoint or the sequence of a history entry.',
    },
    Difference: { type: 'string', position: 1, help: 'Another one; by default the present state.' },
  },
  outputs: ['Hubshell.Sandbox.Difference'],
  examples: [
    {
      setup: 'Checkpoint-Sandbox Start | Out-Null; Step-SandboxClock -Minutes 1',
      script: "@(Compare-Sandbox Start | Where-Object Path -eq 'now').Kind",
      output: 'Changed',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Reference: reference, Difference: difference } = cmdlet.args;
      const found = attemptControl(cmdlet, reference, () => controlOf(cmdlet).compare(reference, difference));
      for (const { path, kind, reference: before, difference: after } of found ?? [])
        cmdlet.write(
          PSObject.of(
            { Path: path, Kind: kind, Reference: shown(before), Difference: shown(after) },
            'Hubshell.Sandbox.Difference',
          ),
        );
    },
  }),
});
