// Out-*: objects to lines of text, with the error for format objects that come in the wrong order.

import { decorationOf } from '../../../../src/formatting/decoration.ts';
import { Formatter } from '../../../../src/formatting/formatter.ts';
import { OutOfSequence } from '../../../../src/formatting/write/formatted-output.ts';
import type { CmdletContext, CmdletRun } from '../../../../src/runtime/cmdlet.ts';
import { stripEscapes } from '../../../../src/runtime/escape-sequences.ts';
import { typeNameOf } from '../../../../src/runtime/types/registry.ts';
import type { Value } from '../../../../src/runtime/values.ts';

/** The last column of a terminal stays free: writing there would break the line. */
const FREE_COLUMNS = 1;

/** Objects to the terminal, line by line. */
export function terminalRun(cmdlet: CmdletContext, beforeLine?: () => void): CmdletRun {
  const { ui } = cmdlet.host;
  const writeLine = (line: string): void => {
    beforeLine?.();
    ui.write(`${decorationOf(cmdlet.engine) ? line : stripEscapes(line)}\n`);
  };
  return formatterRun(cmdlet, new Formatter(cmdlet.engine, ui.columns - FREE_COLUMNS, writeLine, true));
}

/** Objects to text elsewhere. Without `columns` tables are as wide as the terminal, and other text is not wrapped. */
export function lineOutputRun(
  cmdlet: CmdletContext,
  columns: number | undefined,
  writeLine: (line: string) => void,
  atEnd?: () => void,
): CmdletRun {
  return formatterRun(cmdlet, new Formatter(cmdlet.engine, columns, writeLine), atEnd);
}

function formatterRun(cmdlet: CmdletContext, formatter: Formatter, atEnd?: () => void): CmdletRun {
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
