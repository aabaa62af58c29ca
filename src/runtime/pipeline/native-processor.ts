// A native program of the sandbox as a command: arguments and input as text, lines out.

import type { ApplicationInfo } from '../command-info.ts';
import { CmdletInfo } from '../command-info.ts';
import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import type { Argument } from '../interpreter/argument.ts';
import type { Frame, Invocation } from '../interpreter/frame.ts';
import type { Output, Streams } from '../streams.ts';
import type { Value } from '../values.ts';
import { CmdletProcessor } from './cmdlet-processor.ts';
import type { PipelineState } from './command-processor.ts';

/** The words of a native command line: parameters as they were written, arrays one word an element. */
export function nativeWords(args: readonly Argument[]): string[] {
  const words: string[] = [];
  for (const argument of args) {
    if (argument.parameter !== undefined) {
      const attached = argument.hasValue
        ? `${argument.parameterText}${toText(argument.value)}`
        : argument.parameterText;
      words.push(attached);
      continue;
    }
    if (isEnumerable(argument.value)) for (const element of enumerate(argument.value)) words.push(toText(element));
    else words.push(toText(argument.value));
  }
  return words;
}

export function nativeProcessor(
  engine: Engine,
  frame: Frame | undefined,
  pipeline: PipelineState,
  output: Output,
  streams: Streams,
  command: ApplicationInfo,
  args: readonly Argument[],
  invocation: Invocation,
): CmdletProcessor {
  return new NativeProcessor(engine, frame, pipeline, output, streams, {
    command: new CmdletInfo(command.definition),
    args,
    invocation,
  });
}

class NativeProcessor extends CmdletProcessor {
  override prepare(): void {
    this.prepareNative(nativeWords(this.call.args));
  }
  protected override doProcess(input: Value): void {
    this.processNative(input);
  }
  protected override doEnd(): void {
    super.doEnd();
    const code = this.nativeExitCode;
    this.engine.variables.set('LASTEXITCODE', code, { scope: 'global' });
    if (code !== 0) this.pipeline.failed = true;
  }
}
