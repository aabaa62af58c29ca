// A command in a running pipeline. Objects are pushed into it; what it puts out is pushed into the next one.

import type { Engine } from '../engine.ts';
import { PipelineStopped } from '../errors.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { Scope } from '../scope.ts';
import type { Output, Streams } from '../streams.ts';
import type { Value } from '../values.ts';

/** What all commands of one pipeline share. */
export interface PipelineState {
  /** An error was written: `$?` becomes false. */
  failed: boolean;
  length: number;
}

export abstract class CommandProcessor implements Output {
  private target: Output;
  private fixedTarget = false;
  private readonly disposals: (() => void)[] = [];
  streams: Streams;
  /** Set when a redirection gave it other streams than its caller's. */
  isRedirected = false;
  /** Streams of script blocks that it runs then. */
  blockStreams: Streams | undefined;
  expectingInput = false;
  private begun = false;

  constructor(
    readonly engine: Engine,
    /** Frame of the code that made the pipeline: the command runs in its scope. */
    readonly frame: Frame | undefined,
    readonly pipeline: PipelineState,
    output: Output,
    streams: Streams,
  ) {
    this.target = output;
    this.streams = streams;
  }

  /** Binds what is on the command line. */
  abstract prepare(): void;
  protected abstract doBegin(): void;
  protected abstract doProcess(input: Value): void;
  protected abstract doEnd(): void;
  /** Always called, at the very end. */
  protected abstract doDispose(): void;
  dispose(): void {
    this.doDispose();
    for (const action of this.disposals) action();
  }
  onDispose(action: () => void): void {
    this.disposals.push(action);
  }

  get output(): Output {
    return this.target;
  }
  /** Linking to the next command does not change an output that was redirected. */
  set output(output: Output) {
    if (!this.fixedTarget) this.target = output;
  }
  redirectOutput(output: Output): void {
    this.target = output;
    this.fixedTarget = true;
  }

  begin(): void {
    if (this.begun) return;
    this.begun = true;
    this.inFrame(() => this.doBegin());
  }

  /** Takes one object from the command before it. */
  write(input: Value): void {
    if (!this.begun) this.begin();
    const { engine, frame } = this;
    engine.backEdges = (engine.backEdges + 1) & 0x3f;
    if (engine.backEdges === 0 && engine.interrupted) throw new PipelineStopped();
    const former = engine.frame;
    if (former === frame || frame === undefined) {
      this.doProcess(input);
      return;
    }
    const formerScope: Scope = frame.session.current;
    engine.frame = frame;
    frame.session.current = frame.scope;
    try {
      this.doProcess(input);
    } finally {
      engine.frame = former;
      frame.session.current = formerScope;
    }
  }

  end(): void {
    this.inFrame(() => this.doEnd());
  }

  protected inFrame<T>(action: () => T): T {
    const { engine, frame } = this;
    const former = engine.frame;
    if (former === frame || frame === undefined) return action();
    const formerScope = frame.session.current;
    engine.frame = frame;
    frame.session.current = frame.scope;
    try {
      return action();
    } finally {
      engine.frame = former;
      frame.session.current = formerScope;
    }
  }
}
