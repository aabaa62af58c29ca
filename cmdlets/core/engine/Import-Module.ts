// Import-Module.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { getMember } from '../../../src/runtime/members.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSModuleInfo } from '../../../src/runtime/session-state.ts';
import { isDictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { reporting } from '../management/shared/items.ts';
import { loadModule } from './shared/import-module.ts';
import { builtInModules, publish, withdraw } from './shared/module-loading.ts';

/** Name of a module specification: a text or a table with ModuleName. */
function nameOf(value: Value): string {
  if (isDictionary(value)) return toText(value.get('ModuleName') ?? '');
  return typeof value === 'string' ? value : toText(getMember(value, 'Name') ?? value);
}

/** The scope that gets the exports: that of the calling module, or the global one. */
function targetScope(cmdlet: CmdletContext): import('../../../src/runtime/scope.ts').Scope {
  const scope = String(cmdlet.args.Scope ?? '').toLowerCase();
  if (cmdlet.args.Global || scope === 'global') return cmdlet.engine.globalScope;
  if (scope === 'local') return cmdlet.engine.scope;
  return cmdlet.engine.scope.session.root;
}

export default defineCmdlet({
  name: 'Import-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['ipmo'],
  synopsis: 'Loads a module and brings what it exports into the session.',
  parameters: {
    Global: { type: 'switch', help: 'Imports into the global session state.' },
    Prefix: { type: 'string', validate: [{ kind: 'notNull' }], help: 'Prefix for the nouns of imported commands.' },
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: ['Name', 'PSSession', 'CimSession', 'WinCompat'],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    FullyQualifiedName: {
      type: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: ['FullyQualifiedName', 'FullyQualifiedNameAndPSSession', 'FullyQualifiedNameAndWinCompat'],
      help: 'Modules by specification.',
    },
    Assembly: {
      type: 'System.Reflection.Assembly[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: 'Assembly',
      help: 'Assemblies to import from.',
    },
    Function: { type: 'string[]', validate: [{ kind: 'notNull' }], help: 'Functions to export or import.' },
    Cmdlet: { type: 'string[]', validate: [{ kind: 'notNull' }], help: 'Cmdlets to export or import.' },
    Variable: { type: 'string[]', validate: [{ kind: 'notNull' }], help: 'Variables to export or import.' },
    Alias: { type: 'string[]', validate: [{ kind: 'notNull' }], help: 'Aliases to export or import.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    SkipEditionCheck: {
      type: 'switch',
      sets: [
        'Name',
        'FullyQualifiedName',
        'ModuleInfo',
        'Assembly',
        'PSSession',
        'CimSession',
        'FullyQualifiedNameAndPSSession',
      ],
      help: 'Does not look at the edition.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    AsCustomObject: { type: 'switch', help: 'Gives an object with the exported members instead of the module.' },
    MinimumVersion: {
      type: 'version',
      aliases: ['Version'],
      sets: ['Name', 'PSSession', 'CimSession', 'WinCompat'],
      help: 'Lowest version wanted.',
    },
    MaximumVersion: {
      type: 'string',
      sets: ['Name', 'PSSession', 'CimSession', 'WinCompat'],
      help: 'Highest version wanted.',
    },
    RequiredVersion: {
      type: 'version',
      sets: ['Name', 'PSSession', 'CimSession', 'WinCompat'],
      help: 'The version wanted.',
    },
    ModuleInfo: {
      type: 'System.Management.Automation.PSModuleInfo[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: 'ModuleInfo',
      help: 'Module objects.',
    },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      help: 'Values for the parameters of the script block or command.',
    },
    DisableNameChecking: { type: 'switch', help: 'Does not warn about unusual verbs.' },
    NoClobber: { type: 'switch', aliases: ['NoOverwrite'], help: 'Fails when the file exists.' },
    Scope: {
      type: 'string',
      validate: [{ kind: 'set', values: ['Local', 'Global'] }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
    UseWindowsPowerShell: {
      type: 'switch',
      aliases: ['UseWinPS'],
      mandatory: true,
      sets: ['WinCompat', 'FullyQualifiedNameAndWinCompat'],
      help: 'Loads the module by Windows PowerShell; there is none in the sandbox.',
    },
  },
  defaultSet: 'Name',
  outputs: ['System.Management.Automation.PSModuleInfo'],
  examples: [
    {
      setup: "Set-Content C:\\Tools.psm1 'function Get-Answer { 42 }'",
      script: 'Import-Module C:\\Tools.psm1; Get-Answer',
      output: '42',
    },
  ],
  create: (cmdlet) => {
    const bring = (module: PSModuleInfo): void => {
      publish(cmdlet.engine, module, {
        prefix: (cmdlet.args.Prefix as string | undefined) ?? '',
        functions: cmdlet.args.Function,
        variables: cmdlet.args.Variable,
        aliases: cmdlet.args.Alias,
        noClobber: cmdlet.args.NoClobber === true,
        scope: targetScope(cmdlet),
      });
      if (cmdlet.args.AsCustomObject || !cmdlet.args.PassThru) return;
      cmdlet.write(module);
    };
    const load = (name: string): void => {
      const { engine } = cmdlet;
      const builtIn = builtInModules(engine).find((module) => matchesWildcard(module.name, name));
      if (builtIn) {
        if (cmdlet.args.PassThru) cmdlet.write(builtIn);
        return;
      }
      const short = name
        .replace(/^.*[\\/]/, '')
        .replace(/\.ps[dm]?1$/i, '')
        .toLowerCase();
      const loaded = engine.modules.get(short);
      if (loaded && !cmdlet.args.Force) return bring(loaded);
      if (loaded) withdraw(engine, loaded);
      const module = loadModule(cmdlet, name, (cmdlet.args.ArgumentList as Value[] | undefined) ?? []);
      engine.modules.set(module.name.toLowerCase(), module);
      bring(module);
    };
    return {
      process() {
        const { Name: names, FullyQualifiedName: specifications, ModuleInfo: modules } = cmdlet.args;
        for (const module of (modules as Value[] | undefined) ?? []) {
          if (!(module instanceof PSModuleInfo)) continue;
          cmdlet.engine.modules.set(module.name.toLowerCase(), module);
          bring(module);
        }
        for (const name of (names as string[] | undefined) ?? []) reporting(cmdlet, () => load(name));
        for (const specification of (specifications as Value[] | undefined) ?? [])
          reporting(cmdlet, () => load(nameOf(specification)));
      },
    };
  },
});
