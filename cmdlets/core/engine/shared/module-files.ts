// Finding module files: by path, or by name in the folders of PSModulePath.

import type { Engine } from '../../../../src/runtime/engine.ts';
import { extensionOf, leafName } from '../../../../src/runtime/providers/path-text.ts';
import { providersOf } from '../../../../src/runtime/providers/provider-session.ts';
import { decodeText } from '../../../../src/runtime/providers/text-encoding.ts';
import { type Dictionary, isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';

const EXTENSIONS = ['.psd1', '.psm1', '.ps1'];

/** Full path of a module file; undefined when there is none. */
export function findModuleFile(engine: Engine, name: string): string | undefined {
  const session = providersOf(engine);
  if (/[\\/]/.test(name) || /^[A-Za-z]:/.test(name) || /\.ps[dm]?1$/i.test(name))
    return fileAt(engine, session.resolve(name).path);
  for (const folder of (engine.host.environment.get('PSModulePath') ?? '').split(';')) {
    if (folder === '') continue;
    const found = fileAt(engine, `${session.resolve(folder).path}\\${name}`);
    if (found) return found;
  }
  return undefined;
}

function fileAt(engine: Engine, path: string): string | undefined {
  const { files } = engine.host;
  const entry = files.stat(path);
  if (entry && !entry.directory) return EXTENSIONS.includes(extensionOf(path).toLowerCase()) ? path : undefined;
  for (const extension of EXTENSIONS) {
    const candidate = entry ? `${path}\\${leafName(path)}${extension}` : path + extension;
    if (files.stat(candidate)?.directory === false) return candidate;
  }
  return entry ? newestVersion(engine, path) : undefined;
}

/** `Module\1.2.0\Module.psd1` */
function newestVersion(engine: Engine, folder: string): string | undefined {
  const versions = engine.host.files
    .list(folder)
    .filter((entry) => entry.directory && /^\d+(\.\d+)+$/.test(entry.name))
    .map((entry) => entry.name)
    .sort((a, b) => compareVersions(b, a));
  for (const version of versions) {
    for (const extension of EXTENSIONS) {
      const candidate = `${folder}\\${version}\\${leafName(folder)}${extension}`;
      if (engine.host.files.stat(candidate)) return candidate;
    }
  }
  return undefined;
}

export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Modules that lie in the folders of PSModulePath. */
export function availableModuleFiles(engine: Engine): string[] {
  const found: string[] = [];
  for (const folder of (engine.host.environment.get('PSModulePath') ?? '').split(';')) {
    if (folder === '' || engine.host.files.stat(folder)?.directory !== true) continue;
    for (const entry of engine.host.files.list(folder)) {
      const file = entry.directory ? fileAt(engine, `${folder}\\${entry.name}`) : undefined;
      if (file) found.push(file);
    }
  }
  return found;
}

export function readScript(engine: Engine, path: string): string {
  return decodeText(engine.host.files.read(path));
}

/** A manifest's table. */
export function readManifest(engine: Engine, path: string): Dictionary | undefined {
  const block = engine.createScriptBlock(readScript(engine, path), path);
  const [table] = engine.callBlock(block);
  return isDictionary(table) ? table : undefined;
}
