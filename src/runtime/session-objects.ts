// `$Host` and `$ExecutionContext`: the objects through which scripts reach the session.

import type { Engine } from './engine.ts';

export class PSHost {
  readonly name = 'ConsoleHost';
  readonly ui: HostUserInterface;
  constructor(readonly engine: Engine) {
    this.ui = new HostUserInterface(engine);
  }
}

export class HostUserInterface {
  readonly raw: RawUserInterface;
  constructor(readonly engine: Engine) {
    this.raw = new RawUserInterface(engine);
  }
}

export class RawUserInterface {
  #title = '';
  constructor(readonly engine: Engine) {}
  get size(): HostSize {
    return new HostSize(this.engine.host.ui.columns, this.engine.host.ui.rows);
  }
  get title(): string {
    return this.#title;
  }
  set title(text: string) {
    this.#title = text;
    this.engine.host.ui.setTitle(text);
  }
}

export class HostSize {
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}
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
