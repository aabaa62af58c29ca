// Measure-Command.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { invokeStatic } from '../../../src/runtime/members.ts';
import type { ScriptBlock } from '../../../src/runtime/script-block.ts';
import { knownType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { type BlockRunner, blockRunner } from './shared/block-runner.ts';

const TICKS_PER_MILLISECOND = 10_000;

export default defineCmdlet({
  name: 'Measure-Command',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Tells how long a script block takes; its output is dropped.',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'Objects for the block, one at a time as `$_`.' },
    Expression: { type: 'scriptblock', mandatory: true, position: 0, help: 'What to measure.' },
  },
  outputs: ['System.TimeSpan'],
  examples: [{ script: '(Measure-Command { 1..10 }).Ticks -gt 0', output: 'True' }],
  create(cmdlet) {
    let milliseconds = 0;
    let runner: BlockRunner | undefined;
    return {
      process() {
        runner ??= blockRunner(cmdlet, cmdlet.args.Expression as ScriptBlock);
        const started = cmdlet.host.clock.monotonicMs();
        runner.test(cmdlet.args.InputObject as Value, () => true);
        milliseconds += cmdlet.host.clock.monotonicMs() - started;
      },
      end() {
        const ticks = BigInt(Math.max(Math.round(milliseconds * TICKS_PER_MILLISECOND), 1));
        cmdlet.write(invokeStatic(knownType('System.TimeSpan'), 'FromTicks', [ticks]));
      },
      dispose: () => runner?.close(),
    };
  },
});
