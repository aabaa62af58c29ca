// Start-ThreadJob.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { startJob } from './shared/jobs.ts';

export default defineCmdlet({
  name: 'Start-ThreadJob',
  module: 'Microsoft.PowerShell.ThreadJob',
  implementingType: 'Microsoft.PowerShell.ThreadJob.StartThreadJobCommand',
  synopsis: 'Starts a background job on a thread.',
  parameters: {
    ScriptBlock: {
      type: 'scriptblock',
      sets: { ScriptBlock: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNull' }],
      help: 'The script block to run.',
    },
    FilePath: {
      type: 'string',
      sets: { FilePath: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path of the script to run.',
    },
    Name: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'Name of the job.' },
    InitializationScript: { type: 'scriptblock', help: 'Script block that runs before the job.' },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'Input of the job.' },
    ArgumentList: { type: 'object[]', help: 'Values for the parameters of the script block.' },
    ThrottleLimit: { type: 'int', help: 'How many run at the same time.' },
    StreamingHost: { type: 'object', help: 'Host for the output of the job.' },
  },
  defaultSet: 'ScriptBlock',
  examples: [{ script: 'Start-ThreadJob { 6 * 7 } | Receive-Job -Wait', output: '42' }],
  create: (cmdlet) => {
    const input: Value[] = [];
    return {
      process() {
        if (cmdlet.expectingInput) input.push(cmdlet.input);
      },
      end() {
        const {
          ScriptBlock: given,
          FilePath: file,
          Name: name,
          ArgumentList: args,
          InitializationScript: initialization,
        } = cmdlet.args;
        const path = file === undefined ? undefined : providersOf(cmdlet.engine).resolve(file).path;
        const block =
          path === undefined ? given : cmdlet.engine.createScriptBlock(decodeText(cmdlet.host.files.read(path)), path);
        cmdlet.write(
          startJob(cmdlet.engine, {
            kind: 'ThreadJob',
            name,
            block,
            args: args ?? [],
            input: cmdlet.expectingInput ? input : undefined,
            initialization,
          }),
        );
      },
    };
  },
});
