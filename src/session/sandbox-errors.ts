// Faults of the sandbox folder as PowerShell errors: they stop the script, because nothing that it does next could be kept.

import { NewerVersionError } from '../../state/store/damage.ts';
import { SandboxHeldError, StorageError } from '../../state/store/storage-folder.ts';
import { DotNetException, type ErrorCategory, ErrorRecord, TerminatingError } from '../runtime/errors.ts';
import { SessionError } from './options.ts';

interface Kind {
  id: string;
  category: ErrorCategory;
  target: string;
}

function kindOf(error: unknown): Kind | undefined {
  if (error instanceof SandboxHeldError) return { id: 'SandboxInUse', category: 'ResourceBusy', target: error.folder };
  if (error instanceof StorageError) {
    const category =
      error.fault === 'no-space' ? 'LimitsExceeded' : error.fault === 'denied' ? 'PermissionDenied' : 'DeviceError';
    return { id: 'SandboxStorageFault', category, target: error.path };
  }
  if (error instanceof NewerVersionError)
    return { id: 'SandboxOfLaterVersion', category: 'InvalidData', target: error.file };
  if (error instanceof SessionError) return { id: error.errorId, category: 'InvalidArgument', target: '' };
  return undefined;
}

/** True for a fault that has a text for the user. */
export function isSandboxFault(error: unknown): error is Error {
  return kindOf(error) !== undefined;
}

/** Runs it; a fault of the sandbox becomes a terminating error, everything else passes. */
export function withSandboxErrors<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const kind = kindOf(error);
    if (!kind) throw error;
    const exception = new DotNetException('System.IO.IOException', (error as Error).message);
    throw new TerminatingError(new ErrorRecord(exception, kind.id, kind.category, kind.target), true);
  }
}
