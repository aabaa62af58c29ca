// New-PSSession: a session on another machine of the organisation that stays.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting, requireRunspaces } from './shared/remoting.ts';

export default defineCmdlet({
  name: 'New-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['nsn'],
  synopsis: 'Opens a session on another computer that stays until it is removed.',
  parameters: {
    ComputerName: {
      type: 'string[]',
      aliases: ['Cn'],
      position: 0,
      pipeline: 'both',
      help: 'Computers to connect to; this one by default.',
    },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
    Name: { type: 'string[]', help: 'Names of the sessions.' },
    ConfigurationName: { type: 'string', pipeline: 'name', help: 'Session configuration to use.' },
    ConnectionUri: { type: 'uri', help: 'Address of the session; its host is the computer.' },
    Authentication: { type: 'string', help: 'Kind of authentication.' },
    AllowRedirection: { type: 'switch', help: 'Follows redirections.' },
    SessionOption: { type: 'object', help: 'Options of the session.' },
    UseSSL: { type: 'switch', help: 'Encrypts the connection.' },
    Port: { type: 'int', help: 'Port of the connection.' },
  },
  outputs: ['System.Management.Automation.Runspaces.PSSession'],
  examples: [{ script: '(New-PSSession EDGE01).ComputerName', output: 'EDGE01' }],
  create: (cmdlet) => ({
    process() {
      const runspaces = requireRunspaces(cmdlet);
      const host = cmdlet.has('ConnectionUri')
        ? /^\w+:\/\/([^/:]+)/.exec(String(cmdlet.args.ConnectionUri))?.[1]
        : undefined;
      const names: string[] = cmdlet.args.ComputerName ?? [
        host ?? cmdlet.host.environment.get('COMPUTERNAME') ?? 'localhost',
      ];
      names.forEach((name, index) => {
        const session = reporting(cmdlet, () => runspaces.open(name));
        if (!session) return;
        const wanted = (cmdlet.args.Name as string[] | undefined)?.[index];
        if (wanted !== undefined) session.set('Name', wanted);
        if (cmdlet.has('ConfigurationName')) session.set('ConfigurationName', cmdlet.args.ConfigurationName);
        cmdlet.write(session);
      });
    },
  }),
});
