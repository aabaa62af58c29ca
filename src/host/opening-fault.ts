// Faults that the user can do something about, told without a stack: a sandbox that another shell holds, a folder that cannot be
// written, an organisation that does not exist.

import { TerminatingError } from '../runtime/errors.ts';
import { isSandboxFault } from '../session.ts';

/** The text to show, undefined for what is the shell's own fault. */
export function openingFault(error: unknown): string | undefined {
  if (isSandboxFault(error)) return error.message;
  // The same faults, where a script would have seen them.
  return error instanceof TerminatingError ? error.record.exception.message : undefined;
}
