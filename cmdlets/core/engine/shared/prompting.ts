// Asking the user, where somebody is there to be asked.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';

export function failNonInteractive(cmdlet: CmdletContext): never {
  const message = 'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.';
  return cmdlet.fail(
    cmdlet.makeError(
      message,
      'InvalidOperation',
      'InvalidOperation',
      null,
      'System.Management.Automation.PSInvalidOperationException',
    ),
  );
}
