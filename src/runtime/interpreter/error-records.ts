// From what was thrown to an error record with a position, and what a statement does with an error nobody caught.

import type { Extent } from '../../language/ast.ts';
import type { SyntaxError as ParseFault } from '../../language/errors.ts';
import { SourceText } from '../../language/source.ts';
import { DotNetException, type ErrorPosition, ErrorRecord, type InvocationInfo, TerminatingError } from '../errors.ts';
import { CommandInvocationInfo } from '../invocation-info.ts';
import { ParseErrorInfo } from '../parse-error.ts';
import { describeRecord, shortTypeName } from '../pipeline/describe-record.ts';
import { positionMessage } from '../position-message.ts';
import type { Frame } from './frame.ts';

/** The position object of a range of text. */
export function makePosition(source: SourceText, extent: Extent): ErrorPosition {
  const start = source.position(extent.start);
  const end = source.position(extent.end);
  const lineText = source.line(start.line);
  const continues = end.line > start.line;
  return {
    file: source.file,
    line: start.line,
    column: start.column,
    lineText,
    startColumn: start.column,
    endColumn: continues ? lineText.length + 1 : end.column,
    continues,
    text: source.text.slice(extent.start, extent.end),
  };
}

/** `at f, C:\a.ps1: line 3`, one line a frame. */
export function stackTrace(frame: Frame | undefined): string {
  const lines: string[] = [];
  for (let current = frame; current !== undefined && lines.length < 100; current = current.caller) {
    const { source } = current;
    lines.push(
      `at ${current.name}, ${source.file ?? '<No file>'}: line ${source.position(current.position.start).line}`,
    );
  }
  return lines.join('\n');
}

/** Gives a record its position, unless it has one. */
export function bindPosition(record: ErrorRecord, frame: Frame): void {
  if (record.invocation === undefined) {
    record.invocation = expressionInvocation(frame);
  }
  if (record.scriptStackTrace === '') record.scriptStackTrace = stackTrace(frame);
  describeRecord(record);
}

export function expressionInvocation(frame: Frame): InvocationInfo {
  const position = makePosition(frame.source, frame.position);
  return Object.assign(new CommandInvocationInfo(), {
    position,
    scriptName: frame.source.file,
    line: position.lineText,
  });
}

/** Exceptions that carry an error record of their own. */
function carriesRecord(exception: DotNetException): boolean {
  return exception.options.errorId !== undefined || exception.type.startsWith('System.Management.Automation.');
}

/** The record of an exception that an expression raised. */
export function recordOf(exception: DotNetException): ErrorRecord {
  const { errorId, category, target } = exception.options;
  if (carriesRecord(exception)) {
    return new ErrorRecord(
      exception,
      errorId ?? shortTypeName(exception.type).replace(/Exception$/, (s) => s),
      category ?? 'NotSpecified',
      target ?? null,
    );
  }
  if (exception.type !== 'System.DivideByZeroException')
    return new ErrorRecord(exception, exception.type, 'OperationStopped', target ?? null);
  const outer = new DotNetException('System.Management.Automation.RuntimeException', exception.message, {
    inner: exception,
  });
  return new ErrorRecord(outer, 'RuntimeException', 'NotSpecified', target ?? null);
}

function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && /call stack/i.test(thrown.message);
}

function callDepthOverflow(): TerminatingError {
  const exception = new DotNetException(
    'System.Management.Automation.ScriptCallDepthException',
    'The script failed due to call depth overflow.',
    {
      errorId: 'CallDepthOverflow',
      category: 'InvalidOperation',
    },
  );
  return new TerminatingError(new ErrorRecord(exception, 'CallDepthOverflow', 'InvalidOperation', null), true);
}

/** The user's fault as a TerminatingError with position; undefined for signals and faults of our own. */
export function asTerminating(thrown: unknown, frame: Frame): TerminatingError | undefined {
  if (thrown instanceof TerminatingError) {
    bindPosition(thrown.record, frame);
    return thrown;
  }
  if (thrown instanceof DotNetException) {
    const record = recordOf(thrown);
    bindPosition(record, frame);
    return new TerminatingError(record, false);
  }
  if (isStackOverflow(thrown)) {
    const error = callDepthOverflow();
    error.record.invocation = expressionInvocation(frame);
    return error;
  }
  return undefined;
}

// ---------------------------------------------------------------- syntax errors

/** The ParseException of text that does not parse, with the record that shows its first error. */
export function syntaxErrorException(errors: readonly ParseFault[], text: string, file?: string): DotNetException {
  const source = new SourceText(text, file);
  const message = errors.map((error) => positionedMessage(source, error)).join('\n');
  const first = errors[0]!;
  const details = errors.map((error) => new ParseErrorInfo(error, makePosition(source, error)));
  return new DotNetException('System.Management.Automation.ParseException', message, {
    errorId: first.id,
    category: 'ParserError',
    properties: { Errors: details },
  });
}

/** The record of a script that does not parse: its message shows the places, so it has none of its own. */
export function syntaxErrorRecord(errors: readonly ParseFault[], text: string, file?: string): TerminatingError {
  const exception = syntaxErrorException(errors, text, file);
  const record = new ErrorRecord(exception, exception.options.errorId!, 'ParserError', null);
  record.invocation = new CommandInvocationInfo();
  describeRecord(record);
  return new TerminatingError(record, true);
}

function positionedMessage(source: SourceText, error: ParseFault): string {
  return `${positionMessage(makePosition(source, error))}\n${error.message}`;
}
