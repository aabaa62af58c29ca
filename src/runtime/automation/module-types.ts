// PSModuleInfo as scripts see it.

import type { CommandInfo } from '../command-info.ts';
import { tryConvertTo } from '../convert.ts';
import { ScriptBlock } from '../script-block.ts';
import { SessionStateObject } from '../session-objects.ts';
import type { PSModuleInfo } from '../session-state.ts';
import { Hashtable } from '../types/collections/hashtable.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import type { Value } from '../values.ts';

const M = 'System.Management.Automation';

function table(entries: ReadonlyMap<string, { name: string }>): Value {
  const result = new Hashtable();
  for (const entry of entries.values()) result.set(entry.name, entry);
  return result;
}

function runInModule(module: PSModuleInfo, block: ScriptBlock, args: Value[]): Value {
  const bound = new ScriptBlock(block.engine, block.ast, module.sessionState, block.textStart, block.textEnd);
  const results = bound.call({ args });
  return results.length === 1 ? results[0]! : results.length === 0 ? null : results;
}

export function moduleTypes(): TypeSpec[] {
  const commands = (m: PSModuleInfo): Value => {
    const result = new Hashtable();
    const groups: ReadonlyMap<string, CommandInfo>[] = [m.exportedFunctions, m.exportedCmdlets, m.exportedAliases];
    for (const group of groups) for (const command of group.values()) result.set(command.name, command);
    return result;
  };
  return [
    {
      name: `${M}.PSModuleInfo`,
      properties: {
        'string Name': (m: PSModuleInfo) => m.name,
        'string Path': (m: PSModuleInfo) => m.path,
        'string Description': {
          get: (m: PSModuleInfo) => m.description,
          set: (m: PSModuleInfo, text: string) => void (m.description = text),
        },
        'guid Guid': (m: PSModuleInfo) => m.guid,
        'string ModuleBase': (m: PSModuleInfo) => m.moduleBase,
        'System.Object PrivateData': {
          get: (m: PSModuleInfo) => m.privateData,
          set: (m: PSModuleInfo, value: Value) => void (m.privateData = value),
        },
        'version Version': (m: PSModuleInfo) =>
          m.versionValue ?? tryConvertTo(m.version, 'System.Version')?.value ?? null,
        'string ModuleType': (m: PSModuleInfo) => m.moduleType,
        'string Author': (m: PSModuleInfo) => m.author,
        'string CompanyName': (m: PSModuleInfo) => m.companyName,
        'string Copyright': (m: PSModuleInfo) => m.copyright,
        'string RootModule': (m: PSModuleInfo) => m.rootModule,
        'System.Object ExportedFunctions': (m: PSModuleInfo) => table(m.exportedFunctions),
        'System.Object ExportedCmdlets': (m: PSModuleInfo) => table(m.exportedCmdlets),
        'System.Object ExportedAliases': (m: PSModuleInfo) => table(m.exportedAliases),
        'System.Object ExportedVariables': (m: PSModuleInfo) => table(m.exportedVariables),
        'System.Object ExportedCommands': commands,
        'System.Object NestedModules': (m: PSModuleInfo) => m.nestedModules,
        'System.Object SessionState': (m: PSModuleInfo) =>
          m.engine === undefined ? null : new SessionStateObject(m.engine),
        'System.Object OnRemove': {
          get: (m: PSModuleInfo) => m.onRemove,
          set: (m: PSModuleInfo, value: Value) => void (m.onRemove = value),
        },
      },
      methods: {
        'string ToString()': (m: PSModuleInfo) => m.name,
        [`System.Object Invoke(${M}.ScriptBlock sb, params System.Object[] args)`]: runInModule,
        [`${M}.ScriptBlock NewBoundScriptBlock(${M}.ScriptBlock scriptBlockToBind)`]: (
          m: PSModuleInfo,
          block: ScriptBlock,
        ) => new ScriptBlock(block.engine, block.ast, m.sessionState, block.textStart, block.textEnd),
      },
    },
  ];
}
