// Making modules from script blocks and files, and bringing what they export into a session state.

import { AliasInfo, type CommandInfo, FunctionInfo } from '../../../../src/runtime/command-info.ts';
import type { Engine } from '../../../../src/runtime/engine.ts';
import { runBlock } from '../../../../src/runtime/interpreter/call-block.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import type { Scope } from '../../../../src/runtime/scope.ts';
import { ScriptBlock } from '../../../../src/runtime/script-block.ts';
import { type ModuleExports, PSModuleInfo, SessionState } from '../../../../src/runtime/session-state.ts';
import { Collector } from '../../../../src/runtime/streams.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export interface LoadedModule {
  module: PSModuleInfo;
  output: Value[];
}

/** Runs a block as the body of a new module. */
export function runModule(engine: Engine, name: string, body: ScriptBlock, args: Value[], path = ''): LoadedModule {
  const session = new SessionState(engine.globalScope);
  const module = new PSModuleInfo(name, session);
  module.path = path;
  module.moduleBase = path === '' ? '' : path.slice(0, path.lastIndexOf('\\'));
  session.module = module;
  const block = new ScriptBlock(engine, body.ast, session, body.textStart, body.textEnd);
  const collector = new Collector();
  runBlock(engine, block, { scope: 'current', args }, collector);
  collectExports(module, session.root);
  return { module, output: collector.items };
}

/** Names of Export-ModuleMember; without it all functions and no more. Aliases of a script module need it too. */
function collectExports(module: PSModuleInfo, root: Scope): void {
  const wanted: ModuleExports = module.requested ?? { functions: ['*'], cmdlets: ['*'], variables: [], aliases: [] };
  const picked = (patterns: string[], name: string): boolean =>
    patterns.some((pattern) => matchesWildcard(name, pattern));
  for (const [key, info] of root.functions ?? []) {
    info.module ??= module;
    if (info.module === module && picked(wanted.functions, info.name)) module.exportedFunctions.set(key, info);
  }
  for (const [key, alias] of root.aliases ?? []) {
    alias.module ??= module;
    if (picked(wanted.aliases, alias.name)) module.exportedAliases.set(key, alias);
  }
  for (const variable of root.ownVariables()) {
    if (picked(wanted.variables, variable.name)) module.exportedVariables.set(variable.name.toLowerCase(), variable);
  }
}

export interface ImportChoice {
  prefix: string;
  functions?: string[];
  variables?: string[];
  aliases?: string[];
  /** Leaves alone what is there already. */
  noClobber: boolean;
  scope: Scope;
}

/** `Get-It` with prefix `My` becomes `Get-MyIt`. */
export function prefixed(name: string, prefix: string): string {
  const dash = name.indexOf('-');
  return prefix === '' ? name : dash < 0 ? prefix + name : `${name.slice(0, dash + 1)}${prefix}${name.slice(dash + 1)}`;
}

/** Puts a module's exports into a scope. */
export function publish(engine: Engine, module: PSModuleInfo, choice: ImportChoice): void {
  const { scope, prefix } = choice;
  const chosen = (patterns: string[] | undefined, name: string): boolean =>
    patterns === undefined
      ? choice.functions === undefined && choice.variables === undefined && choice.aliases === undefined
      : patterns.some((pattern) => matchesWildcard(name, pattern));
  for (const info of module.exportedFunctions.values()) {
    const name = prefixed(info.name, prefix);
    if (!chosen(choice.functions, info.name) || (choice.noClobber && engine.lookupCommand(name))) continue;
    engine.functions.setIn(scope, prefix === '' ? info : renamedFunction(info, name, module), name);
  }
  for (const alias of module.exportedAliases.values()) {
    if (!chosen(choice.aliases, alias.name)) continue;
    const name = prefixed(alias.name, prefix);
    const made = new AliasInfo(
      name,
      module.exportedFunctions.has(alias.definition.toLowerCase())
        ? prefixed(alias.definition, prefix)
        : alias.definition,
    );
    made.module = module;
    engine.aliases.setIn(scope, made, name);
  }
  for (const variable of module.exportedVariables.values()) {
    if (chosen(choice.variables, variable.name)) scope.put(variable.name.toLowerCase(), variable);
  }
  engine.commandVersion++;
}
function renamedFunction(info: FunctionInfo, name: string, module: PSModuleInfo): FunctionInfo {
  const copy = new FunctionInfo(name, info.scriptBlock, info.commandType === 'Filter');
  copy.module = module;
  return copy;
}

/** Takes everything of a module out of the session. */
export function withdraw(engine: Engine, module: PSModuleInfo): void {
  if (module.onRemove instanceof ScriptBlock) module.onRemove.call({ args: [module as unknown as Value] });
  const own = (info: CommandInfo): boolean => info.module === module;
  for (let scope: Scope | undefined = engine.scope; scope; scope = scope.parent) dropFrom(scope);
  dropFrom(engine.globalScope);
  engine.modules.delete(module.name.toLowerCase());
  engine.commandVersion++;

  function dropFrom(scope: Scope): void {
    for (const [key, info] of scope.functions ?? []) if (own(info)) scope.functions!.delete(key);
    for (const [key, alias] of scope.aliases ?? []) if (own(alias)) scope.aliases!.delete(key);
    for (const [key, variable] of module.exportedVariables) if (scope.own(key) === variable) scope.remove(key);
  }
}

/** Names of the modules that built-in cmdlets belong to. */
export function builtInModules(engine: Engine): PSModuleInfo[] {
  const found = new Map<string, PSModuleInfo>();
  for (const cmdlet of engine.cmdlets.values()) {
    const key = cmdlet.moduleName.toLowerCase();
    let module = found.get(key);
    if (!module) {
      module = new PSModuleInfo(cmdlet.moduleName, undefined);
      module.moduleType = cmdlet.moduleName.startsWith('Microsoft.PowerShell') ? 'Manifest' : 'Binary';
      module.version = cmdlet.moduleName.startsWith('Microsoft.PowerShell') ? '7.0.0.0' : '1.0';
      found.set(key, module);
    }
    module.exportedCmdlets.set(cmdlet.name.toLowerCase(), cmdlet);
  }
  return [...found.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
