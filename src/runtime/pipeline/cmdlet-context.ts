// What a running cmdlet sees of the runtime: the CmdletContext of cmdlet.ts.

import type { ParameterBinder } from '../binder/parameter-binder.ts';
import type { CmdletContext } from '../cmdlet.ts';
import type { CmdletInfo } from '../command-info.ts';
import { toBool } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { DotNetException, type ErrorCategory, ErrorRecord, PipelineStopped } from '../errors.ts';
import type { ProgressRecord, RuntimeHost, Services } from '../host.ts';
import { StopUpstream } from '../interpreter/flow.ts';
import { ScriptBlock } from '../script-block.ts';
import { HostInformationMessage } from '../streams.ts';
import type { Value } from '../values.ts';
import type { CmdletProcessor } from './cmdlet-processor.ts';
import type { CommandRuntime } from './command-runtime.ts';
import { CONFIRM_CAPTION, ConfirmationState, confirmQuestion, operationText } from './should-process.ts';

export class RunningCmdlet implements CmdletContext {
  readonly engine: Engine;
  readonly host: RuntimeHost;
  readonly nativeArgs: string[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: the definition, not the compiler, knows the type of an argument.
  args: Record<string, any> = {};
  input: Value = undefined;
  exitCode = 0;
  private confirmation: ConfirmationState | undefined;

  constructor(
    readonly runtime: CommandRuntime,
    private readonly binder: ParameterBinder,
    private readonly processor: CmdletProcessor,
    private readonly command: CmdletInfo,
  ) {
    this.engine = runtime.parts.engine;
    this.host = this.engine.host;
  }

  get services(): Services {
    return this.host.services;
  }
  get invocationName(): string {
    return this.processor.call.invocation.invocationName;
  }
  /** How it was called, for records made on its behalf. */
  get invocation() {
    return this.processor.invocation;
  }
  get parameterSet(): string {
    return this.binder.setName;
  }
  get expectingInput(): boolean {
    return this.processor.expectingInput;
  }
  has(parameter: string): boolean {
    return this.binder.boundKeys.has(parameter.toLowerCase());
  }

  /** Takes over what is bound now. */
  refresh(): void {
    for (const [name, value] of this.binder.bound) this.args[name] = this.argument(name, value);
  }
  private argument(name: string, value: Value): unknown {
    const parameter = this.binder.metadata.parameters.get(name.toLowerCase());
    if (parameter?.isSwitch) return toBool(value);
    return value ?? null;
  }

  private pipelineNames: string[] | undefined;
  setInput(input: Value): void {
    this.input = input;
    this.pipelineNames ??= this.namesFromPipeline();
    for (const name of this.pipelineNames) {
      if (this.binder.bound.has(name)) this.args[name] = this.argument(name, this.binder.bound.get(name));
      else delete this.args[name];
    }
  }
  private namesFromPipeline(): string[] {
    const names: string[] = [];
    for (const parameter of this.binder.metadata.parameters.values()) {
      for (const data of parameter.sets.values()) {
        if ((data.byValue || data.byName) && !names.includes(parameter.name)) names.push(parameter.name);
      }
    }
    return names;
  }

  // -------------------------------------------------------------- streams

  write(value: Value): void {
    this.runtime.write(value);
  }
  writeAll(values: Iterable<Value>): void {
    for (const value of values) this.runtime.write(value);
  }
  error(record: ErrorRecord): void {
    this.runtime.error(record);
  }
  makeError(
    message: string,
    errorId: string,
    category: ErrorCategory,
    target: Value = null,
    type = 'System.Exception',
  ): ErrorRecord {
    return new ErrorRecord(new DotNetException(type, message), errorId, category, target);
  }
  fail(record: ErrorRecord): never {
    throw this.runtime.terminate(record);
  }
  warning(text: string): void {
    this.runtime.warning(text);
  }
  verbose(text: string): void {
    this.runtime.verbose(text);
  }
  debug(text: string): void {
    this.runtime.debug(text);
  }
  information(data: Value, tags: string[] = []): void {
    this.runtime.information(data, tags, this.processor.call.invocation.source?.file ?? this.command.name);
  }
  hostWrite(text: string, newline = true, coloured?: string): void {
    this.runtime.host(new HostInformationMessage(text, !newline, coloured));
  }
  nativeError(line: string): void {
    const exception = new DotNetException('System.Management.Automation.RemoteException', line);
    const record = new ErrorRecord(exception, 'NativeCommandError', 'NotSpecified', line);
    record.activity = this.command.name;
    this.runtime.parts.streams().error.write(record);
  }
  progress(record: Partial<ProgressRecord> & { activity: string }): void {
    const full: ProgressRecord = {
      id: 0,
      parentId: -1,
      status: 'Processing',
      currentOperation: '',
      percent: -1,
      secondsRemaining: -1,
      completed: false,
      ...record,
    };
    this.host.ui.progress(full.completed ? undefined : full);
  }

  // -------------------------------------------------------------- questions

  private get confirmations(): ConfirmationState {
    return (this.confirmation ??= new ConfirmationState(
      this.runtime,
      this.command.definition.confirmImpact ?? 'Medium',
    ));
  }
  shouldProcess(target: string, action?: string): boolean {
    const text = operationText(target, action ?? this.command.name);
    return this.confirmations.shouldProcess(text, confirmQuestion(text), CONFIRM_CAPTION);
  }
  shouldProcessText(whatIf: string, question: string, caption = CONFIRM_CAPTION): boolean {
    return this.confirmations.shouldProcess(whatIf, question, caption);
  }
  shouldContinue(query: string, caption: string): boolean {
    return this.confirmations.ask(query, caption);
  }

  // -------------------------------------------------------------- script blocks

  invoke(
    block: Value,
    options: { underscore?: Value; args?: Value[]; input?: Value[]; newScope?: boolean } = {},
  ): Value[] {
    if (!(block instanceof ScriptBlock)) throw new Error('invoke needs a script block');
    return this.engine.callBlock(block, { ...options, scope: options.newScope ? 'new' : 'current' });
  }
  stopUpstream(): never {
    throw new StopUpstream(this.processor);
  }
  checkInterrupt(): void {
    if (this.engine.interrupted) throw new PipelineStopped();
  }
}
