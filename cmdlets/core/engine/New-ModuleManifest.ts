// New-ModuleManifest.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { enumerate, isEnumerable } from '../../../src/runtime/enumerate.ts';
import { openFileWriter } from '../../../src/runtime/providers/file-content.ts';
import { invalidArgument } from '../../../src/runtime/providers/provider-errors.ts';
import { isDictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { randomGuid } from '../data/shared/random.ts';
import { reporting, sessionOf } from '../management/shared/items.ts';

/** Keys in the order of the file, with the text that explains each. */
const KEYS: [key: string, comment: string, always?: boolean][] = [
  ['RootModule', 'Script module or binary module file associated with this manifest.'],
  ['ModuleVersion', 'Version number of this module.', true],
  ['CompatiblePSEditions', 'Supported PSEditions'],
  ['GUID', 'ID used to uniquely identify this module', true],
  ['Author', 'Author of this module', true],
  ['CompanyName', 'Company or vendor of this module', true],
  ['Copyright', 'Copyright statement for this module', true],
  ['Description', 'Description of the functionality provided by this module'],
  ['PowerShellVersion', 'Minimum version of the PowerShell engine required by this module'],
  ['RequiredModules', 'Modules that must be imported into the global environment prior to importing this module'],
  ['RequiredAssemblies', 'Assemblies that must be loaded prior to importing this module'],
  ['ScriptsToProcess', "Script files (.ps1) that are run in the caller's environment prior to importing this module."],
  ['TypesToProcess', 'Type files (.ps1xml) to be loaded when importing this module'],
  ['FormatsToProcess', 'Format files (.ps1xml) to be loaded when importing this module'],
  ['NestedModules', 'Modules to import as nested modules of the module specified in RootModule/ModuleToProcess'],
  ['FunctionsToExport', 'Functions to export from this module', true],
  ['CmdletsToExport', 'Cmdlets to export from this module', true],
  ['VariablesToExport', 'Variables to export from this module', true],
  ['AliasesToExport', 'Aliases to export from this module', true],
  ['FileList', 'List of all files packaged with this module'],
  ['PrivateData', 'Private data to pass to the module specified in RootModule/ModuleToProcess', true],
  ['HelpInfoURI', 'HelpInfo URI of this module'],
  ['DefaultCommandPrefix', 'Default prefix for commands exported from this module.'],
];

function literal(value: Value): string {
  if (value === null || value === undefined) return "''";
  if (isDictionary(value))
    return `@{ ${[...value.entries()].map(([key, item]) => `${toText(key)} = ${literal(item)}`).join('; ')} }`;
  if (isEnumerable(value)) {
    const items = [...enumerate(value)].map((item) => literal(item));
    return items.length === 1 ? items[0]! : items.length === 0 ? '@()' : items.join(', ');
  }
  return `'${toText(value).replace(/'/g, "''")}'`;
}

export default defineCmdlet({
  name: 'New-ModuleManifest',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Writes a module manifest.',
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, help: 'The file to make.' },
    NestedModules: {
      type: 'object[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Modules to load inside this one.',
    },
    Guid: { type: 'guid', help: 'Identifier of the module.' },
    Author: { type: 'string', validate: [{ kind: 'allowEmptyString' }], help: 'Author of the module.' },
    CompanyName: { type: 'string', validate: [{ kind: 'allowEmptyString' }], help: 'Company behind the module.' },
    Copyright: { type: 'string', validate: [{ kind: 'allowEmptyString' }], help: 'Copyright statement of the module.' },
    RootModule: {
      type: 'string',
      aliases: ['ModuleToProcess'],
      validate: [{ kind: 'allowEmptyString' }],
      help: 'Main file of the module.',
    },
    ModuleVersion: { type: 'version', validate: [{ kind: 'notNull' }], help: 'Version of the module.' },
    Description: { type: 'string', validate: [{ kind: 'allowEmptyString' }], help: 'Text that describes it.' },
    ProcessorArchitecture: {
      type: 'enum',
      values: ['None', 'MSIL', 'X86', 'IA64', 'Amd64', 'Arm'],
      enumName: 'System.Reflection.ProcessorArchitecture',
      help: 'Processor the module needs.',
    },
    PowerShellVersion: { type: 'version', help: 'PowerShell version the module needs.' },
    ClrVersion: { type: 'version', help: 'Runtime version the module needs.' },
    DotNetFrameworkVersion: { type: 'version', help: '.NET Framework version the module needs.' },
    PowerShellHostName: { type: 'string', help: 'Host the module needs.' },
    PowerShellHostVersion: { type: 'version', help: 'Host version the module needs.' },
    RequiredModules: { type: 'object[]', help: 'Modules this one needs.' },
    TypesToProcess: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Type files the module loads.',
    },
    FormatsToProcess: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Format files the module loads.',
    },
    ScriptsToProcess: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Scripts to run before the module.',
    },
    RequiredAssemblies: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Assemblies the module needs.',
    },
    FileList: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Files that belong to the module.',
    },
    ModuleList: {
      type: 'object[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Modules packed with this one.',
    },
    FunctionsToExport: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Functions the module exports.',
    },
    AliasesToExport: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Aliases the module exports.',
    },
    VariablesToExport: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Variables the module exports.',
    },
    CmdletsToExport: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'Cmdlets the module exports.',
    },
    DscResourcesToExport: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'DSC resources the module exports.',
    },
    CompatiblePSEditions: {
      type: 'string[]',
      validate: [{ kind: 'allowEmptyCollection' }, { kind: 'set', values: ['Desktop', 'Core'] }],
      help: 'Editions the module runs on.',
    },
    PrivateData: { type: 'object', validate: [{ kind: 'allowNull' }], help: 'Data passed to the module.' },
    Tags: { type: 'string[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Tags of the module.' },
    ProjectUri: { type: 'uri', validate: [{ kind: 'notNullOrEmpty' }], help: 'Address of the project.' },
    LicenseUri: { type: 'uri', validate: [{ kind: 'notNullOrEmpty' }], help: 'Address of the licence.' },
    IconUri: { type: 'uri', validate: [{ kind: 'notNullOrEmpty' }], help: 'Address of an icon.' },
    ReleaseNotes: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'Release notes of the module.' },
    Prerelease: { type: 'string', validate: [{ kind: 'notNullOrEmpty' }], help: 'Prerelease label of the version.' },
    RequireLicenseAcceptance: { type: 'switch', help: 'The licence must be accepted.' },
    ExternalModuleDependencies: {
      type: 'string[]',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Modules outside of the package.',
    },
    HelpInfoUri: { type: 'string', validate: [{ kind: 'allowNull' }], help: 'Address of the help information.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    DefaultCommandPrefix: {
      type: 'string',
      validate: [{ kind: 'allowNull' }],
      help: 'Prefix for the nouns of exported commands.',
    },
  },
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  outputs: ['System.String'],
  examples: [
    {
      script:
        "New-ModuleManifest C:\\Tools.psd1 -ModuleVersion 2.0 -Author 'Ann'; (Import-PowerShellDataFile C:\\Tools.psd1).Author",
      output: 'Ann',
    },
  ],
  create: (cmdlet) => ({
    end() {
      reporting(cmdlet, () => {
        const { path } = sessionOf(cmdlet).resolve(cmdlet.args.Path as string);
        if (!/\.psd1$/i.test(path)) {
          throw invalidArgument(
            `The path '${path}' is not valid. The path must resolve to a single file with a '.psd1' file name extension.`,
          );
        }
        if (!cmdlet.shouldProcess(path, 'Creating the module manifest file')) return;
        const user = cmdlet.host.environment.get('USERNAME') ?? 'Administrator';
        const defaults: Record<string, Value> = {
          ModuleVersion: '0.0.1',
          GUID: randomGuid(cmdlet.host.random),
          Author: user,
          CompanyName: 'Unknown',
          Copyright: `(c) ${cmdlet.args.Author ?? user}. All rights reserved.`,
          FunctionsToExport: '*',
          CmdletsToExport: '*',
          VariablesToExport: '*',
          AliasesToExport: '*',
          PrivateData: [],
        };
        const lines = [`#`, `# Module manifest for module '${path.replace(/^.*\\|\.psd1$/gi, '')}'`, '#', '', '@{', ''];
        for (const [key, comment, always] of KEYS) {
          const name = Object.keys(cmdlet.args).find((argument) => argument.toLowerCase() === key.toLowerCase()) ?? key;
          const given = cmdlet.args[name] as Value;
          const value = given ?? defaults[key];
          const text = key === 'PrivateData' && given === undefined ? '@{}' : literal(value);
          lines.push(`# ${comment}`, given !== undefined || always ? `${key} = ${text}` : `# ${key} = ''`, '');
        }
        lines.push('}', '');
        const writer = openFileWriter(cmdlet.host.files, path, {
          append: false,
          asBytes: false,
          noNewline: false,
          encoding: undefined,
          force: true,
        });
        writer.write(lines);
        writer.close();
        if (cmdlet.args.PassThru) cmdlet.writeAll(lines);
      });
    },
  }),
});
