// Faults that the user can do something about, told without a stack: a sandbox that another shell holds, a folder that cannot be
// written, an organisation that does not exist.

import { SandboxHeldError, StorageError } from '../../state/store/storage-folder.ts';

/** The text to show, undefined for what is the shell's own fault. */
export function openingFault(error: unknown): string | undefined {
  if (error instanceof SandboxHeldError || error instanceof StorageError) return error.message;
  return undefined;
}
