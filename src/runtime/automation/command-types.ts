// CommandInfo and its kinds, with parameter metadata.

import { metadataFor } from '../binder/command-metadata.ts';
import type { ParameterMetadata } from '../binder/metadata.ts';
import type {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from '../command-info.ts';
import { tryConvertTo } from '../convert.ts';
import { Hashtable } from '../types/collections/hashtable.ts';
import { GenericList } from '../types/collections/list.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType, resolveType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { commandSyntax } from './command-syntax.ts';
import { type CommandParameter, CommandParameterSet, parameterSetsOf } from './parameter-set-info.ts';
import { shownType } from './parameter-type.ts';

const M = 'System.Management.Automation';

function parameterTable(command: CommandInfo): Value {
  const metadata = metadataFor(command);
  if (metadata === undefined) return null;
  const table = new Hashtable();
  for (const parameter of metadata.parameters.values()) table.set(parameter.name, new ParameterMetadataView(parameter));
  return table;
}

/** `(Get-Command f).Parameters['x']` */
export class ParameterMetadataView {
  constructor(readonly parameter: ParameterMetadata) {}
}

/** One entry of `OutputType`. */
export class PSTypeName {
  constructor(readonly name: string) {}
  toString(): string {
    return this.name;
  }
}

function outputTypes(command: CommandInfo): Value {
  const metadata = metadataFor(command);
  const types = (metadata?.outputTypes ?? []).map((name) => new PSTypeName(resolveType(name)?.fullName ?? name));
  return new GenericList(knownType('System.Collections.ObjectModel.ReadOnlyCollection`1[System.Object]'), types);
}

function stringList(items: string[]): Value {
  return new GenericList(knownType('System.Collections.ObjectModel.Collection`1[System.String]'), items);
}

/** That of its module; PowerShell's own cmdlets have the version of their assemblies. */
function commandVersion(command: CommandInfo): Value {
  const own =
    command.module === undefined
      ? BUILT_IN_VERSIONS[command.moduleName.split('.').slice(0, 2).join('.')]
      : command.module.version;
  return (
    command.module?.versionValue ?? (own === undefined ? null : (tryConvertTo(own, 'System.Version')?.value ?? null))
  );
}
const BUILT_IN_VERSIONS: Record<string, string> = {
  'Microsoft.PowerShell': '7.0.0.0',
  'Microsoft.Exchange': '1.0',
  hubshell: '1.0',
};

export function commandTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.CommandInfo`,
      abstract: true,
      properties: {
        'string Name': (c: CommandInfo) => c.name,
        [`${M}.CommandTypes CommandType`]: (c: CommandInfo) =>
          knownType(`${M}.CommandTypes`).spec.enumValues?.[c.commandType] ?? 0,
        'string Source': (c: CommandInfo) => c.moduleName,
        'version Version': commandVersion,
        'string Definition': (c: CommandInfo & { definition?: Value }) =>
          typeof c.definition === 'string' ? c.definition : '',
        [`${M}.SessionStateEntryVisibility Visibility`]: () => 0,
        'string ModuleName': (c: CommandInfo) => c.moduleName,
        [`${M}.PSModuleInfo Module`]: (c: CommandInfo) => c.module ?? null,
        'System.Object Parameters': parameterTable,
        'System.Object ParameterSets': (c: CommandInfo) => parameterSetsOf(c),
        'System.Object OutputType': outputTypes,
      },
      methods: {
        'string ToString()': (c: CommandInfo) => c.name,
        [`${M}.ParameterMetadata ResolveParameter(string name)`]: (c: CommandInfo, name: string) => {
          const metadata = metadataFor(c);
          const found = metadata?.exact(name.toLowerCase()) ?? metadata?.startingWith(name.toLowerCase())[0];
          return found === undefined ? null : new ParameterMetadataView(found);
        },
      },
    },
    {
      name: `${M}.FunctionInfo`,
      base: `${M}.CommandInfo`,
      properties: {
        [`${M}.ScriptBlock ScriptBlock`]: (c: FunctionInfo) => c.scriptBlock,
        'bool CmdletBinding': (c: FunctionInfo) => metadataFor(c)?.advanced ?? false,
        'string DefaultParameterSet': (c: FunctionInfo) => metadataFor(c)?.defaultSet || null,
        'string Definition': (c: FunctionInfo) => c.definition,
        [`${M}.ScopedItemOptions Options`]: {
          get: (c: FunctionInfo) => c.options,
          set: (c: FunctionInfo, value: number) => void (c.options = value),
        },
        'string Description': {
          get: (c: FunctionInfo) => c.description,
          set: (c: FunctionInfo, text: string) => void (c.description = text),
        },
        'string Verb': (c: FunctionInfo) => verbOf(c.name),
        'string Noun': (c: FunctionInfo) => nounOf(c.name),
        'string HelpFile': () => null,
      },
    },
    { name: `${M}.FilterInfo`, base: `${M}.FunctionInfo` },
    {
      name: `${M}.AliasInfo`,
      base: `${M}.CommandInfo`,
      properties: {
        'string DisplayName': (c: AliasInfo) => `${c.name} -> ${c.definition}`,
        [`${M}.CommandInfo ReferencedCommand`]: (c: AliasInfo) => c.resolved?.() ?? null,
        [`${M}.CommandInfo ResolvedCommand`]: (c: AliasInfo) => c.resolved?.() ?? null,
        'string ResolvedCommandName': (c: AliasInfo) => c.resolved?.()?.name ?? null,
        'string Definition': (c: AliasInfo) => c.definition,
        [`${M}.ScopedItemOptions Options`]: {
          get: (c: AliasInfo) => c.options,
          set: (c: AliasInfo, value: number) => void (c.options = value),
        },
        'string Description': {
          get: (c: AliasInfo) => c.description,
          set: (c: AliasInfo, text: string) => void (c.description = text),
        },
      },
    },
    {
      name: `${M}.CmdletInfo`,
      base: `${M}.CommandInfo`,
      properties: {
        'string Verb': (c: CmdletInfo) => verbOf(c.name),
        'string Noun': (c: CmdletInfo) => nounOf(c.name),
        'string HelpFile': () => null,
        'string DefaultParameterSet': (c: CmdletInfo) => metadataFor(c)?.defaultSet || null,
        'string Definition': (c: CmdletInfo) => commandSyntax(c),
        'type ImplementingType': (c: CmdletInfo) => resolveType(c.implementingType) ?? null,
        [`${M}.ScopedItemOptions Options`]: () => 0,
        'string PSSnapIn': () => null,
        'string DLL': () => null,
      },
    },
    {
      name: `${M}.ExternalScriptInfo`,
      base: `${M}.CommandInfo`,
      properties: {
        'string Path': (c: ExternalScriptInfo) => c.path,
        'string Definition': (c: ExternalScriptInfo) => c.path,
        [`${M}.ScriptBlock ScriptBlock`]: (c: ExternalScriptInfo) => c.scriptBlock,
        'string ScriptContents': (c: ExternalScriptInfo) => c.scriptBlock.toString(),
        'string Source': (c: ExternalScriptInfo) => c.path,
      },
    },
    {
      name: `${M}.ApplicationInfo`,
      base: `${M}.CommandInfo`,
      properties: {
        'string Path': (c: ApplicationInfo) => c.path,
        'string Extension': (c: ApplicationInfo) => c.path.slice(c.path.lastIndexOf('.')),
        'string Definition': (c: ApplicationInfo) => c.path,
        'string Source': (c: ApplicationInfo) => c.path,
      },
    },
    {
      name: `${M}.ScriptInfo`,
      base: `${M}.CommandInfo`,
      properties: {
        [`${M}.ScriptBlock ScriptBlock`]: (c: ScriptInfo) => c.scriptBlock,
        'string Definition': (c: ScriptInfo) => c.scriptBlock.toString(),
      },
      methods: { 'string ToString()': (c: ScriptInfo) => c.scriptBlock.toString() },
    },
    ...parameterTypes(),
  ];
}

function verbOf(name: string): string {
  const dash = name.indexOf('-');
  return dash < 0 ? '' : name.slice(0, dash);
}
function nounOf(name: string): string {
  const dash = name.indexOf('-');
  return dash < 0 ? '' : name.slice(dash + 1);
}

function parameterTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.ParameterMetadata`,
      properties: {
        'string Name': ({ parameter }: ParameterMetadataView) => parameter.name,
        'type ParameterType': ({ parameter }: ParameterMetadataView) => shownType(parameter),
        'System.Object ParameterSets': ({ parameter }: ParameterMetadataView) => {
          const table = new Hashtable();
          for (const [set, data] of parameter.sets) table.set(set, new CommandParameterSet.Data(data));
          return table;
        },
        'bool IsDynamic': ({ parameter }: ParameterMetadataView) => parameter.dynamic,
        'System.Object Aliases': ({ parameter }: ParameterMetadataView) => stringList(parameter.aliases),
        'System.Object Attributes': ({ parameter }: ParameterMetadataView) =>
          new GenericList(knownType('System.Collections.ObjectModel.Collection`1[System.Object]'), [
            ...parameter.attributes,
          ]),
        'bool SwitchParameter': ({ parameter }: ParameterMetadataView) => parameter.isSwitch,
      },
    },
    {
      name: `${M}.ParameterSetMetadata`,
      properties: {
        'bool IsMandatory': (v: InstanceType<typeof CommandParameterSet.Data>) => v.data.mandatory,
        'int Position': (v: InstanceType<typeof CommandParameterSet.Data>) => v.data.position ?? -2147483648,
        'bool ValueFromPipeline': (v: InstanceType<typeof CommandParameterSet.Data>) => v.data.byValue,
        'bool ValueFromPipelineByPropertyName': (v: InstanceType<typeof CommandParameterSet.Data>) => v.data.byName,
        'bool ValueFromRemainingArguments': (v: InstanceType<typeof CommandParameterSet.Data>) => v.data.remaining,
        'string HelpMessage': (v: InstanceType<typeof CommandParameterSet.Data>) => v.data.helpMessage,
      },
    },
    {
      name: `${M}.CommandParameterSetInfo`,
      properties: {
        'string Name': (s: CommandParameterSet) => s.name,
        'bool IsDefault': (s: CommandParameterSet) => s.isDefault,
        'System.Object Parameters': (s: CommandParameterSet) => s.parameters,
      },
      methods: { 'string ToString()': (s: CommandParameterSet) => s.toString() },
    },
    {
      name: `${M}.CommandParameterInfo`,
      properties: {
        'string Name': (p: CommandParameter) => p.parameter.name,
        'type ParameterType': (p: CommandParameter) => shownType(p.parameter),
        'bool IsMandatory': (p: CommandParameter) => p.data.mandatory,
        'bool IsDynamic': (p: CommandParameter) => p.parameter.dynamic,
        'int Position': (p: CommandParameter) => p.data.position ?? -2147483648,
        'bool ValueFromPipeline': (p: CommandParameter) => p.data.byValue,
        'bool ValueFromPipelineByPropertyName': (p: CommandParameter) => p.data.byName,
        'bool ValueFromRemainingArguments': (p: CommandParameter) => p.data.remaining,
        'string HelpMessage': (p: CommandParameter) => p.data.helpMessage,
        'System.Object Aliases': (p: CommandParameter) => stringList(p.parameter.aliases),
        'System.Object Attributes': (p: CommandParameter) => [...p.parameter.attributes],
      },
    },
    {
      name: `${M}.PSTypeName`,
      properties: {
        'string Name': (t: PSTypeName) => t.name,
        'type Type': (t: PSTypeName) => resolveType(t.name) ?? null,
      },
      methods: { 'string ToString()': (t: PSTypeName) => t.name },
    },
  ];
}
