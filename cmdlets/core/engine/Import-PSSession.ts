// Import-PSSession: scripts bring Exchange's cmdlets into plain PowerShell with it. Here they are in every session; what is left is
// to look whether the session stands, to give them other names when -Prefix asks for it, and to put out the module.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { AliasInfo, type CmdletInfo } from '../../../src/runtime/command-info.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSModuleInfo } from '../../../src/runtime/session-state.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';

const EXCHANGE = 'microsoft.exchange.*';

function importedCommands(cmdlet: CmdletContext): CmdletInfo[] {
  const names = cmdlet.args.CommandName as string[] | undefined;
  const modules = (cmdlet.args.Module as string[] | undefined) ?? [EXCHANGE];
  return [...cmdlet.engine.cmdlets.values()].filter(
    ({ name, moduleName }) =>
      modules.some((pattern) => matchesWildcard(moduleName, pattern)) &&
      (names === undefined || names.some((pattern) => matchesWildcard(name, pattern))),
  );
}

function isOpen(session: Value): session is PSObject {
  return session instanceof PSObject && toText(session.get('State') ?? '') === 'Opened';
}

export default defineCmdlet({
  name: 'Import-PSSession',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ipsn'],
  synopsis: 'Brings the commands of a session on another computer into this one.',
  parameters: {
    Session: {
      type: 'object',
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNull' }],
      help: 'The session, from New-PSSession.',
    },
    CommandName: { type: 'string[]', aliases: ['Name'], position: 2, help: 'Only these commands.' },
    FormatTypeName: { type: 'string[]', position: 3, help: 'Types whose views are brought as well.' },
    Prefix: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'Stands before the nouns.' },
    DisableNameChecking: { type: 'switch', help: 'Does not warn about unusual verbs.' },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'Arguments of commands whose parameters depend on them.',
    },
    CommandType: { type: 'string[]', aliases: ['Type'], help: 'Only commands of these kinds.' },
    Module: { type: 'string[]', aliases: ['PSSnapin'], help: 'Only commands of these modules.' },
    AllowClobber: { type: 'switch', help: 'Replaces commands of the same name.' },
  },
  outputs: ['System.Management.Automation.PSModuleInfo'],
  examples: [
    {
      script:
        '$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex02.contoso.com/PowerShell/ -Authentication Kerberos\nImport-PSSession $session -AllowClobber -DisableNameChecking | Out-Null\n(Get-Queue EX01\\Submission).Identity',
      output: 'EX01\\Submission',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { Session: session, Prefix: prefix } = cmdlet.args;
      if (!isOpen(session)) {
        const message = 'Because the session state for session is not Opened, you cannot run a command in the session.';
        cmdlet.fail(
          cmdlet.makeError(
            message,
            'InvokeCommandCommandInvalidSessionState',
            'InvalidArgument',
            session,
            'System.Management.Automation.PSInvalidOperationException',
          ),
        );
      }
      const { engine } = cmdlet;
      const module = new PSModuleInfo(
        `tmp_${toText(session.get('Id') ?? '')}_${toText(session.get('Name') ?? '')}`,
        undefined,
      );
      module.description = `Implicit remoting for http://${toText(session.get('ComputerName') ?? '')}/PowerShell/`;
      for (const command of importedCommands(cmdlet)) {
        const [verb, noun] = command.name.split('-');
        const name = prefix === undefined ? command.name : `${verb}-${String(prefix)}${noun}`;
        module.exportedCmdlets.set(name.toLowerCase(), command);
        if (prefix !== undefined) engine.aliases.setIn(engine.globalScope, new AliasInfo(name, command.name));
      }
      cmdlet.write(module);
    },
  }),
});
