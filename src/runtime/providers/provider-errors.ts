// Errors of the provider layer: each made in one place, with the reference's text, id and category.

import { DotNetException, type ErrorCategory, ErrorRecord } from '../errors.ts';
import { FileError } from '../host.ts';
import type { Value } from '../values.ts';

const AUTOMATION = 'System.Management.Automation';

function make(
  type: string,
  message: string,
  errorId: string,
  category: ErrorCategory,
  target: Value = null,
): DotNetException {
  return new DotNetException(type, message, { errorId, category, target });
}

export function pathNotFound(path: string): DotNetException {
  const message = `Cannot find path '${path}' because it does not exist.`;
  return make(`${AUTOMATION}.ItemNotFoundException`, message, 'PathNotFound', 'ObjectNotFound', path);
}
export function driveNotFound(name: string): DotNetException {
  const message = `Cannot find drive. A drive with the name '${name}' does not exist.`;
  return make(`${AUTOMATION}.DriveNotFoundException`, message, 'DriveNotFound', 'ObjectNotFound', name);
}
export function providerNotFound(name: string): DotNetException {
  const message = `Cannot find a provider with the name '${name}'.`;
  return make(`${AUTOMATION}.ProviderNotFoundException`, message, 'ProviderNotFound', 'ObjectNotFound', name);
}
export function driveExists(name: string): DotNetException {
  const message = `A drive with the name '${name}' already exists.`;
  return make(`${AUTOMATION}.SessionStateException`, message, 'DriveAlreadyExists', 'ResourceExists', name);
}
export function invalidArgument(message: string): DotNetException {
  return make(`${AUTOMATION}.PSArgumentException`, message, 'Argument', 'InvalidArgument');
}
export function notSupported(message: string): DotNetException {
  return make(`${AUTOMATION}.PSNotSupportedException`, message, 'NotSupported', 'NotImplemented');
}
export function operationNotSupported(): DotNetException {
  return notSupported('Provider operation stopped because the provider does not support this operation.');
}
export function nullPath(): DotNetException {
  const message = "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')";
  return make('System.ArgumentNullException', message, 'NullPathNotPermitted', 'InvalidArgument');
}
/** A System.IO exception, or any other of a provider, with the id of the operation that failed. */
export function failed(
  type: string,
  message: string,
  errorId: string,
  category: ErrorCategory,
  target: Value,
): DotNetException {
  return make(type, message, errorId, category, target);
}

/** Exception type and .NET's text for a failed file operation. */
export function describeFileError(error: FileError): { type: string; message: string } {
  const path = error.path;
  switch (error.fault) {
    case 'not-found':
      return { type: 'System.IO.DirectoryNotFoundException', message: `Could not find a part of the path '${path}'.` };
    case 'exists':
      return { type: 'System.IO.IOException', message: `The file '${path}' already exists.` };
    case 'not-empty':
      return { type: 'System.IO.IOException', message: `The directory is not empty. : '${path}'` };
    case 'denied':
    case 'is-directory':
      return { type: 'System.UnauthorizedAccessException', message: `Access to the path '${path}' is denied.` };
    case 'not-directory':
      return { type: 'System.IO.IOException', message: `The directory name is invalid. : '${path}'` };
    case 'in-use':
      return {
        type: 'System.IO.IOException',
        message: `The process cannot access the file '${path}' because it is being used by another process.`,
      };
    case 'invalid-name':
      return {
        type: 'System.IO.IOException',
        message: `The filename, directory name, or volume label syntax is incorrect. : '${path}'`,
      };
    case 'no-space':
      return { type: 'System.IO.IOException', message: `There is not enough space on the disk. : '${path}'` };
  }
}

/** Runs a file operation; its FileError becomes the provider's error `errorId`. */
export function guardFiles<T>(errorId: string, target: Value, run: () => T, category: ErrorCategory = 'WriteError'): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { type, message } = describeFileError(error);
    const denied = type === 'System.UnauthorizedAccessException';
    throw failed(
      type,
      message,
      denied ? errorId.replace('IOError', 'UnauthorizedAccessError') : errorId,
      denied ? 'PermissionDenied' : category,
      target,
    );
  }
}

/** The error record for an exception of this layer. */
export function recordOf(exception: DotNetException): ErrorRecord {
  const { errorId, category, target } = exception.options;
  return new ErrorRecord(exception, errorId ?? exception.type, category ?? 'NotSpecified', target ?? null);
}
