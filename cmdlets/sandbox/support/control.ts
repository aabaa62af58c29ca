// What the clock and time-travel cmdlets share.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import type { ClockView } from '../../../src/transport/views.ts';
import { type CheckpointInfo, SandboxControl, SandboxControlError } from '../../../state/store/sandbox-control.ts';
import { dateTimeOf } from '../../exchange/support/times.ts';
import { type SandboxErrorId, sandboxError } from './errors.ts';

export function controlOf(cmdlet: CmdletContext): SandboxControl {
  return cmdlet.services.get(SandboxControl);
}

const ids: Record<SandboxControlError['kind'], SandboxErrorId> = {
  NotPossible: 'SandboxNotPossible',
  NotFound: 'SandboxObjectNotFound',
  Exists: 'SandboxObjectExists',
  InvalidValue: 'SandboxInvalidValue',
};

/** Does it; a refusal becomes the cmdlet's non-terminating error and gives undefined. */
export function attemptControl<T>(cmdlet: CmdletContext, target: Value, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SandboxControlError)) throw error;
    sandboxError(cmdlet, ids[error.kind], error.message, target);
    return undefined;
  }
}

export function clockObject(clock: ClockView): PSObject {
  return PSObject.of(
    {
      Now: dateTimeOf(clock.now),
      Rate: clock.rate,
      Paused: clock.paused,
      NextEvent: dateTimeOf(clock.nextEvent),
      Pending: clock.pending,
      Identity: 'Clock',
    },
    'Hubshell.Sandbox.Clock',
  );
}

export function checkpointObject(checkpoint: CheckpointInfo): PSObject {
  return PSObject.of(
    {
      Name: checkpoint.name,
      Time: dateTimeOf(checkpoint.at),
      RealTime: dateTimeOf(Date.parse(checkpoint.realTime)),
      Sequence: checkpoint.sequence,
      Description: checkpoint.description,
      Identity: checkpoint.name,
    },
    'Hubshell.Sandbox.Checkpoint',
  );
}
