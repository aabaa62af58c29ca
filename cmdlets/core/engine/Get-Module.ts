// Get-Module.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { extensionOf, leafName } from '../../../src/runtime/providers/path-text.ts';
import { PSModuleInfo } from '../../../src/runtime/session-state.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { describe } from './shared/import-module.ts';
import { availableModuleFiles, readManifest } from './shared/module-files.ts';
import { builtInModules } from './shared/module-loading.ts';

/** Built-in modules that count as loaded from the start. */
const LOADED = /^Microsoft\.PowerShell\.(Management|Security|Utility)$/;

export default defineCmdlet({
  name: 'Get-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gmo'],
  synopsis: 'Gets the modules that are loaded or could be.',
  parameters: {
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'value',
      sets: ['Loaded', 'Available', 'PsSession', 'CimSession'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    FullyQualifiedName: {
      type: 'object[]',
      pipeline: 'name',
      sets: ['Loaded', 'Available', 'PsSession', 'CimSession'],
      help: 'Modules by specification.',
    },
    All: {
      type: 'switch',
      sets: ['Loaded', 'Available'],
      help: 'Includes what a nearer command of the same name hides, or all modules.',
    },
    ListAvailable: {
      type: 'switch',
      sets: { Available: { mandatory: true }, PsSession: {}, CimSession: {} },
      help: 'Lists all that exist.',
    },
    PSEdition: { type: 'string', sets: ['Available', 'PsSession'], help: 'Only modules for this edition.' },
    SkipEditionCheck: {
      type: 'switch',
      sets: ['Available', 'PsSession', 'CimSession'],
      help: 'Does not look at the edition.',
    },
    Refresh: { type: 'switch', sets: ['Available', 'PsSession', 'CimSession'], help: 'Rereads the list of modules.' },
  },
  defaultSet: 'Loaded',
  outputs: ['System.Management.Automation.PSModuleInfo'],
  examples: [{ script: '(Get-Module Microsoft.PowerShell.Utility).Name', output: 'Microsoft.PowerShell.Utility' }],
  create: (cmdlet) => {
    const available = (): PSModuleInfo[] =>
      availableModuleFiles(cmdlet.engine).map((path) => {
        const leaf = leafName(path);
        const module = new PSModuleInfo(leaf.slice(0, leaf.length - extensionOf(leaf).length), undefined);
        module.path = path;
        const manifest = /\.psd1$/i.test(path) ? readManifest(cmdlet.engine, path) : undefined;
        if (manifest) describe(module, manifest, path);
        return module;
      });
    return {
      process() {
        const { engine } = cmdlet;
        const wantsAll =
          cmdlet.args.ListAvailable === true ||
          cmdlet.args.Name !== undefined ||
          cmdlet.args.FullyQualifiedName !== undefined;
        const builtIn = builtInModules(engine).filter((module) =>
          wantsAll ? module.name !== 'Microsoft.PowerShell.Core' : LOADED.test(module.name),
        );
        const all = cmdlet.args.ListAvailable ? [...builtIn, ...available()] : [...builtIn, ...engine.modules.values()];
        const wanted = ([] as Value[])
          .concat(cmdlet.args.Name ?? [], cmdlet.args.FullyQualifiedName ?? [])
          .map((name) => toText(name));
        const found =
          wanted.length === 0
            ? all
            : all.filter((module) => wanted.some((name) => matchesWildcard(module.name, name) || module.path === name));
        cmdlet.writeAll(found.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)));
      },
    };
  },
});
