// Loading a module from its file, with what a manifest says of it.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { toText } from '../../../../src/runtime/convert.ts';
import { enumerate } from '../../../../src/runtime/enumerate.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { extensionOf, leafName, parentPath } from '../../../../src/runtime/providers/path-text.ts';
import { failed } from '../../../../src/runtime/providers/provider-errors.ts';
import { PSModuleInfo, SessionState } from '../../../../src/runtime/session-state.ts';
import type { Dictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../../src/runtime/values.ts';
import { findModuleFile, readManifest, readScript } from './module-files.ts';
import { runModule } from './module-loading.ts';

export function moduleNotFound(name: string): ReturnType<typeof failed> {
  const message = `The specified module '${name}' was not loaded because no valid module file was found in any module directory.`;
  return failed('System.IO.FileNotFoundException', message, 'Modules_ModuleNotFound', 'ResourceUnavailable', name);
}

/** Loads the module at a path or of a name; throws when there is none. */
export function loadModule(cmdlet: CmdletContext, name: string, args: Value[]): PSModuleInfo {
  const path = findModuleFile(cmdlet.engine, name);
  if (path === undefined) throw moduleNotFound(name.replace(/\//g, '\\'));
  return /^\.psd1$/i.test(extensionOf(path)) ? loadManifest(cmdlet, path, args) : loadScript(cmdlet, path, args);
}

function loadScript(cmdlet: CmdletContext, path: string, args: Value[]): PSModuleInfo {
  const { engine } = cmdlet;
  const leaf = leafName(path);
  const block = engine.createScriptBlock(readScript(engine, path), path);
  return runModule(engine, leaf.slice(0, leaf.length - extensionOf(leaf).length), block, args, path).module;
}

function texts(value: Value): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return [...enumerate(value)].map((item) => toText(item)).filter((text) => text !== '');
}

function loadManifest(cmdlet: CmdletContext, path: string, args: Value[]): PSModuleInfo {
  const manifest = readManifest(cmdlet.engine, path);
  if (manifest === undefined) throw moduleNotFound(path);
  const folder = parentPath(path);
  const rootName = manifest.get('RootModule') ?? manifest.get('ModuleToProcess');
  const leaf = leafName(path);
  const name = leaf.slice(0, leaf.length - extensionOf(leaf).length);
  const root = rootName ? loadModule(cmdlet, `${folder}\\${toText(rootName)}`, args) : undefined;
  const module = new PSModuleInfo(name, root?.sessionState ?? new SessionState(cmdlet.engine.globalScope));
  if (module.sessionState) module.sessionState.module = module;
  module.moduleType = root ? root.moduleType : 'Manifest';
  for (const nested of texts(manifest.get('NestedModules')) ?? []) {
    const loaded = loadModule(cmdlet, `${folder}\\${nested}`, []);
    module.nestedModules.push(loaded);
    take(module, loaded, manifest);
  }
  if (root) take(module, root, manifest);
  describe(module, manifest, path);
  return module;
}

/** Exports of a part, as far as the manifest lets them through. */
function take(module: PSModuleInfo, part: PSModuleInfo, manifest: Dictionary): void {
  const allowed = (key: string, name: string): boolean => {
    const patterns = texts(manifest.get(key));
    return patterns === undefined || patterns.some((pattern) => matchesWildcard(name, pattern));
  };
  for (const [key, info] of part.exportedFunctions) {
    if (!allowed('FunctionsToExport', info.name)) continue;
    info.module = module;
    module.exportedFunctions.set(key, info);
  }
  for (const [key, alias] of part.exportedAliases)
    if (allowed('AliasesToExport', alias.name)) module.exportedAliases.set(key, alias);
  for (const [key, variable] of part.exportedVariables)
    if (allowed('VariablesToExport', variable.name)) module.exportedVariables.set(key, variable);
}

/** What the manifest says about the module. */
export function describe(module: PSModuleInfo, manifest: Dictionary, path: string): void {
  const text = (key: string): string => {
    const value = manifest.get(key);
    return value === undefined || value === null ? '' : toText(value);
  };
  module.path = path;
  module.moduleBase = parentPath(path);
  module.version = text('ModuleVersion') || '0.0';
  module.description = text('Description');
  module.author = text('Author');
  module.companyName = text('CompanyName');
  module.copyright = text('Copyright');
  module.guid = text('GUID') || module.guid;
  module.rootModule = text('RootModule');
  module.privateData = manifest.get('PrivateData') ?? null;
}
