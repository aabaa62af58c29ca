// try, catch, finally and trap.

import type * as ast from '../../language/ast.ts';
import { type DotNetException, ErrorRecord, PipelineStopped, type TerminatingError } from '../errors.ts';
import { recordError } from '../pipeline/error-list.ts';
import { PSVariable } from '../scope.ts';
import type { Output } from '../streams.ts';
import type { PSType } from '../types/registry.ts';
import type { CompileContext } from './compile-context.ts';
import { Completion, type Execute } from './compiled-block.ts';
import { asTerminating } from './error-records.ts';
import { exceptionIsOf } from './exception-types.ts';
import type { Frame } from './frame.ts';
import { bracketed, typeAt } from './type-names.ts';

interface CompiledCatch {
  types: ((frame: Frame) => PSType)[];
  body: Execute;
}

export function compileTry(node: ast.Try, context: CompileContext): Execute {
  const body = context.block(node.body);
  const catches = node.catches.map((clause) => ({
    types: clause.types.map((type) => typeGetter(type, context)),
    body: context.block(clause.body),
  }));
  const finallyBody = node.finallyBody && context.block(node.finallyBody);
  const slot = context.slot('_');
  const guarded: Execute =
    catches.length === 0 ? protect(body) : (frame, output) => runTry(frame, output, body, catches, slot);
  if (finallyBody === undefined) return guarded;
  return (frame, output) => runFinally(frame, output, guarded, finallyBody);
}

function typeGetter(name: ast.TypeName, context: CompileContext): (frame: Frame) => PSType {
  let known: PSType | undefined;
  return (frame) => (known ??= typeAt(frame, name, context.usings, bracketed(name)));
}

/** Inside of a try, errors leave the statement they happened in at once. */
function protect(body: Execute): Execute {
  return (frame, output) => {
    const engine = frame.engine;
    const former = engine.propagateErrors;
    engine.propagateErrors = true;
    try {
      return body(frame, output);
    } finally {
      engine.propagateErrors = former;
    }
  };
}

function runTry(frame: Frame, output: Output, body: Execute, catches: CompiledCatch[], slot: number): number {
  const engine = frame.engine;
  const former = engine.propagateErrors;
  const streams = frame.streams;
  engine.propagateErrors = true;
  try {
    return body(frame, output);
  } catch (thrown) {
    engine.propagateErrors = former;
    engine.frame = frame;
    const error = asTerminating(thrown, frame);
    if (error === undefined) throw thrown;
    frame.streams = streams;
    const handler = chooseCatch(frame, catches, error);
    recordError(engine, error.record);
    if (handler === undefined) throw error;
    return withUnderscore(frame, slot, seenBy(handler.exception, error.record), () =>
      handler.clause.body(frame, output),
    );
  } finally {
    engine.propagateErrors = former;
  }
}

interface Chosen {
  clause: CompiledCatch;
  /** The exception that the clause takes: the one thrown, or the one inside of it. */
  exception: DotNetException;
}

/** A clause for the inner exception sees a record of that one. */
function seenBy(exception: DotNetException, record: ErrorRecord): ErrorRecord {
  if (exception === record.exception) return record;
  return Object.assign(new ErrorRecord(exception, record.errorId, record.category, record.target), {
    ...record,
    exception,
  });
}

/** The first catch for the exception, preferring its own type to those it derives from only by order. Inner exceptions count too. */
function chooseCatch(frame: Frame, catches: CompiledCatch[], error: TerminatingError): Chosen | undefined {
  const exceptions: DotNetException[] = [error.record.exception];
  const inner = error.record.exception.options.inner;
  if (inner !== undefined) exceptions.push(inner);
  let best: (Chosen & { rank: number }) | undefined;
  for (const clause of catches) {
    if (clause.types.length === 0) {
      best ??= { clause, rank: Number.POSITIVE_INFINITY, exception: error.record.exception };
      continue;
    }
    for (const getType of clause.types) {
      const type = getType(frame);
      exceptions.forEach((exception, depth) => {
        const distance = exceptionIsOf(exception, type);
        if (distance === undefined) return;
        const rank = distance * 2 + (exceptions.length - 1 - depth);
        if (best === undefined || rank < best.rank) best = { clause, rank, exception };
      });
    }
  }
  return best;
}

/** Runs with `$_` set to the record, and gives it its former value back. */
function withUnderscore(frame: Frame, slot: number, record: ErrorRecord, run: () => number): number {
  const scope = frame.scope;
  const former = scope.own('_');
  const formerValue = former?.value;
  const formerCaught = frame.caught;
  const variable = former ?? new PSVariable('_');
  if (former === undefined) scope.put('_', variable);
  variable.value = record;
  frame.slots[slot] = variable;
  frame.caught = record;
  try {
    return run();
  } finally {
    frame.caught = formerCaught;
    if (former === undefined) scope.remove('_');
    else variable.value = formerValue;
  }
}

function runFinally(frame: Frame, output: Output, guarded: Execute, finallyBody: Execute): number {
  const engine = frame.engine;
  let completion: number;
  const streams = frame.streams;
  try {
    completion = guarded(frame, output);
  } catch (thrown) {
    engine.frame = frame;
    frame.streams = streams;
    const former = engine.propagateErrors;
    const cleaningUp = engine.cleaningUp;
    if (thrown instanceof PipelineStopped) engine.cleaningUp = true;
    try {
      const overruled = finallyBody(frame, output);
      if (overruled !== 0 && !(thrown instanceof PipelineStopped)) return overruled;
    } finally {
      engine.propagateErrors = former;
      engine.cleaningUp = cleaningUp;
    }
    throw thrown;
  }
  const label = frame.label;
  const overruled = finallyBody(frame, output);
  if (overruled !== 0) return overruled;
  frame.label = label;
  return completion;
}

// ---------------------------------------------------------------- trap

export interface CompiledTrap {
  type: ((frame: Frame) => PSType) | undefined;
  body: Execute;
  slot: number;
}

export function compileTrap(node: ast.Trap, context: CompileContext): CompiledTrap {
  return {
    type: node.type && typeGetter(node.type, context),
    body: context.block(node.body),
    slot: context.slot('_'),
  };
}

/** Runs the trap that fits best; its completion decides how the block goes on. Undefined when the error stays unhandled. */
export function runTraps(
  traps: CompiledTrap[],
  error: TerminatingError,
  frame: Frame,
  output: Output,
): number | undefined {
  const trap = chooseTrap(frame, traps, error.record.exception);
  if (trap === undefined) return undefined;
  recordError(frame.engine, error.record);
  const completion = withUnderscore(
    frame,
    trap.slot,
    seenBy(error.record.exception.options.inner ?? error.record.exception, error.record),
    () => trap.body(frame, output),
  );
  if (completion === Completion.Continue) return Completion.Normal;
  if (completion === Completion.Return || completion === Completion.Break) {
    if (completion === Completion.Return) return Completion.Return;
    throw error;
  }
  frame.streams.error.write(error.record);
  return Completion.Normal;
}

function chooseTrap(frame: Frame, traps: CompiledTrap[], exception: DotNetException): CompiledTrap | undefined {
  let best: { trap: CompiledTrap; rank: number } | undefined;
  for (const trap of traps) {
    const candidates = [exception, ...(exception.options.inner ? [exception.options.inner] : [])];
    for (const candidate of candidates) {
      const rank = trap.type === undefined ? Number.MAX_VALUE : exceptionIsOf(candidate, trap.type(frame));
      if (rank !== undefined && (best === undefined || rank < best.rank)) best = { trap, rank };
    }
  }
  return best?.trap;
}
