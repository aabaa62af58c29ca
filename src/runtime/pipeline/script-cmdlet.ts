// `$PSCmdlet` of an advanced function: System.Management.Automation.PSScriptCmdlet.

import type { ParameterBinder } from '../binder/parameter-binder.ts';
import { enumerateInto } from '../enumerate.ts';
import type { ErrorRecord } from '../errors.ts';
import { invocationInfo } from '../interpreter/automatic-variables.ts';
import { StopUpstream } from '../interpreter/flow.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { CommandInvocationInfo } from '../invocation-info.ts';
import type { Value } from '../values.ts';
import type { CommandRuntime } from './command-runtime.ts';
import { CONFIRM_CAPTION, ConfirmationState, confirmQuestion, operationText } from './should-process.ts';

/** A record that another command or an expression made becomes one of this command. */
function reported(record: ErrorRecord): ErrorRecord {
  if (record.invocation !== undefined) {
    record.invocation = undefined;
    record.commandType = '';
    record.activity = '';
  }
  return record;
}

export class PSScriptCmdlet {
  private confirmation: ConfirmationState | undefined;

  constructor(
    readonly runtime: CommandRuntime,
    readonly frame: Frame,
    private readonly binder: ParameterBinder,
  ) {}

  get parameterSetName(): string {
    return this.binder.setName;
  }
  get myInvocation(): CommandInvocationInfo {
    return invocationInfo(this.frame);
  }
  writeObject(value: Value): void {
    this.runtime.write(value);
  }
  writeObjects(value: Value, enumerate: boolean): void {
    if (enumerate) enumerateInto(value, (element) => this.runtime.write(element));
    else this.runtime.write(value);
  }
  writeError(record: ErrorRecord): void {
    this.runtime.error(reported(record));
  }
  throwTerminatingError(record: ErrorRecord): never {
    const error = this.runtime.terminate(reported(record));
    error.leaves = this.frame;
    throw error;
  }
  private get confirmations(): ConfirmationState {
    return (this.confirmation ??= new ConfirmationState(this.runtime, this.binder.metadata.confirmImpact));
  }
  shouldProcess(target: string, action?: string): boolean {
    const text = operationText(target, action ?? this.runtime.parts.name);
    return this.confirmations.shouldProcess(text, confirmQuestion(text), CONFIRM_CAPTION);
  }
  shouldProcessText(whatIf: string, question: string, caption: string): boolean {
    return this.confirmations.shouldProcess(whatIf, question, caption);
  }
  shouldContinue(query: string, caption: string): boolean {
    return this.confirmations.ask(query, caption);
  }
  stopUpstream(processor: object): never {
    throw new StopUpstream(processor);
  }
}
