// Failures and completions. Three kinds stay apart:
//   1. the user's fault: an ErrorRecord, written to the error stream (non-terminating) or thrown as a TerminatingError;
//   2. break, continue, return, exit: completions, see interpreter/;
//   3. our own fault: an ordinary JavaScript Error, which stops with a clear message and is never caught as 1.

import type { Value } from './values.ts';

/** System.Management.Automation.ErrorCategory. */
export type ErrorCategory =
  | 'NotSpecified'
  | 'OpenError'
  | 'CloseError'
  | 'DeviceError'
  | 'DeadlockDetected'
  | 'InvalidArgument'
  | 'InvalidData'
  | 'InvalidOperation'
  | 'InvalidResult'
  | 'InvalidType'
  | 'MetadataError'
  | 'NotImplemented'
  | 'NotInstalled'
  | 'ObjectNotFound'
  | 'OperationStopped'
  | 'OperationTimeout'
  | 'SyntaxError'
  | 'ParserError'
  | 'PermissionDenied'
  | 'ResourceBusy'
  | 'ResourceExists'
  | 'ResourceUnavailable'
  | 'ReadError'
  | 'WriteError'
  | 'FromStdErr'
  | 'SecurityError'
  | 'ProtocolError'
  | 'ConnectionError'
  | 'AuthenticationError'
  | 'LimitsExceeded'
  | 'QuotaExceeded'
  | 'NotEnabled';

/**
 * A .NET exception as scripts see it (`$_.Exception`). Thrown by conversions, operators and methods; the interpreter turns it
 * into an ErrorRecord with a position (and, for a method, wraps it in a MethodInvocationException).
 * It deliberately does not extend Error: no JavaScript stack is taken.
 */
export class DotNetException {
  constructor(
    /** Full .NET name, e.g. `System.FormatException`. */
    readonly type: string,
    readonly message: string,
    readonly options: {
      inner?: DotNetException;
      /** Error id of the record made from it; default: the type's short name. */
      errorId?: string;
      category?: ErrorCategory;
      target?: Value;
      /** Further properties, e.g. `{ ParamName: 'index' }`. */
      properties?: Record<string, Value>;
      /** The object of a script class that derives from Exception, when this is one. */
      object?: object;
    } = {},
  ) {}
}

/** Where an error happened, as NormalView prints it (`At C:\a.ps1:2 char:6` and the underlined line). */
export interface ErrorPosition {
  file?: string;
  line: number;
  column: number;
  /** The full source line, and the marked part of it in columns counted from 1 (end exclusive; may lie beyond the line). */
  lineText: string;
  startColumn: number;
  endColumn: number;
  /** True when the extent spans several lines: only the first is shown, followed by `...`. */
  continues: boolean;
  /** Text of the extent. */
  text: string;
}

/** What `$_.InvocationInfo` shows: B fills it; views read it. */
export interface InvocationInfo {
  myCommandName: string;
  /** Name printed before the message in NormalView (`Get-Item : …`), empty for expressions. */
  invocationName: string;
  position?: ErrorPosition;
  scriptName?: string;
  boundParameters?: Value;
  unboundArguments?: Value[];
  line?: string;
  pipelineLength?: number;
  pipelinePosition?: number;
  expectingInput?: boolean;
  commandOrigin?: string;
  /** The CommandInfo of the running command, when there is one. */
  myCommand?: Value;
}

/** System.Management.Automation.ErrorRecord. */
export class ErrorRecord {
  exception: DotNetException;
  errorId: string;
  category: ErrorCategory;
  target: Value;
  /** The four texts of CategoryInfo; filled when the record is bound to a command. */
  activity = '';
  reason = '';
  targetName = '';
  targetType = '';
  /** `,Microsoft.PowerShell.Commands.GetItemCommand` part of the FullyQualifiedErrorId; empty for expressions. */
  commandType = '';
  /** Replaces exception.message in the display. */
  details?: string;
  recommendedAction?: string;
  invocation?: InvocationInfo;
  scriptStackTrace = '';

  constructor(exception: DotNetException, errorId: string, category: ErrorCategory, target: Value = null) {
    this.exception = exception;
    this.errorId = errorId;
    this.category = category;
    this.target = target;
  }

  toString(): string {
    return this.details ?? this.exception.message;
  }

  get fullyQualifiedErrorId(): string {
    return this.commandType === '' ? this.errorId : `${this.errorId},${this.commandType}`;
  }
}

/** Thrown to stop with an error record (throw, ThrowTerminatingError, -ErrorAction Stop, failing expressions). */
export class TerminatingError {
  constructor(
    readonly record: ErrorRecord,
    /** Statement-terminating errors let the script go on with its next statement; script-terminating ones (throw, Stop) unwind it. */
    readonly scriptTerminating: boolean,
    /** The frame of the advanced function that ThrowTerminatingError leaves: no statement inside of it may go on. */
    public leaves?: object,
  ) {}
}

/** Thrown when Ctrl+C was seen. Nothing but the host catches it; finally blocks run. */
export class PipelineStopped {}
