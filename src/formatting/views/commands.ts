// Commands, aliases, variables, modules, help.

import { toText } from '../../runtime/convert.ts';
import { getMember } from '../../runtime/members.ts';
import { isDictionary } from '../../runtime/types/collections/hashtable.ts';
import type { Value } from '../../runtime/values.ts';
import type { View, ViewItem } from '../view-model.ts';

const AUTOMATION = 'System.Management.Automation';
/** Every kind by its own name: their lists must not win over the table. */
const COMMANDS = [
  'CommandInfo',
  'AliasInfo',
  'FunctionInfo',
  'FilterInfo',
  'CmdletInfo',
  'ExternalScriptInfo',
  'ApplicationInfo',
  'ScriptInfo',
].map((name) => `${AUTOMATION}.${name}`);

/** `gci -> Get-ChildItem` for aliases, the name of other commands. */
function displayName(value: Value): Value {
  if (toText(getMember(value, 'CommandType')) !== 'Alias') return getMember(value, 'Name');
  return `${toText(getMember(value, 'Name'))} -> ${toText(getMember(value, 'Definition'))}`;
}

export function commandViews(): View[] {
  return [
    {
      kind: 'table',
      name: 'CommandInfo',
      types: COMMANDS,
      columns: [
        { value: 'CommandType', width: 15 },
        { value: displayName, label: 'Name', width: 50 },
        { value: 'Version', width: 10 },
        { value: 'Source' },
      ],
    },
    ...commandLists(),
    { kind: 'wide', name: 'CommandInfo', types: COMMANDS, value: 'Name' },
    ...variableViews(),
    ...moduleViews(),
  ];
}

function commandLists(): View[] {
  const list = (type: string, names: string[]): View => ({
    kind: 'list',
    name: type,
    types: [`${AUTOMATION}.${type}`],
    items: names.map((value) => ({ value })),
  });
  return [
    list('AliasInfo', ['DisplayName', 'CommandType', 'Definition', 'ReferencedCommand', 'ResolvedCommand']),
    list('FunctionInfo', ['Name', 'CommandType', 'Definition']),
    list(
      'CmdletInfo',
      [
        'Name',
        'CommandType',
        'Definition',
        'Path',
        'AssemblyInfo',
        'DLL',
        'HelpFile',
        'ParameterSets',
        'ImplementingType',
        'Verb',
        'Noun',
      ].filter((name) => name !== 'AssemblyInfo'),
    ),
    list('ExternalScriptInfo', ['Name', 'CommandType', 'Definition', 'Path']),
    list('ApplicationInfo', ['Name', 'CommandType', 'Definition', 'Extension', 'Path', 'FileVersionInfo']),
  ];
}

function variableViews(): View[] {
  const variables = [`${AUTOMATION}.PSVariable`];
  return [
    { kind: 'table', name: 'Variable', types: variables, columns: [{ value: 'Name', width: 30 }, { value: 'Value' }] },
    {
      kind: 'list',
      name: 'Variable',
      types: variables,
      items: ['Name', 'Description', 'Value', 'Visibility', 'Module', 'ModuleName', 'Options', 'Attributes'].map(
        (value) => ({ value }),
      ),
    },
    { kind: 'wide', name: 'Variable', types: variables, value: 'Name' },
  ];
}

/** First names of a module's commands, as the Commands column shows them. */
function exportedCommands(value: Value): Value {
  const commands = getMember(value, 'ExportedCommands');
  return commands === null ? '' : getMember(commands, 'Keys');
}

/** Names of what a module exports; nothing at all is shown as nothing. */
function exportedNames(property: string): ViewItem {
  return {
    label: property,
    value: (target) => {
      const table = getMember(target, property);
      return isDictionary(table) && table.count > 0 ? getMember(table, 'Keys') : '';
    },
  };
}

function moduleViews(): View[] {
  const modules = [`${AUTOMATION}.PSModuleInfo`];
  return [
    {
      kind: 'table',
      name: 'Module',
      types: modules,
      columns: [
        { value: 'ModuleType', width: 10 },
        { value: 'Version', width: 10 },
        { label: 'PreRelease', value: () => '', width: 10 },
        { value: 'Name', width: 35 },
        { label: 'ExportedCommands', value: exportedCommands },
      ],
    },
    {
      kind: 'list',
      name: 'Module',
      types: modules,
      items: ['Name', 'Path', 'Description', 'ModuleType', 'Version', 'PreRelease', 'NestedModules']
        .map((value): ViewItem => ({ value }))
        .concat(['ExportedFunctions', 'ExportedCmdlets', 'ExportedVariables', 'ExportedAliases'].map(exportedNames)),
    },
  ];
}
