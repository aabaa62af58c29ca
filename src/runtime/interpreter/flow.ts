// Completions that must cross a boundary which only exceptions cross: a break out of a script block that a cmdlet runs, `exit`,
// and a command that wants no more input. None of them takes a JavaScript stack.

/** break or continue that found no loop in its own block; the nearest loop of a caller takes it. */
export class LoopSignal {
  constructor(
    /** Completion.Break or Completion.Continue. */
    readonly completion: number,
    readonly label: string | undefined,
  ) {}
}

/** exit: ends the script file, or the shell's command. */
export class ExitSignal {
  constructor(readonly code: number) {}
}

/** A command of a pipeline wants no more input: those before it stop. */
export class StopUpstream {
  constructor(readonly requester: object) {}
}

export function isControlSignal(thrown: unknown): boolean {
  return thrown instanceof LoopSignal || thrown instanceof ExitSignal || thrown instanceof StopUpstream;
}
