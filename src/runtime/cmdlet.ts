// The contract between the runtime and every cmdlet: one definition object a cmdlet, from which binding, help, completion,
// Get-Command and the reference pages are made; and what a running cmdlet may ask of the runtime.

import type { ErrorCategory, ErrorRecord } from './errors.ts';
import type { ProgressRecord, RuntimeHost, Services } from './host.ts';
import type { Value } from './values.ts';

// ---------------------------------------------------------------- definition

export interface ParameterInSet {
  mandatory?: boolean;
  /** From 0; absent: by name only. */
  position?: number;
  /** Pipeline input: by value, by property name, or both. */
  pipeline?: 'value' | 'name' | 'both';
  /** ValueFromRemainingArguments. */
  remaining?: boolean;
}

/** Checks on an argument, in the order PowerShell's attributes would have. Messages are the reference's. */
export type Validation =
  | { kind: 'set'; values: string[]; ignoreCase?: boolean }
  | {
      kind: 'range';
      min?: number | string;
      max?: number | string;
      preset?: 'Positive' | 'NonNegative' | 'Negative' | 'NonPositive';
    }
  | { kind: 'pattern'; pattern: string }
  | { kind: 'length'; min: number; max: number }
  | { kind: 'count'; min: number; max: number }
  | { kind: 'notNull' }
  | { kind: 'notNullOrEmpty' }
  | { kind: 'notNullOrWhiteSpace' }
  | { kind: 'allowNull' }
  | { kind: 'allowEmptyString' }
  | { kind: 'allowEmptyCollection' };

export interface ParameterDefinition extends ParameterInSet {
  /**
   * Type as in `[…]`: `string`, `string[]`, `int`, `switch`, `scriptblock`, `object`, `psobject[]`, `datetime`, `hashtable`,
   * `Microsoft.Exchange.Data.Unlimited` … Arguments arrive converted to it. An enumeration is `enum` with `values`.
   */
  type: string;
  /** Names of the enumeration's values when `type` is an enum of the cmdlet's own (`enumName` is its full .NET name). */
  values?: string[];
  enumName?: string;
  /** The enumeration's values may stand together: `A, B`. */
  flags?: boolean;
  aliases?: string[];
  /** Sets it belongs to, when not all: a name, several, or per set what differs from the parameter's own fields. */
  sets?: string | string[] | Record<string, ParameterInSet>;
  validate?: Validation[];
  /**
   * What does not fit its type is told as a failed transformation, as of a command whose arguments are converted where it runs, not
   * where it is typed (implicit remoting).
   */
  convertedRemotely?: boolean;
  /**
   * Argument transformation: makes the parameter's value from the argument as given, in place of the conversion to `type`.
   * Throws a DotNetException, which becomes a ParameterArgumentTransformationError. For an enumeration, undefined leaves the argument
   * to the ordinary conversion.
   */
  transform?: (value: Value) => Value;
  /** Shown by help; the cmdlet itself applies it. */
  default?: string;
  wildcards?: boolean;
  hidden?: boolean;
  /** One sentence. */
  help: string;
  /** Values for completion, from the model. `word` is what is typed so far. */
  complete?: (host: RuntimeHost, word: string, bound: Record<string, Value>) => string[];
}

/** An example: help shows it, a test runs it (before it `setup`, which is not shown) and compares `output` when given. */
export interface Example {
  title?: string;
  script: string;
  setup?: string;
  /** The whole output as text, 80 columns. Absent: it must merely run without an error. */
  output?: string;
  /** Named sample organisation; default the default one. */
  organization?: string;
  remarks?: string;
}

/** begin, process and end of one invocation. `end` is skipped after a terminating error, `dispose` always runs. */
export interface CmdletRun {
  begin?(): void;
  process?(): void;
  end?(): void;
  dispose?(): void;
}

export interface CmdletDefinition {
  /** `Get-Queue`; of a native program its file name (`net.exe`). */
  name: string;
  /** 'cmdlet' by default; 'native' gets its arguments as text and its pipeline input as lines. */
  kind?: 'cmdlet' | 'native';
  /** Module or snap-in: `Microsoft.PowerShell.Utility`, `Microsoft.Exchange.Management`, `hubshell`. */
  module: string;
  /** Full .NET name of the implementing class, last part of FullyQualifiedErrorId; default `Microsoft.PowerShell.Commands.<Verb><Noun>Command`. */
  implementingType?: string;
  aliases?: string[];
  synopsis: string;
  description?: string;
  parameters: Record<string, ParameterDefinition>;
  defaultSet?: string;
  supportsShouldProcess?: boolean;
  confirmImpact?: 'None' | 'Low' | 'Medium' | 'High';
  supportsPaging?: boolean;
  /** Full .NET type names of what it puts out. */
  outputs?: string[];
  /** Properties of what it puts out, when its type has no table of members: for completion. */
  outputProperties?: (host: RuntimeHost) => readonly string[];
  /** Native commands: what the argument after `words` could become. */
  completeArgument?: (host: RuntimeHost, words: readonly string[], word: string) => readonly string[];
  examples: Example[];
  /** Further parameters that depend on what is bound so far (`Get-ChildItem -File` on FileSystem drives). */
  dynamicParameters?: (cmdlet: CmdletContext) => Record<string, ParameterDefinition>;
  /** Starts one invocation. */
  create(cmdlet: CmdletContext): CmdletRun;
}

/** Keeps the literal type of a definition while checking it. */
export function defineCmdlet(definition: CmdletDefinition): CmdletDefinition {
  return definition;
}

// ---------------------------------------------------------------- a running cmdlet

export interface CmdletContext {
  readonly host: RuntimeHost;
  readonly services: Services;
  /** The engine behind it: variables, functions, providers, invocation. Declared in `session-state.ts`. */
  readonly engine: import('./engine.ts').Engine;
  /** Name as it was called (an alias keeps its own). */
  readonly invocationName: string;
  /**
   * Bound parameters by defined name, converted. Pipeline-bound ones are set anew before each `process`.
   * Absent: `undefined`; a switch is a boolean.
   */
  // biome-ignore lint/suspicious/noExplicitAny: the definition, not the compiler, knows the type of an argument.
  readonly args: Record<string, any>;
  /** True when the user gave it, on the command line or through the pipeline. */
  has(parameter: string): boolean;
  readonly parameterSet: string;
  /** Whether something is piped in, and (in `process`) the current object. */
  readonly expectingInput: boolean;
  readonly input: Value;
  /** Native commands: the arguments as text. */
  readonly nativeArgs: string[];
  /** Native commands: what the process ends with; becomes $LASTEXITCODE, and $? is false when it is not 0. */
  exitCode: number;
  /** Native commands: a line on standard error. */
  nativeError(line: string): void;

  write(value: Value): void;
  /** Writes every element of an array (or one value) to the pipeline. */
  writeAll(values: Iterable<Value>): void;
  /** Writes a non-terminating error. */
  error(record: ErrorRecord): void;
  /** Makes a record; `type` is the .NET exception's full name. */
  makeError(message: string, errorId: string, category: ErrorCategory, target?: Value, type?: string): ErrorRecord;
  /** Stops this cmdlet with the error (ThrowTerminatingError). */
  fail(record: ErrorRecord): never;
  warning(text: string): void;
  verbose(text: string): void;
  debug(text: string): void;
  information(data: Value, tags?: string[]): void;
  /** Write-Host: to the information stream, shown at once; `coloured` is the text with escape sequences for a terminal. */
  hostWrite(text: string, newline?: boolean, coloured?: string): void;
  progress(record: Partial<ProgressRecord> & { activity: string }): void;

  /** -WhatIf and -Confirm. Message forms: `Performing the operation "action" on target "target".` */
  shouldProcess(target: string, action?: string): boolean;
  /** Texts of its own, as Exchange has: what -WhatIf prints after `What if: `, and the question -Confirm asks. */
  shouldProcessText(whatIf: string, question: string, caption?: string): boolean;
  shouldContinue(query: string, caption: string): boolean;

  /** Runs a script block with `$_` and arguments, in the caller's scope unless `newScope`; all that it puts out. */
  invoke(block: Value, options?: { underscore?: Value; args?: Value[]; input?: Value[]; newScope?: boolean }): Value[];
  /** No more input wanted: stops the commands upstream (Select-Object -First). */
  stopUpstream(): never;
  /** Throws PipelineStopped after Ctrl+C; call it in long loops. */
  checkInterrupt(): void;
}
