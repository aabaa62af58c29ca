// Get-Command.

import { commandSyntax } from '../../../src/runtime/automation/command-syntax.ts';
import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { AliasInfo, type CommandInfo } from '../../../src/runtime/command-info.ts';
import { commandNotFoundException } from '../../../src/runtime/interpreter/command-errors.ts';
import { toPlainNumber } from '../../../src/runtime/number/numeric.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { findCommands } from './shared/find-commands.ts';

export default defineCmdlet({
  name: 'Get-Command',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gcm'],
  synopsis: 'Gets commands: cmdlets, functions, aliases and programs.',
  parameters: {
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      sets: 'AllCommandSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Verb: { type: 'string[]', pipeline: 'name', sets: 'CmdletSet', help: 'Verbs; wildcard characters are allowed.' },
    Noun: { type: 'string[]', pipeline: 'name', sets: 'CmdletSet', help: 'Nouns of the commands.' },
    Module: { type: 'string[]', aliases: ['PSSnapin'], pipeline: 'name', help: 'Modules of the commands.' },
    ExcludeModule: { type: 'string[]', help: 'Leaves out commands of these modules.' },
    FullyQualifiedModule: { type: 'object[]', pipeline: 'name', help: 'Modules by specification.' },
    CommandType: {
      type: 'enum',
      values: [
        'Alias',
        'Function',
        'Filter',
        'Cmdlet',
        'ExternalScript',
        'Application',
        'Script',
        'Configuration',
        'All',
      ],
      enumName: 'System.Management.Automation.CommandTypes',
      aliases: ['Type'],
      pipeline: 'name',
      sets: 'AllCommandSet',
      help: 'Only commands of these kinds.',
    },
    TotalCount: { type: 'int', pipeline: 'name', help: 'How many lines or commands from the start.' },
    Syntax: { type: 'switch', pipeline: 'name', help: 'Shows only the syntax.' },
    ShowCommandInfo: { type: 'switch', help: 'Gives a description made of plain data.' },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      position: 1,
      remaining: true,
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'Values for the parameters of the script block or command.',
    },
    All: {
      type: 'switch',
      pipeline: 'name',
      help: 'Includes what a nearer command of the same name hides, or all modules.',
    },
    ListImported: { type: 'switch', pipeline: 'name', help: 'Only commands of the current session.' },
    ParameterName: { type: 'string[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Names of parameters.' },
    ParameterType: { type: 'object[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Types of parameters.' },
    UseFuzzyMatching: { type: 'switch', sets: 'AllCommandSet', help: 'Finds similar names.' },
    FuzzyMinimumDistance: { type: 'uint', sets: 'AllCommandSet', help: 'Largest distance of a fuzzy match.' },
    UseAbbreviationExpansion: {
      type: 'switch',
      pipeline: 'name',
      sets: 'AllCommandSet',
      help: 'Takes the name as an abbreviation.',
    },
  },
  defaultSet: 'CmdletSet',
  outputs: [
    'System.Management.Automation.AliasInfo',
    'System.Management.Automation.ApplicationInfo',
    'System.Management.Automation.FunctionInfo',
    'System.Management.Automation.CmdletInfo',
    'System.Management.Automation.ExternalScriptInfo',
    'System.Management.Automation.FilterInfo',
    'System.String',
    'System.Management.Automation.PSObject',
  ],
  examples: [
    { script: '(Get-Command gci).Definition', output: 'Get-ChildItem' },
    { script: 'Get-Command -Verb Get -Noun Loc* | ForEach-Object Name', output: 'Get-Location' },
  ],
  create: (cmdlet) => {
    let left = Number.POSITIVE_INFINITY;
    const syntaxOf = (command: CommandInfo): string => {
      if (!(command instanceof AliasInfo)) return commandSyntax(command);
      const target = cmdlet.engine.lookupCommand(command.definition);
      const syntax =
        target === undefined ? '' : commandSyntax(target).split(`${target.name} `).join(`${command.name} `);
      return `\n${command.name} (alias) -> ${command.definition}\n${syntax}`;
    };
    const put = (command: CommandInfo): void => {
      if (left-- <= 0) return;
      if (cmdlet.args.Syntax) cmdlet.write(syntaxOf(command));
      else if (cmdlet.args.ShowCommandInfo) {
        cmdlet.write(
          PSObject.of({
            Name: command.name,
            ModuleName: command.moduleName,
            CommandType: command.commandType,
            Definition: syntaxOf(command),
          }),
        );
      } else cmdlet.write(command);
    };
    return {
      process() {
        if (cmdlet.has('TotalCount')) {
          const count = toPlainNumber(cmdlet.args.TotalCount);
          if (count >= 0) left = count;
        }
        const { commands, missing } = findCommands(cmdlet);
        for (const command of commands) put(command);
        for (const name of missing) {
          const error = commandNotFoundException(name);
          cmdlet.error(recordOf(error));
        }
      },
    };
  },
});
