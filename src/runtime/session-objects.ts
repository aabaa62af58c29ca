// `$Host` and `$ExecutionContext`: the objects through which scripts reach the session.

import type { Engine } from './engine.ts';

export class PSHost {
  readonly name = 'ConsoleHost';
  constructor(readonly engine: Engine) {}
}

export class ExecutionContext {
  readonly sessionState: SessionStateObject;
  readonly invokeCommand: CommandInvocationIntrinsics;
  constructor(readonly engine: Engine) {
    this.sessionState = new SessionStateObject(engine);
    this.invokeCommand = new CommandInvocationIntrinsics(engine);
  }
}

/** `$ExecutionContext.SessionState` and `$PSCmdlet.SessionState`. */
export class SessionStateObject {
  readonly variables: VariableIntrinsics;
  readonly paths: PathIntrinsics;
  constructor(readonly engine: Engine) {
    this.variables = new VariableIntrinsics(engine);
    this.paths = new PathIntrinsics(engine);
  }
}

export class VariableIntrinsics {
  constructor(readonly engine: Engine) {}
}
export class PathIntrinsics {
  constructor(readonly engine: Engine) {}
}
export class CommandInvocationIntrinsics {
  constructor(readonly engine: Engine) {}
}
