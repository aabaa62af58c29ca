// Out-*: objects to lines of text, with the error for format objects that come in the wrong order.

import { Formatter, isPlainText } from '../../../../src/formatting/formatter.ts';
import { OutOfSequence } from '../../../../src/formatting/write/formatted-output.ts';
import type { CmdletContext, CmdletRun } from '../../../../src/runtime/cmdlet.ts';
import { stripEscapes } from '../../../../src/runtime/escape-sequences.ts';
import { typeNameOf } from '../../../../src/runtime/types/registry.ts';
import type { Value } from '../../../../src/runtime/values.ts';

/** The last column of a terminal stays free: writing there would break the line. */
export function terminalColumns(cmdlet: CmdletContext): number {
  return cmdlet.host.ui.columns - 1;
}

/** Writes a line to the terminal, decorated only where that is wanted. */
export function terminalLine(cmdlet: CmdletContext, line: string): void {
  const { ui } = cmdlet.host;
  ui.write(`${isPlainText(cmdlet.engine) ? stripEscapes(line) : line}\n`);
}

export function lineOutputRun(
  cmdlet: CmdletContext,
  columns: number | undefined,
  writeLine: (line: string) => void,
  atEnd?: () => void,
): CmdletRun {
  const formatter = new Formatter(cmdlet.engine, columns, writeLine);
  return {
    process() {
      if (!cmdlet.has('InputObject') && !cmdlet.expectingInput) return;
      guard(cmdlet, () => formatter.write(cmdlet.args.InputObject as Value));
    },
    end() {
      guard(cmdlet, () => formatter.end());
      atEnd?.();
    },
  };
}

function guard(cmdlet: CmdletContext, work: () => void): void {
  try {
    work();
  } catch (thrown) {
    if (!(thrown instanceof OutOfSequence)) throw thrown;
    const type = typeNameOf(thrown.packet);
    const message = `The object of type "${type}" is not valid or not in the correct sequence. This is likely caused by a user-specified "format-*" command which is conflicting with the default formatting.`;
    const record = cmdlet.makeError(
      message,
      'ConsoleLineOutputOutOfSequencePacket',
      'InvalidData',
      null,
      'System.InvalidOperationException',
    );
    record.activity = 'out-lineoutput';
    record.commandType = 'Microsoft.PowerShell.Commands.OutLineOutputCommand';
    record.invocation = { myCommandName: 'out-lineoutput', invocationName: 'out-lineoutput' };
    cmdlet.fail(record);
  }
}
