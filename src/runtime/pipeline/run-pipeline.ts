// Drives the commands of a pipeline: prepare all, begin all, push the input, end all in order.

import { enumerateInto } from '../enumerate.ts';
import { PipelineStopped } from '../errors.ts';
import { StopUpstream } from '../interpreter/flow.ts';
import { NOTHING, type Value } from '../values.ts';
import type { CommandProcessor } from './command-processor.ts';

/** Links processors so that each pushes into the next one. The last one keeps its output. */
export function link(processors: readonly CommandProcessor[]): void {
  for (let i = 0; i + 1 < processors.length; i++) {
    processors[i]!.output = processors[i + 1]!;
    processors[i + 1]!.expectingInput = true;
  }
}

/** `input` is enumerated into the first command when `hasInput`; otherwise the first command runs once without input. */
export function runPipeline(processors: readonly CommandProcessor[], input: Value, hasInput: boolean): void {
  try {
    drive(processors, input, hasInput);
  } finally {
    for (const processor of processors) processor.dispose();
  }
}

function drive(processors: readonly CommandProcessor[], input: Value, hasInput: boolean): void {
  const first = processors[0]!;
  if (first.engine.interrupted) throw new PipelineStopped();
  if (hasInput) first.expectingInput = true;
  let stopped: object | undefined;
  try {
    for (const processor of processors) processor.prepare();
    for (const processor of processors) processor.begin();
    if (!hasInput) first.write(NOTHING);
    else enumerateInto(input, (element) => first.write(element));
  } catch (thrown) {
    stopped = requester(thrown, processors);
    if (stopped === undefined) throw thrown;
  }
  endAll(processors, stopped);
}

/** The command of this pipeline that asked the ones before it to stop. */
function requester(thrown: unknown, processors: readonly CommandProcessor[]): object | undefined {
  return thrown instanceof StopUpstream && processors.includes(thrown.requester as CommandProcessor)
    ? thrown.requester
    : undefined;
}

/** Ends the commands in order; those up to the one that stopped the pipeline are not ended. */
export function endAll(processors: readonly CommandProcessor[], stopped: object | undefined): void {
  let skipUntil = stopped;
  for (const processor of processors) {
    if (skipUntil !== undefined) {
      if (processor === skipUntil) skipUntil = undefined;
      continue;
    }
    try {
      processor.end();
    } catch (thrown) {
      const later = requester(thrown, processors);
      if (later === undefined) throw thrown;
      skipUntil = processors.indexOf(later as CommandProcessor) > processors.indexOf(processor) ? later : undefined;
    }
  }
}
