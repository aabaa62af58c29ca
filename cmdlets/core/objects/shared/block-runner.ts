// Script blocks that run once an object, in the scope of the caller (ForEach-Object, Where-Object).

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { TerminatingError } from '../../../../src/runtime/errors.ts';
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
    run: (underscore) => attributed(cmdlet, () => ready().run(underscore, output)),
    test(underscore, toBool) {
      count = 0;
      attributed(cmdlet, () => ready().run(underscore, counter));
      return count === 1 ? toBool(last) : count > 1;
    },
    close: () => prepared?.close(),
  };
}

/** An error that ends the block becomes the cmdlet's own, unless a command reported it or the script threw it. */
function attributed(cmdlet: CmdletContext, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    if (!(thrown instanceof TerminatingError) || thrown.scriptTerminating || thrown.record.commandType !== '')
      throw thrown;
    thrown.record.invocation = undefined;
    cmdlet.fail(thrown.record);
  }
}
