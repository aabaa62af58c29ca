// System.Management.Automation.SteppablePipeline: a pipeline that a proxy function feeds object by object
// (ScriptBlock.GetSteppablePipeline). What its commands put out is what Begin, Process and End give.

import { DotNetException } from '../errors.ts';
import { frameInNewScope, runInFrame } from '../interpreter/activation.ts';
import { compileBlock } from '../interpreter/block-compiler.ts';
import { compileForSteps, takeCaptured } from '../interpreter/compile-pipeline.ts';
import type { CommandProcessor } from '../pipeline/command-processor.ts';
import { endAll } from '../pipeline/run-pipeline.ts';
import { PSScriptCmdlet } from '../pipeline/script-cmdlet.ts';
import { PSVariable } from '../scope.ts';
import { ScriptBlock } from '../script-block.ts';
import { Collector } from '../streams.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType, type PSType } from '../types/registry.ts';
import { NOTHING, type Value } from '../values.ts';

const NAME = 'System.Management.Automation.SteppablePipeline';

export class SteppablePipeline {
  private readonly output = new Collector();
  private readonly processors: CommandProcessor[];

  constructor(block: ScriptBlock, args: readonly Value[]) {
    const { engine } = block;
    const compiled = compileForSteps(() => compileBlock(block.ast));
    const own = new ScriptBlock(engine, block.ast, block.session, block.textStart, block.textEnd);
    own.compiled = compiled;
    const frame = frameInNewScope(engine, own, '', engine.streams);
    // Variables such as $PSBoundParameters are those of the function around the block.
    frame.scope.activation = undefined;
    frame.scope.put('args', new PSVariable('args', [...args]));
    if (compiled.end !== undefined) runInFrame(frame, compiled.end, this.output);
    this.processors = takeCaptured();
    if (this.processors.length === 0)
      throw new DotNetException(
        'System.Management.Automation.PSInvalidOperationException',
        'Only a script block that contains exactly one pipeline or command can be converted. Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command.',
        { errorId: 'CanConvertOneClauseOnly', category: 'InvalidOperation' },
      );
  }
  get psType(): PSType {
    return knownType(NAME);
  }
  /** What came out since the last step. */
  private results(): Value {
    return this.output.items.splice(0);
  }
  begin(expectingInput: boolean): Value {
    this.processors[0]!.expectingInput = expectingInput;
    for (const processor of this.processors) processor.prepare();
    for (const processor of this.processors) processor.begin();
    return this.results();
  }
  process(input: Value): Value {
    this.processors[0]!.write(input);
    return this.results();
  }
  end(): Value {
    endAll(this.processors, undefined);
    this.dispose();
    return this.results();
  }
  dispose(): void {
    for (const processor of this.processors) processor.dispose();
  }
}

export function steppablePipelineType(): TypeSpec {
  return {
    name: NAME,
    methods: {
      'System.Object Begin(System.Object expectInput)': (pipeline: SteppablePipeline, how: Value) =>
        pipeline.begin(how instanceof PSScriptCmdlet ? how.myInvocation.expectingInput : how === true),
      'System.Object Process(System.Object input)': (pipeline: SteppablePipeline, input: Value) =>
        pipeline.process(input),
      'System.Object Process()': (pipeline: SteppablePipeline) => pipeline.process(NOTHING),
      'System.Object End()': (pipeline: SteppablePipeline) => pipeline.end(),
      'void Clean()': (pipeline: SteppablePipeline) => pipeline.dispose(),
      'void Dispose()': (pipeline: SteppablePipeline) => pipeline.dispose(),
    },
  };
}
