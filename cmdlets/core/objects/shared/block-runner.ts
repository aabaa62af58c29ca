// Script blocks that run once an object, in the scope of the caller (ForEach-Object, Where-Object).

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import type { ScriptBlock } from '../../../../src/runtime/script-block.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export interface BlockRunner {
  /** Runs the block with `$_`; what it puts out goes to the pipeline at once. */
  run(underscore: Value): void;
  /** Whether what the block puts out counts as true. */
  test(underscore: Value, toBool: (value: Value) => boolean): boolean;
  /** Call it when no further object comes. */
  close(): void;
}

/** Prepared when it is first needed, in the scope that the command runs in. */
export function blockRunner(cmdlet: CmdletContext, block: ScriptBlock): BlockRunner {
  let prepared: ReturnType<typeof cmdlet.engine.prepareBlock> | undefined;
  const ready = () => (prepared ??= cmdlet.engine.prepareBlock(block));
  const output = { write: (value: Value) => cmdlet.write(value) };
  let count = 0;
  let last: Value;
  const counter = {
    write(value: Value) {
      count++;
      last = value;
    },
  };
  return {
    run: (underscore) => ready().run(underscore, output),
    test(underscore, toBool) {
      count = 0;
      ready().run(underscore, counter);
      return count === 1 ? toBool(last) : count > 1;
    },
    close: () => prepared?.close(),
  };
}
