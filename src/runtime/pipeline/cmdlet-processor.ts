// A built-in cmdlet as a command of a pipeline.

import { defaultArguments } from '../binder/default-values.ts';
import { CommandMetadata } from '../binder/metadata.ts';
import { addDefinitions, cmdletMetadata } from '../binder/metadata-cmdlet.ts';
import { ParameterBinder } from '../binder/parameter-binder.ts';
import { resolveSets } from '../binder/parameter-sets.ts';
import { PipelineBinder } from '../binder/pipeline-binder.ts';
import type { CmdletRun } from '../cmdlet.ts';
import type { CmdletInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { DotNetException, ErrorRecord } from '../errors.ts';
import type { Argument } from '../interpreter/argument.ts';
import { isControlSignal } from '../interpreter/flow.ts';
import type { Frame, Invocation } from '../interpreter/frame.ts';
import { commandInvocationInfo } from '../interpreter/invocation.ts';
import type { CommandInvocationInfo } from '../invocation-info.ts';
import type { Output, Streams } from '../streams.ts';
import type { Value } from '../values.ts';
import { RunningCmdlet } from './cmdlet-context.ts';
import { CommandProcessor, type PipelineState } from './command-processor.ts';
import { CommandRuntime } from './command-runtime.ts';
import { commonOptions } from './common-options.ts';

export interface CmdletCall {
  command: CmdletInfo;
  args: readonly Argument[];
  invocation: Invocation;
}

export class CmdletProcessor extends CommandProcessor {
  private readonly runtime: CommandRuntime;
  private binder!: ParameterBinder;
  private pipelineBinder: PipelineBinder | undefined;
  private context!: RunningCmdlet;
  private cmdlet: CmdletRun | undefined;
  private info: CommandInvocationInfo | undefined;

  constructor(
    engine: Engine,
    frame: Frame | undefined,
    pipeline: PipelineState,
    output: Output,
    streams: Streams,
    readonly call: CmdletCall,
  ) {
    super(engine, frame, pipeline, output, streams);
    this.runtime = new CommandRuntime({
      engine,
      name: call.command.name,
      command: call.command,
      invocation: () => this.invocation,
      pipeline,
      output: () => this.output,
      streams: () => this.streams,
    });
  }

  get invocation(): CommandInvocationInfo {
    return (this.info ??= commandInvocationInfo(this.call.invocation));
  }

  prepare(): void {
    this.inFrame(() => this.bindCall());
  }

  private bindCall(): void {
    const { call, engine } = this;
    const metadata = cmdletMetadata(call.command);
    call.invocation.expectingInput = this.expectingInput;
    const binder = new ParameterBinder(engine, metadata, {
      name: call.command.name,
      commandType: call.command.implementingType,
      frame: this.frame,
      source: call.invocation.source,
      extent: call.invocation.extent,
      invocation: () => this.invocation,
    });
    this.binder = binder;
    binder.expectingInput = this.expectingInput;
    binder.bindArguments(call.args);
    defaultArguments(engine, binder, call.command.name);
    call.invocation.bound = binder.bound;
    this.runtime.applyOptions(commonOptions(binder.bound));
    this.context = new RunningCmdlet(this.runtime, binder, this, call.command);
    if (call.command.definition.dynamicParameters !== undefined) this.bindDynamic(metadata);
    binder.rejectRemaining();
    resolveSets(binder);
    if (this.expectingInput) this.pipelineBinder = new PipelineBinder(binder);
    this.context.refresh();
  }

  /** A native program binds nothing: it gets its words, and its input object by object. */
  protected prepareNative(words: string[]): void {
    const metadata = new CommandMetadata(this.call.command.name);
    metadata.finish();
    this.binder = new ParameterBinder(this.engine, metadata, {
      name: this.call.command.name,
      commandType: '',
      frame: this.frame,
      source: this.call.invocation.source,
      extent: this.call.invocation.extent,
      invocation: () => this.invocation,
    });
    this.context = new RunningCmdlet(this.runtime, this.binder, this, this.call.command);
    this.context.nativeArgs.push(...words);
  }
  protected get nativeExitCode(): number {
    return this.context.exitCode;
  }
  protected processNative(input: Value): void {
    this.context.input = input;
    this.step(() => this.cmdlet?.process?.());
  }

  private bindDynamic(metadata: CommandMetadata): void {
    const { binder } = this;
    const extended = new CommandMetadata(metadata.name);
    Object.assign(extended, {
      defaultSet: metadata.defaultSet,
      supportsShouldProcess: metadata.supportsShouldProcess,
      confirmImpact: metadata.confirmImpact,
    });
    for (const name of metadata.setNames) extended.addSet(name);
    for (const parameter of metadata.parameters.values()) extended.add(parameter);
    this.context.refresh();
    addDefinitions(extended, this.call.command.definition.dynamicParameters!(this.context), true);
    extended.finish();
    (binder as { metadata: CommandMetadata }).metadata = extended;
    const { remaining } = binder;
    binder.remaining = [];
    binder.bindArguments(remaining);
  }

  /** Runs a step of the cmdlet; faults become terminating errors that name it. */
  private step(action: () => void): void {
    const { engine } = this;
    const former = engine.redirected;
    if (this.isRedirected) engine.redirected = { frame: engine.frame, streams: this.blockStreams ?? this.streams };
    try {
      action();
    } catch (thrown) {
      if (isControlSignal(thrown) || !(thrown instanceof DotNetException)) throw thrown;
      throw this.runtime.convert(thrown);
    } finally {
      engine.redirected = former;
    }
  }

  protected doBegin(): void {
    this.step(() => {
      this.cmdlet = this.call.command.definition.create(this.context);
      this.cmdlet.begin?.();
    });
  }

  protected doProcess(input: Value): void {
    if (this.pipelineBinder !== undefined) {
      const fault = this.pipelineBinder.bind(input);
      if (fault instanceof ErrorRecord) {
        this.runtime.error(fault);
        return;
      }
      this.context.setInput(input);
    }
    const cmdlet = this.cmdlet!;
    if (cmdlet.process === undefined) return;
    if (this.isRedirected) {
      this.step(() => cmdlet.process!());
      return;
    }
    try {
      cmdlet.process();
    } catch (thrown) {
      if (thrown instanceof DotNetException) throw this.runtime.convert(thrown);
      throw thrown;
    }
  }

  protected doEnd(): void {
    this.step(() => this.cmdlet?.end?.());
  }

  protected doDispose(): void {
    this.cmdlet?.dispose?.();
    this.runtime.collectors.close();
  }
}
