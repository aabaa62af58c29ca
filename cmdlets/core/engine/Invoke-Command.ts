// Invoke-Command: here, or on another machine through what the session registered.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { runBlock } from '../../../src/runtime/interpreter/call-block.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';
import { decodeText } from '../../../src/runtime/providers/text-encoding.ts';
import { ScriptBlock } from '../../../src/runtime/script-block.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { type RemoteCall, reporting, requireRunspaces } from './shared/remoting.ts';

/** -ScriptBlock, or the script of -FilePath as a block. */
function blockOf(cmdlet: CmdletContext): ScriptBlock {
  if (cmdlet.args.ScriptBlock instanceof ScriptBlock) return cmdlet.args.ScriptBlock;
  const { path } = providersOf(cmdlet.engine).resolve(cmdlet.args.FilePath as string);
  return cmdlet.engine.createScriptBlock(decodeText(cmdlet.host.files.read(path)), path);
}

function runRemotely(cmdlet: CmdletContext, call: RemoteCall): void {
  const runspaces = requireRunspaces(cmdlet);
  const { ComputerName: computers, Session: sessions } = cmdlet.args;
  for (const session of (sessions as Value[] | undefined) ?? [])
    reporting(cmdlet, () => runspaces.invokeInSession(cmdlet, session, call));
  for (const name of (computers as string[] | undefined) ?? [])
    reporting(cmdlet, () => runspaces.invokeOnComputer(cmdlet, name, call));
}

export default defineCmdlet({
  name: 'Invoke-Command',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['icm'],
  synopsis: 'Runs a script block here or on other computers.',
  parameters: {
    Session: {
      type: 'object[]',
      position: 0,
      sets: ['Session', 'FilePathRunspace'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Sessions to run in.',
    },
    ComputerName: {
      type: 'string[]',
      aliases: ['Cn'],
      position: 0,
      sets: ['ComputerName', 'FilePathComputerName'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Computers to run on.',
    },
    Credential: {
      type: 'pscredential',
      sets: {
        ComputerName: { pipeline: 'name' },
        Uri: { pipeline: 'name' },
        FilePathComputerName: { pipeline: 'name' },
        FilePathUri: { pipeline: 'name' },
        VMId: { mandatory: true, pipeline: 'name' },
        VMName: { mandatory: true, pipeline: 'name' },
        FilePathVMId: { mandatory: true, pipeline: 'name' },
        FilePathVMName: { mandatory: true, pipeline: 'name' },
      },
      help: 'Account to use; the sandbox checks none.',
    },
    Port: {
      type: 'int',
      sets: ['ComputerName', 'FilePathComputerName', 'SSHHost'],
      validate: [{ kind: 'range', min: 1, max: 65535 }],
      help: 'Port of the connection.',
    },
    UseSSL: { type: 'switch', sets: ['ComputerName', 'FilePathComputerName'], help: 'Encrypts the connection.' },
    ConfigurationName: {
      type: 'string',
      pipeline: 'name',
      sets: [
        'ComputerName',
        'Uri',
        'FilePathComputerName',
        'FilePathUri',
        'ContainerId',
        'VMId',
        'VMName',
        'FilePathContainerId',
        'FilePathVMId',
        'FilePathVMName',
      ],
      help: 'Session configuration to use.',
    },
    ApplicationName: {
      type: 'string',
      pipeline: 'name',
      sets: ['ComputerName', 'FilePathComputerName'],
      help: 'Application part of the address.',
    },
    ThrottleLimit: {
      type: 'int',
      sets: [
        'ComputerName',
        'Session',
        'Uri',
        'FilePathComputerName',
        'FilePathRunspace',
        'FilePathUri',
        'VMId',
        'VMName',
        'ContainerId',
        'FilePathVMId',
        'FilePathVMName',
        'FilePathContainerId',
      ],
      help: 'How many run at the same time.',
    },
    ConnectionUri: {
      type: 'uri[]',
      aliases: ['URI', 'CU'],
      position: 0,
      sets: ['Uri', 'FilePathUri'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Address of the session.',
    },
    AsJob: {
      type: 'switch',
      sets: [
        'ComputerName',
        'Session',
        'Uri',
        'FilePathComputerName',
        'FilePathRunspace',
        'FilePathUri',
        'VMId',
        'VMName',
        'ContainerId',
        'FilePathVMId',
        'FilePathVMName',
        'FilePathContainerId',
        'SSHHost',
        'SSHHostHashParam',
        'FilePathSSHHost',
        'FilePathSSHHostHash',
      ],
      help: 'Runs as a background job.',
    },
    InDisconnectedSession: {
      type: 'switch',
      aliases: ['Disconnected'],
      sets: ['ComputerName', 'FilePathComputerName', 'Uri', 'FilePathUri'],
      help: 'Starts the command and leaves the session.',
    },
    SessionName: {
      type: 'string[]',
      sets: ['ComputerName', 'FilePathComputerName'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Name of the disconnected session.',
    },
    HideComputerName: {
      type: 'switch',
      aliases: ['HCN'],
      sets: [
        'ComputerName',
        'Session',
        'Uri',
        'FilePathComputerName',
        'FilePathRunspace',
        'FilePathUri',
        'VMId',
        'VMName',
        'ContainerId',
        'FilePathVMId',
        'FilePathVMName',
        'FilePathContainerId',
        'SSHHost',
        'SSHHostHashParam',
        'FilePathSSHHost',
        'FilePathSSHHostHash',
      ],
      help: 'Leaves the computer name out of the output.',
    },
    JobName: {
      type: 'string',
      sets: [
        'ComputerName',
        'Session',
        'Uri',
        'FilePathComputerName',
        'FilePathRunspace',
        'FilePathUri',
        'ContainerId',
        'FilePathContainerId',
        'SSHHostHashParam',
        'SSHHost',
      ],
      help: 'Name of the job.',
    },
    ScriptBlock: {
      type: 'scriptblock',
      aliases: ['Command'],
      sets: {
        ComputerName: { mandatory: true, position: 1 },
        Session: { mandatory: true, position: 1 },
        Uri: { mandatory: true, position: 1 },
        InProcess: { mandatory: true, position: 0 },
        VMId: { mandatory: true, position: 1 },
        VMName: { mandatory: true, position: 1 },
        ContainerId: { mandatory: true, position: 1 },
        SSHHost: { mandatory: true, position: 1 },
        SSHHostHashParam: { mandatory: true, position: 1 },
      },
      validate: [{ kind: 'notNull' }],
      help: 'The script block to run.',
    },
    NoNewScope: { type: 'switch', sets: 'InProcess', help: 'Runs in the current scope.' },
    FilePath: {
      type: 'string',
      aliases: ['PSPath'],
      sets: {
        FilePathComputerName: { mandatory: true, position: 1 },
        FilePathRunspace: { mandatory: true, position: 1 },
        FilePathUri: { mandatory: true, position: 1 },
        FilePathVMId: { mandatory: true, position: 1 },
        FilePathVMName: { mandatory: true, position: 1 },
        FilePathContainerId: { mandatory: true, position: 1 },
        FilePathSSHHost: { mandatory: true },
        FilePathSSHHostHash: { mandatory: true },
      },
      validate: [{ kind: 'notNull' }],
      help: 'Path of the script to run.',
    },
    AllowRedirection: { type: 'switch', sets: ['Uri', 'FilePathUri'], help: 'Follows redirections.' },
    SessionOption: {
      type: 'object',
      sets: ['ComputerName', 'Uri', 'FilePathComputerName', 'FilePathUri'],
      help: 'Options of the session.',
    },
    Authentication: {
      type: 'enum',
      values: ['Default', 'Basic', 'Negotiate', 'NegotiateWithImplicitCredential', 'Credssp', 'Digest', 'Kerberos'],
      enumName: 'System.Management.Automation.Runspaces.AuthenticationMechanism',
      sets: ['ComputerName', 'FilePathComputerName', 'Uri', 'FilePathUri'],
      help: 'Kind of authentication.',
    },
    EnableNetworkAccess: {
      type: 'switch',
      sets: ['ComputerName', 'FilePathComputerName', 'Uri', 'FilePathUri'],
      help: 'Gives the session access to the network.',
    },
    RemoteDebug: {
      type: 'switch',
      sets: [
        'ComputerName',
        'Session',
        'Uri',
        'FilePathComputerName',
        'FilePathRunspace',
        'FilePathUri',
        'VMId',
        'VMName',
        'ContainerId',
        'FilePathVMId',
        'FilePathVMName',
        'FilePathContainerId',
        'SSHHost',
        'SSHHostHashParam',
        'FilePathSSHHost',
        'FilePathSSHHostHash',
      ],
      help: 'Debugs the remote script.',
    },
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects, usually from the pipeline.' },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      help: 'Values for the parameters of the script block or command.',
    },
    CertificateThumbprint: { type: 'string', sets: ['ComputerName', 'Uri'], help: 'Certificate of the user.' },
  },
  defaultSet: 'InProcess',
  examples: [{ script: 'Invoke-Command { param($a, $b) $a + $b } -ArgumentList 1, 2', output: '3' }],
  create: (cmdlet) => {
    const input: Value[] = [];
    return {
      process() {
        if (cmdlet.expectingInput) input.push(cmdlet.input);
      },
      end() {
        const block = blockOf(cmdlet);
        const args = (cmdlet.args.ArgumentList as Value[] | undefined) ?? [];
        const output = { write: (value: Value) => cmdlet.write(value) };
        const given = cmdlet.expectingInput
          ? input
          : cmdlet.args.InputObject === undefined
            ? undefined
            : [cmdlet.args.InputObject as Value];
        if (cmdlet.args.AsJob) {
          const named: Record<string, Value> = { ScriptBlock: block, ArgumentList: args };
          if (cmdlet.args.JobName !== undefined) named.Name = cmdlet.args.JobName;
          return cmdlet.writeAll(cmdlet.engine.invokeCommand('Start-Job', { named }));
        }
        if (cmdlet.has('ComputerName') || cmdlet.has('Session')) {
          return runRemotely(cmdlet, { block, args, input: given, credential: cmdlet.args.Credential ?? null, output });
        }
        const scope = cmdlet.args.NoNewScope ? 'current' : 'new';
        runBlock(cmdlet.engine, block, { args, input: given, scope }, output);
      },
    };
  },
});
