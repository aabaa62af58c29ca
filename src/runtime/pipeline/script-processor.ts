// A function, a script file or a script block as a command of a pipeline.

import { defaultArguments } from '../binder/default-values.ts';
import { bindDynamicParameters } from '../binder/dynamic-parameters.ts';
import { ParameterBinder } from '../binder/parameter-binder.ts';
import { resolveSets } from '../binder/parameter-sets.ts';
import { PipelineBinder } from '../binder/pipeline-binder.ts';
import type { CommandInfo, FunctionInfo } from '../command-info.ts';
import { FunctionInfo as FunctionClass } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { ErrorRecord, TerminatingError } from '../errors.ts';
import {
  frameInCurrentScope,
  frameInNewScope,
  ownVariable,
  releaseFrame,
  runInFrame,
} from '../interpreter/activation.ts';
import { type Argument, toArgs } from '../interpreter/argument.ts';
import { invocationInfo } from '../interpreter/automatic-variables.ts';
import { metadataOf } from '../interpreter/block-metadata.ts';
import { ExitSignal } from '../interpreter/flow.ts';
import type { Frame, Invocation } from '../interpreter/frame.ts';
import { bindParameterVariables, refreshPipelineParameters } from '../interpreter/parameter-variables.ts';
import { checkRequires } from '../interpreter/requires.ts';
import { PSVariable } from '../scope.ts';
import type { ScriptBlock } from '../script-block.ts';
import { NULL_OUTPUT, type Output, type Streams } from '../streams.ts';
import type { Value } from '../values.ts';
import { CommandProcessor, type PipelineState } from './command-processor.ts';
import { CommandRuntime } from './command-runtime.ts';
import { commonOptions } from './common-options.ts';
import { applyCommonVariables } from './common-variables.ts';
import { PSScriptCmdlet } from './script-cmdlet.ts';

export interface ScriptCall {
  block: ScriptBlock;
  command: CommandInfo;
  args: readonly Argument[];
  invocation: Invocation;
  dotSource: boolean;
}

export class ScriptProcessor extends CommandProcessor {
  private inner!: Frame;
  private readonly inputs: Value[] = [];
  private binder: ParameterBinder | undefined;
  private pipelineBinder: PipelineBinder | undefined;
  private runtime: CommandRuntime | undefined;
  private skipped = false;
  private started = false;

  constructor(
    engine: Engine,
    frame: Frame | undefined,
    pipeline: PipelineState,
    output: Output,
    streams: Streams,
    readonly call: ScriptCall,
  ) {
    super(engine, frame, pipeline, output, streams);
  }

  private get compiled() {
    return this.inner.compiled;
  }

  prepare(): void {
    this.inFrame(() => this.bindCall());
  }

  private bindCall(): void {
    const { call, engine } = this;
    const name = this.stackName();
    const make = call.dotSource ? frameInCurrentScope : frameInNewScope;
    const frame = make(engine, call.block, name, this.streams);
    this.inner = frame;
    call.invocation.expectingInput = this.expectingInput;
    frame.invocation = call.invocation;
    const { requires } = frame.compiled.node;
    if (requires !== undefined) checkRequires(engine, requires, call.command.name, invocationInfo(frame));
    if (call.command.commandType === 'ExternalScript' && !call.dotSource) frame.scope.isScript = true;
    if (this.compiled.parameters.length === 0 && !this.compiled.advanced && this.compiled.dynamicParam === undefined) {
      frame.args = toArgs(call.args);
    } else this.bindParameters(frame);
    call.invocation.unbound = frame.args;
    if (call.dotSource) this.setOwnVariables(frame);
  }

  private stackName(): string {
    const { command } = this.call;
    return command instanceof FunctionClass
      ? command.name
      : command.commandType === 'ExternalScript'
        ? '<ScriptBlock>'
        : '<ScriptBlock>';
  }

  private setOwnVariables(frame: Frame): void {
    ownVariable(frame, 'args', 'args', frame.args);
    ownVariable(frame, 'myinvocation', 'MyInvocation', invocationInfo(frame));
    const { file } = frame.source;
    if (file !== undefined) {
      ownVariable(frame, 'pscommandpath', 'PSCommandPath', file);
      ownVariable(
        frame,
        'psscriptroot',
        'PSScriptRoot',
        file.slice(0, Math.max(file.lastIndexOf('\\'), 2) + (file.lastIndexOf('\\') <= 2 ? 1 : 0)),
      );
    }
  }

  private bindParameters(frame: Frame): void {
    const { call, engine } = this;
    const metadata = metadataOf(call.block, call.command.name, frame);
    const binder = new ParameterBinder(engine, metadata, {
      name: call.command.name,
      anonymous: call.command.commandType === 'Script' && metadata.advanced,
      commandType: call.command.name,
      frame: this.frame,
      source: call.invocation.source,
      extent: call.invocation.extent,
      invocation: () => invocationInfo(frame),
    });
    this.binder = binder;
    binder.expectingInput = this.expectingInput && metadata.advanced;
    binder.bindArguments(call.args);
    if (metadata.advanced) defaultArguments(engine, binder, call.command.name);
    call.invocation.bound = binder.bound;
    if (metadata.advanced) this.finishAdvanced(frame, binder);
    else {
      resolveSets(binder);
      frame.args = toArgs(binder.remaining);
    }
    bindParameterVariables(frame, binder);
  }

  /** Common parameters, dynamic parameters, parameter sets and $PSCmdlet. */
  private finishAdvanced(frame: Frame, binder: ParameterBinder): void {
    const { call, engine } = this;
    const runtime = new CommandRuntime({
      engine,
      name: call.command.name,
      command: call.command,
      invocation: () => invocationInfo(frame),
      pipeline: this.pipeline,
      output: () => this.output,
      streams: () => this.streams,
    });
    this.runtime = runtime;
    runtime.applyOptions(commonOptions(binder.bound));
    frame.collectors = runtime.collectors;
    const cmdlet = new PSScriptCmdlet(runtime, frame, binder);
    frame.cmdlet = cmdlet;
    if (this.compiled.dynamicParam !== undefined) {
      bindParameterVariables(frame, binder);
      bindDynamicParameters(frame, binder, this.compiled.dynamicParam);
    }
    binder.rejectRemaining();
    resolveSets(binder);
    applyCommonVariables(frame, runtime.options);
    if (this.expectingInput) this.pipelineBinder = new PipelineBinder(binder);
  }

  // -------------------------------------------------------------- running

  /** Where the blocks write to: through the runtime when a common parameter listens. */
  private get blockOutput(): Output {
    const { runtime } = this;
    return runtime !== undefined &&
      (runtime.options.outVariable !== undefined || runtime.options.pipelineVariable !== undefined)
      ? runtime
      : this.output;
  }

  private run(code: import('../interpreter/compiled-block.ts').Execute, suffix: string): void {
    const { command } = this.call;
    if (suffix !== '' && command instanceof FunctionClass)
      (this.inner as { name: string }).name = `${(command as FunctionInfo).name}<${suffix}>`;
    this.withErrors(() => runInFrame(this.inner, code, this.blockOutput));
  }

  /** `exit` ends a script file only; a terminating error is also put into -ErrorVariable. */
  private withErrors(action: () => void): void {
    try {
      action();
    } catch (thrown) {
      if (thrown instanceof ExitSignal && this.call.command.commandType === 'ExternalScript') {
        this.exited(thrown.code);
        return;
      }
      if (thrown instanceof TerminatingError && thrown.leaves === this.inner) thrown.leaves = undefined;
      if (thrown instanceof TerminatingError) this.runtime?.collectors.add('error', thrown.record);
      throw thrown;
    }
  }

  private exited(code: number): void {
    this.skipped = true;
    this.engine.variables.set('LASTEXITCODE', code, { scope: 'global' });
    if (code !== 0) this.pipeline.failed = true;
  }

  protected doBegin(): void {
    this.started = true;
    const { begin } = this.compiled;
    if (begin !== undefined) this.run(begin, 'Begin');
  }

  protected doProcess(input: Value): void {
    if (this.skipped) return;
    if (!this.expectingInput) {
      if (this.compiled.process !== undefined) this.processOne(null, false);
      return;
    }
    if (this.pipelineBinder !== undefined && !this.bindInput(input)) return;
    if (this.compiled.process !== undefined) this.processOne(input, true);
    else this.inputs.push(input);
  }

  private bindInput(input: Value): boolean {
    const fault = this.pipelineBinder!.bind(input);
    if (fault instanceof ErrorRecord) {
      this.runtime!.error(fault);
      return false;
    }
    refreshPipelineParameters(this.inner, this.binder!);
    return true;
  }

  private processOne(input: Value, hasInput: boolean): void {
    const frame = this.inner;
    this.setUnderscore(frame, input);
    if (hasInput) this.setInput(frame, [input]);
    this.run(this.compiled.process!, 'Process');
  }

  private setUnderscore(frame: Frame, value: Value): void {
    const present = frame.scope.own('_');
    if (present !== undefined) present.value = value;
    else frame.scope.put('_', new PSVariable('_', value));
  }

  private setInput(frame: Frame, items: Value[]): void {
    frame.input = items;
    if (frame.scope.activation !== undefined) frame.scope.remove('input');
    const slot = frame.compiled.names.get('input');
    if (slot !== undefined) frame.slots[slot] = undefined;
  }

  protected doEnd(): void {
    if (this.skipped) return;
    const frame = this.inner;
    if (this.compiled.process !== undefined) this.setInput(frame, []);
    else if (this.expectingInput) this.setInput(frame, this.inputs);
    const { end } = this.compiled;
    if (end !== undefined) this.run(end, (this.compiled.node.endBlock?.unnamed ?? true) ? '' : 'End');
  }

  private runClean(frame: Frame, clean: import('../interpreter/compiled-block.ts').Execute): void {
    const { engine } = this;
    const former = engine.cleaningUp;
    engine.cleaningUp = true;
    try {
      this.inFrame(() => runInFrame(frame, clean, NULL_OUTPUT));
    } finally {
      engine.cleaningUp = former;
    }
  }

  protected doDispose(): void {
    const frame = this.inner as Frame | undefined;
    if (frame === undefined) return;
    const { clean } = frame.compiled;
    if (clean !== undefined && this.started) this.runClean(frame, clean);
    this.runtime?.collectors.close();
    releaseFrame(frame);
  }
}
