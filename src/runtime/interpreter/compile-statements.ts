// Lists of statements, and what happens to an error that one of them raises (about_Try_Catch_Finally, about_Trap).

import type * as ast from '../../language/ast.ts';
import { toText } from '../convert.ts';
import { TerminatingError } from '../errors.ts';
import { recordError } from '../pipeline/error-list.ts';
import type { Output } from '../streams.ts';
import type { CompileContext } from './compile-context.ts';
import { type CompiledTrap, compileTrap, runTraps } from './compile-try.ts';
import { Completion, type Execute } from './compiled-block.ts';
import { asTerminating } from './error-records.ts';
import type { Frame } from './frame.ts';

export function compileStatements(
  statements: readonly ast.Statement[],
  traps: readonly ast.Trap[],
  context: CompileContext,
): Execute {
  const nodes = statements.filter((statement) => statement.kind !== 'Trap');
  const codes = nodes.map((node) => context.statement(node));
  if (traps.length > 0)
    return withTraps(
      nodes,
      codes,
      traps.map((trap) => compileTrap(trap, context)),
    );
  if (codes.length === 0) return () => Completion.Normal;
  if (codes.length === 1) return single(nodes[0]!, codes[0]!);
  return (frame, output) => {
    let index = 0;
    for (;;) {
      try {
        while (index < codes.length) {
          frame.position = nodes[index]!;
          const completion = codes[index++]!(frame, output);
          if (completion !== 0) return completion;
        }
        return 0;
      } catch (thrown) {
        statementFailed(frame, thrown);
      }
    }
  };
}

function single(node: ast.Statement, code: Execute): Execute {
  return (frame, output) => {
    frame.position = node;
    try {
      return code(frame, output);
    } catch (thrown) {
      statementFailed(frame, thrown);
      return 0;
    }
  };
}

/**
 * An error reached the list of statements it was raised in. Inside of a try it goes on to the catch; otherwise a
 * statement-terminating one is reported and the next statement runs, a script-terminating one unwinds further.
 */
export function statementFailed(frame: Frame, thrown: unknown): void {
  const error = asTerminating(thrown, frame);
  const engine = frame.engine;
  engine.frame = frame;
  if (error === undefined) throw thrown;
  engine.success = false;
  if (engine.propagateErrors || error.leaves !== undefined) throw error;
  const preference = errorPreference(frame);
  if (preference === 'silentlycontinue' || preference === 'ignore') {
    if (preference === 'silentlycontinue') recordError(engine, error.record);
    return;
  }
  recordError(engine, error.record);
  if (preference === 'stop') throw error.scriptTerminating ? error : new TerminatingError(error.record, true);
  if (error.scriptTerminating) throw error;
  frame.streams.error.write(error.record);
}

function errorPreference(frame: Frame): string {
  const value = frame.scope.valueOf('erroractionpreference');
  return typeof value === 'string'
    ? value.toLowerCase()
    : value === null || value === undefined
      ? 'continue'
      : toText(value).toLowerCase();
}

/** An error that no trap of the block takes ends everything up to a try around it. */
function unhandled(error: TerminatingError): TerminatingError {
  if (error.scriptTerminating) return error;
  error.record.reason = 'ParentContainsErrorRecordException';
  return new TerminatingError(error.record, true);
}

/** With traps, errors of every statement go to them first. */
function withTraps(nodes: readonly ast.Statement[], codes: readonly Execute[], traps: CompiledTrap[]): Execute {
  return (frame, output) => {
    for (let index = 0; index < codes.length; index++) {
      frame.position = nodes[index]!;
      const completion = runTrapped(codes[index]!, traps, frame, output);
      if (completion !== 0) return completion;
    }
    return 0;
  };
}

function runTrapped(code: Execute, traps: CompiledTrap[], frame: Frame, output: Output): number {
  const engine = frame.engine;
  const former = engine.propagateErrors;
  engine.propagateErrors = true;
  try {
    return code(frame, output);
  } catch (thrown) {
    engine.propagateErrors = former;
    const error = asTerminating(thrown, frame);
    engine.frame = frame;
    if (error === undefined) throw thrown;
    engine.success = false;
    const completion = runTraps(traps, error, frame, output);
    if (completion !== undefined) return completion;
    throw unhandled(error);
  } finally {
    engine.propagateErrors = former;
  }
}
