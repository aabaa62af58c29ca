// Set-StrictMode as cmdlets see it.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';

/** Version in force where the cmdlet was called; 0 when off. */
export function strictModeVersion(cmdlet: CmdletContext): number {
  return cmdlet.engine.scope.strict;
}
