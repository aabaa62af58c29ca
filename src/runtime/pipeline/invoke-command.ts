// Running a command from inside: by name or info, with positional and named arguments.

import type { CommandInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { type Argument, named, positional } from '../interpreter/argument.ts';
import { commandNotFoundException } from '../interpreter/command-errors.ts';
import { createProcessor } from '../interpreter/command-site.ts';
import { Collector, type Output } from '../streams.ts';
import type { Value } from '../values.ts';
import { runPipeline } from './run-pipeline.ts';

export interface CommandCall {
  args?: Value[];
  named?: Record<string, Value>;
  /** Pipeline input; absent: none. */
  input?: Iterable<Value>;
  /** Where output goes instead of into the result. */
  output?: Output;
}

export function invokeCommand(engine: Engine, command: string | CommandInfo, call: CommandCall): Value[] {
  const info = typeof command === 'string' ? engine.lookupCommand(command) : command;
  if (info === undefined) throw commandNotFoundException(command as string);
  const args: Argument[] = (call.args ?? []).map((value) => positional(value));
  for (const name in call.named) args.push(named(name, call.named[name]));
  const collector = new Collector();
  const state = { failed: false, length: 1 };
  const frame = engine.frame;
  const invocation = {
    command: info,
    invocationName: info.name,
    extent: frame?.position,
    source: frame?.source,
    bound: undefined,
    unbound: [],
    pipelineLength: 1,
    pipelinePosition: 1,
    expectingInput: false,
  };
  const processor = createProcessor(frame, info, args, invocation, state, call.output ?? collector, false, engine);
  runPipeline([processor], call.input === undefined ? undefined : [...call.input], call.input !== undefined);
  engine.success = !state.failed;
  return collector.items;
}
