// break, continue, return, throw and exit.

import type * as ast from '../../language/ast.ts';
import { toInt32, toText, tryConvertTo } from '../convert.ts';
import { DotNetException, ErrorRecord, TerminatingError } from '../errors.ts';
import type { Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import { writeUnrolled } from './compile-values.ts';
import { Completion, type Execute } from './compiled-block.ts';
import { bindPosition } from './error-records.ts';
import { ExitSignal } from './flow.ts';
import type { Frame } from './frame.ts';

export function compileBreak(node: ast.Break | ast.Continue, context: CompileContext): Execute {
  const completion = node.kind === 'Break' ? Completion.Break : Completion.Continue;
  if (node.label === undefined) {
    return (frame) => {
      frame.label = undefined;
      return completion;
    };
  }
  const label = context.expression(node.label);
  return (frame) => {
    frame.label = toText(label(frame));
    return completion;
  };
}

export function compileReturn(node: ast.Return, context: CompileContext): Execute {
  const pipeline = node.pipeline;
  if (pipeline === undefined) return () => Completion.Return;
  if (context.method) return compileMethodReturn(pipeline, context);
  if (pipeline.kind === 'Assignment') {
    const value = context.condition(pipeline);
    return (frame, output) => {
      writeUnrolled(value(frame), output);
      return Completion.Return;
    };
  }
  const statement = context.statement(pipeline);
  return (frame, output) => {
    frame.position = pipeline;
    statement(frame, output);
    return Completion.Return;
  };
}

function compileMethodReturn(pipeline: ast.PipelineStatement, context: CompileContext): Execute {
  const value = context.condition(pipeline);
  return (frame) => {
    frame.returned = value(frame);
    return Completion.Return;
  };
}

export function compileThrow(node: ast.Throw, context: CompileContext): Execute {
  const value = node.pipeline && context.value(node.pipeline);
  return (frame) => {
    frame.position = node;
    const thrown = value?.(frame);
    frame.position = node;
    if (node.pipeline === undefined) {
      const current = frame.caught;
      if (current !== undefined) throw new TerminatingError(current, true);
      throw thrownError(frame, 'ScriptHalted', null);
    }
    throw thrownError(frame, thrown, thrown);
  };
}

/** What `throw` makes of its value: records and exceptions stay themselves, everything else is a message. */
function thrownError(frame: Frame, value: Value, target: Value): TerminatingError {
  if (value instanceof ErrorRecord) return new TerminatingError(value, true);
  if (value instanceof DotNetException) return new TerminatingError(exceptionRecord(frame, value), true);
  const inner = exceptionOf(value);
  if (inner !== undefined) return new TerminatingError(exceptionRecord(frame, inner), true);
  const text = Array.isArray(value) || value === undefined || value === null ? toText(value) : toText(value);
  const message = text === '' && (value === null || value === undefined) ? 'ScriptHalted' : text;
  const exception = new DotNetException('System.Management.Automation.RuntimeException', message);
  const record = new ErrorRecord(exception, message, 'OperationStopped', target);
  bindPosition(record, frame);
  return new TerminatingError(record, true);
}

/** An object of a script class that derives from Exception. */
function exceptionOf(value: Value): DotNetException | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const converted = 'exception' in value ? (value as { exception: unknown }).exception : undefined;
  return converted instanceof DotNetException ? converted : undefined;
}

function exceptionRecord(frame: Frame, exception: DotNetException): ErrorRecord {
  const { errorId, category, target } = exception.options;
  const record = new ErrorRecord(
    exception,
    errorId ?? exception.message,
    category ?? 'OperationStopped',
    target ?? null,
  );
  bindPosition(record, frame);
  return record;
}

export function compileExit(node: ast.Exit, context: CompileContext): Execute {
  const value = node.pipeline && context.value(node.pipeline);
  return (frame) => {
    const code = value?.(frame);
    throw new ExitSignal(exitCode(code));
  };
}

function exitCode(value: Value): number {
  if (value === null || value === undefined) return 0;
  return tryConvertTo(value, 'int') === undefined ? 0 : toInt32(value);
}
