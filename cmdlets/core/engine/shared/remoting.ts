// Where commands for other computers go. The language knows none; the session registers who can reach them.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import type { Engine } from '../../../../src/runtime/engine.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import { recordOf } from '../../../../src/runtime/providers/provider-errors.ts';
import type { Output } from '../../../../src/runtime/streams.ts';
import type { PSObject, Value } from '../../../../src/runtime/values.ts';

export interface RemoteCall {
  /** The script block as the caller wrote it. */
  block: Value;
  args: Value[];
  input: Value[] | undefined;
  credential: Value;
  output: Output;
}

/** Runs script blocks on other machines of the organisation. Throws a DotNetException when a machine cannot be reached. */
export interface RemoteRunspaces {
  invokeOnComputer(cmdlet: CmdletContext, computerName: string, call: RemoteCall): void;
  invokeInSession(cmdlet: CmdletContext, session: Value, call: RemoteCall): void;
  /** A session that stays: New-PSSession. */
  open(computerName: string): PSObject;
  sessions(): readonly PSObject[];
  close(session: PSObject): void;
  /** Typed lines run in the session from the next one on. */
  enterSession(session: PSObject): void;
  /** False when no session was entered. */
  leave(): boolean;
}

const EXTENSION = 'remote-runspaces';

export function registerRemoteRunspaces(engine: Engine, runspaces: RemoteRunspaces): void {
  engine.extensions.set(EXTENSION, runspaces);
}
export function remoteRunspaces(engine: Engine): RemoteRunspaces | undefined {
  return engine.extensions.get(EXTENSION) as RemoteRunspaces | undefined;
}

/** The session's runspaces; a shell without other machines has none, and says so as the reference does without WinRM. */
export function requireRunspaces(cmdlet: CmdletContext): RemoteRunspaces {
  const runspaces = remoteRunspaces(cmdlet.engine);
  if (runspaces) return runspaces;
  const message =
    'This parameter set requires WSMan, and no supported WSMan client library was found. WSMan is either not installed or unavailable for this system.';
  const id = 'System.Management.Automation.Remoting.PSRemotingDataStructureException';
  const type = 'System.Management.Automation.Remoting.PSRemotingTransportException';
  return cmdlet.fail(cmdlet.makeError(message, id, 'ResourceUnavailable', null, type));
}

/** Runs an action; a machine that cannot be reached becomes the cmdlet's error. */
export function reporting<T>(cmdlet: CmdletContext, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    cmdlet.error(recordOf(error));
    return undefined;
  }
}
