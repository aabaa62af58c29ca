// Errors of the Sandbox cmdlets by the contract of docs/sandbox-cmdlets.md: id, category, and one sentence naming kind and identity.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { ErrorCategory } from '../../../src/runtime/errors.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { WorldError, type WorldErrorKind } from '../../../src/transport/world-error.ts';

export type SandboxErrorId =
  | 'SandboxObjectNotFound'
  | 'SandboxObjectExists'
  | 'SandboxAmbiguousIdentity'
  | 'SandboxInvalidValue'
  | 'SandboxNotPossible';

const categories: Record<SandboxErrorId, ErrorCategory> = {
  SandboxObjectNotFound: 'ObjectNotFound',
  SandboxObjectExists: 'ResourceExists',
  SandboxAmbiguousIdentity: 'InvalidArgument',
  SandboxInvalidValue: 'InvalidArgument',
  SandboxNotPossible: 'InvalidOperation',
};

const idsByKind: Partial<Record<WorldErrorKind, SandboxErrorId>> = {
  ObjectExists: 'SandboxObjectExists',
  AmbiguousIdentity: 'SandboxAmbiguousIdentity',
  InvalidValue: 'SandboxInvalidValue',
  NotPossible: 'SandboxNotPossible',
  TransportUnavailable: 'SandboxNotPossible',
};

export function sandboxError(cmdlet: CmdletContext, id: SandboxErrorId, message: string, target: Value): void {
  cmdlet.error(cmdlet.makeError(message, id, categories[id], target, 'Hubshell.Sandbox.SandboxException'));
}

export function notFound(cmdlet: CmdletContext, kind: string, identity: string): void {
  sandboxError(cmdlet, 'SandboxObjectNotFound', `There is no ${kind} '${identity}'.`, identity);
}

/** Does something to the world; a refusal becomes the cmdlet's non-terminating error and gives undefined. */
export function attempt<T>(cmdlet: CmdletContext, target: Value, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const about = error.fields.identity ?? error.fields.value ?? error.fields.server ?? target;
    sandboxError(cmdlet, idsByKind[error.kind] ?? 'SandboxObjectNotFound', error.message, about);
    return undefined;
  }
}
