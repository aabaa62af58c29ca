// Where commands for other computers go. The language knows none; the session registers who can reach them.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import type { Engine } from '../../../../src/runtime/engine.ts';
import type { Output } from '../../../../src/runtime/streams.ts';
import type { Value } from '../../../../src/runtime/values.ts';

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
}

const EXTENSION = 'remote-runspaces';

export function registerRemoteRunspaces(engine: Engine, runspaces: RemoteRunspaces): void {
  engine.extensions.set(EXTENSION, runspaces);
}
export function remoteRunspaces(engine: Engine): RemoteRunspaces | undefined {
  return engine.extensions.get(EXTENSION) as RemoteRunspaces | undefined;
}
