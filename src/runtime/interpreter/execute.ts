// Running text as the host does: parse it, run it in the global scope, show output and errors in the order they come.

import { parse } from '../../language/parser.ts';
import { CmdletInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { PipelineStopped, TerminatingError } from '../errors.ts';
import { CmdletProcessor } from '../pipeline/cmdlet-processor.ts';
import { recordError } from '../pipeline/error-list.ts';
import { ScriptBlock } from '../script-block.ts';
import { NULL_OUTPUT, type Output, type Streams } from '../streams.ts';
import { useHost } from '../types/ambient.ts';
import type { Value } from '../values.ts';
import { frameInCurrentScope, releaseFrame, runInFrame } from './activation.ts';
import { asTerminating, syntaxErrorRecord } from './error-records.ts';
import { ExitSignal, LoopSignal } from './flow.ts';

export interface ExecuteOptions {
  /** File the text came from. */
  file?: string;
  /** `$args` of the text. */
  args?: Value[];
  /** Takes the output objects and the error records instead of Out-Default. */
  sink?: Output;
}

export interface ExecuteResult {
  /** As pwsh's: `exit n`, 1 after a terminating error, else 0 or 1 by `$?`. */
  exitCode: number;
  /** True when the script asked to leave (`exit`). */
  exited: boolean;
}

/** Out-Default as the end of everything, or the caller's sink. */
interface Screen extends Output {
  end(): void;
}

class OutDefault implements Screen {
  private processor: CmdletProcessor | undefined;
  constructor(private readonly engine: Engine) {}

  write(value: Value): void {
    (this.processor ??= this.start()).write(value);
  }
  private start(): CmdletProcessor {
    const { engine } = this;
    const command = engine.lookupCommand('Out-Default');
    if (!(command instanceof CmdletInfo)) throw new Error('there is no Out-Default to show output with');
    const processor = new CmdletProcessor(
      engine,
      undefined,
      { failed: false, length: 1 },
      NULL_OUTPUT,
      engine.hostStreams,
      {
        command,
        args: [],
        invocation: {
          command,
          invocationName: command.name,
          extent: undefined,
          source: undefined,
          bound: undefined,
          unbound: [],
          pipelineLength: 1,
          pipelinePosition: 1,
          expectingInput: true,
        },
      },
    );
    processor.expectingInput = true;
    processor.prepare();
    processor.begin();
    return processor;
  }
  end(): void {
    const { processor } = this;
    this.processor = undefined;
    processor?.end();
    processor?.dispose();
  }
}

class SinkScreen implements Screen {
  constructor(private readonly sink: Output) {}
  write(value: Value): void {
    this.sink.write(value);
  }
  end(): void {}
}

export function executeText(engine: Engine, text: string, options: ExecuteOptions): ExecuteResult {
  const formerHost = useHost(engine.host);
  const formerEngine = ScriptBlock.current;
  ScriptBlock.current = engine;
  const screen = options.sink === undefined ? new OutDefault(engine) : new SinkScreen(options.sink);
  const formerStreams = engine.hostStreams;
  const streams: Streams = { ...formerStreams, error: screen };
  engine.hostStreams = streams;
  try {
    return runText(engine, text, options, screen, streams);
  } finally {
    engine.hostStreams = formerStreams;
    ScriptBlock.current = formerEngine;
    engine.frame = undefined;
    engine.session.current = engine.session.root;
    engine.propagateErrors = false;
    try {
      engine.host.commit?.();
    } finally {
      useHost(formerHost);
    }
  }
}

function runText(
  engine: Engine,
  text: string,
  options: ExecuteOptions,
  screen: Screen,
  streams: Streams,
): ExecuteResult {
  let result: ExecuteResult;
  try {
    const { ast, errors } = parse(text, options.file);
    if (errors.length > 0) throw syntaxErrorRecord(errors, text, options.file);
    const block = new ScriptBlock(engine, ast, engine.session, ast.start, ast.end);
    const frame = frameInCurrentScope(engine, block, '<ScriptBlock>', streams);
    frame.args = options.args ?? [];
    if (options.args !== undefined) engine.variables.set('args', options.args);
    engine.success = true;
    try {
      result = runBlocks(engine, frame, screen);
    } finally {
      releaseFrame(frame);
    }
  } catch (thrown) {
    result = failed(engine, thrown, screen);
  }
  screen.end();
  return result;
}

function runBlocks(engine: Engine, frame: ReturnType<typeof frameInCurrentScope>, screen: Screen): ExecuteResult {
  const { begin, process, end } = frame.compiled;
  try {
    for (const code of [begin, process, end]) if (code !== undefined) runInFrame(frame, code, screen);
  } catch (thrown) {
    if (thrown instanceof LoopSignal) return { exitCode: 0, exited: false };
    const error = asTerminating(thrown, frame);
    throw error ?? thrown;
  }
  return { exitCode: engine.success ? 0 : 1, exited: false };
}

function failed(engine: Engine, thrown: unknown, screen: Screen): ExecuteResult {
  if (thrown instanceof ExitSignal) return { exitCode: thrown.code, exited: true };
  if (thrown instanceof PipelineStopped) return { exitCode: 1, exited: false };
  if (!(thrown instanceof TerminatingError)) throw thrown;
  engine.success = false;
  recordError(engine, thrown.record);
  screen.write(thrown.record);
  return { exitCode: 1, exited: false };
}
