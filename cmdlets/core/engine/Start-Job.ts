// Start-Job.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import type { ScriptBlock } from '../../../src/runtime/script-block.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { startJob } from './shared/jobs.ts';

function blockOf(cmdlet: CmdletContext): ScriptBlock {
  if (cmdlet.args.ScriptBlock !== undefined) return cmdlet.args.ScriptBlock;
  const { path } = providersOf(cmdlet.engine).resolve((cmdlet.args.FilePath ?? cmdlet.args.LiteralPath) as string);
  return cmdlet.engine.createScriptBlock(decodeText(cmdlet.host.files.read(path)), path);
}

export default defineCmdlet({
  name: 'Start-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['sajb'],
  synopsis: 'Starts a background job.',
  description:
    'A job runs in a runspace of its own. It runs to its end as soon as something waits for it or time passes.',
  parameters: {
    DefinitionName: {
      type: 'string',
      mandatory: true,
      position: 0,
      sets: 'DefinitionName',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Name of a job definition.',
    },
    DefinitionPath: {
      type: 'string',
      position: 1,
      sets: 'DefinitionName',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Path of a job definition.',
    },
    Type: {
      type: 'string',
      position: 2,
      sets: 'DefinitionName',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Type of the job.',
    },
    Name: {
      type: 'string',
      pipeline: 'name',
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    ScriptBlock: {
      type: 'scriptblock',
      aliases: ['Command'],
      mandatory: true,
      position: 0,
      sets: 'ComputerName',
      help: 'The script block to run.',
    },
    Credential: {
      type: 'pscredential',
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'Account to use; the sandbox checks none.',
    },
    FilePath: {
      type: 'string',
      mandatory: true,
      position: 0,
      sets: 'FilePathComputerName',
      help: 'Path of the script to run.',
    },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      sets: 'LiteralFilePathComputerName',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Authentication: {
      type: 'enum',
      values: ['Default', 'Basic', 'Negotiate', 'NegotiateWithImplicitCredential', 'Credssp', 'Digest', 'Kerberos'],
      enumName: 'System.Management.Automation.Runspaces.AuthenticationMechanism',
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'Kind of authentication.',
    },
    InitializationScript: {
      type: 'scriptblock',
      position: 1,
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'Script block that runs before the job.',
    },
    WorkingDirectory: {
      type: 'string',
      validate: [{ kind: 'notNullOrWhiteSpace' }],
      help: 'Folder the job starts in.',
    },
    RunAs32: {
      type: 'switch',
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'Runs in a 32-bit process.',
    },
    PSVersion: {
      type: 'version',
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Version to run with.',
    },
    InputObject: {
      type: 'psobject',
      pipeline: 'value',
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'The objects, usually from the pipeline.',
    },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      sets: ['FilePathComputerName', 'ComputerName', 'LiteralFilePathComputerName'],
      help: 'Values for the parameters of the script block or command.',
    },
  },
  defaultSet: 'ComputerName',
  outputs: ['System.Management.Automation.PSRemotingJob'],
  examples: [{ script: 'Start-Job { 6 * 7 } | Receive-Job -Wait', output: '42' }],
  create: (cmdlet) => {
    const input: Value[] = [];
    return {
      process() {
        if (cmdlet.expectingInput) input.push(cmdlet.input);
      },
      end() {
        const given = cmdlet.expectingInput
          ? input
          : cmdlet.args.InputObject === undefined
            ? undefined
            : [cmdlet.args.InputObject as Value];
        cmdlet.write(
          startJob(cmdlet.engine, {
            kind: 'BackgroundJob',
            name: cmdlet.args.Name,
            block: blockOf(cmdlet),
            args: (cmdlet.args.ArgumentList as Value[] | undefined) ?? [],
            input: given,
            initialization: cmdlet.args.InitializationScript,
            folder: cmdlet.args.WorkingDirectory,
          }),
        );
      },
    };
  },
});
