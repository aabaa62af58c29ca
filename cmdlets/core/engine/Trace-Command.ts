// Trace-Command: runs the command; the shell has no trace sources to listen to.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { runBlock } from '../../../src/runtime/interpreter/call-block.ts';
import type { Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'Trace-Command',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Runs a command; the shell has no trace sources to show.',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects, usually from the pipeline.' },
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Expression: {
      type: 'scriptblock',
      mandatory: true,
      position: 1,
      sets: 'expressionSet',
      help: 'Script block to measure.',
    },
    Command: {
      type: 'string',
      mandatory: true,
      position: 1,
      sets: 'commandSet',
      help: 'Text to run, or the command of the jobs wanted.',
    },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      remaining: true,
      sets: 'commandSet',
      help: 'Values for the parameters of the script block or command.',
    },
    FilePath: { type: 'string', aliases: ['PSPath', 'Path'], help: 'Path of a file.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Debugger: { type: 'switch', help: 'Sends the trace to the debugger.' },
    PSHost: { type: 'switch', help: 'Shows the trace on the screen.' },
  },
  defaultSet: 'expressionSet',
  examples: [{ script: 'Trace-Command -Name ParameterBinding -Expression { 1 + 1 } -PSHost', output: '2' }],
  create: (cmdlet) => {
    const input: Value[] = [];
    return {
      process() {
        if (cmdlet.expectingInput) input.push(cmdlet.input);
      },
      end() {
        const { Expression: block, Command: command, ArgumentList: args } = cmdlet.args;
        if (command !== undefined)
          return cmdlet.writeAll(
            cmdlet.engine.invokeCommand(command, {
              args: args ?? [],
              input: cmdlet.expectingInput ? input : undefined,
            }),
          );
        runBlock(
          cmdlet.engine,
          block,
          { input: cmdlet.expectingInput ? input : undefined },
          { write: (value) => cmdlet.write(value) },
        );
      },
    };
  },
});
