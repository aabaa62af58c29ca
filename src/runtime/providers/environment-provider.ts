// The Env: drive: the sandbox's environment variables. Setting one to null removes it.

import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { DictionaryEntry } from '../types/collections/hashtable.ts';
import { ensureAddedMembers } from '../values.ts';
import { ProviderInfo, type PSDriveInfo } from './drive-info.ts';
import { FlatProvider } from './flat-provider.ts';

export function createEnvironmentProvider(engine: Engine, drives: () => PSDriveInfo[]): FlatProvider {
  const info = new ProviderInfo(
    'Environment',
    'ShouldProcess',
    'Microsoft.PowerShell.Commands.EnvironmentProvider',
    drives,
  );
  const variables = engine.host.environment;
  const keyOf = (name: string): string | undefined => {
    if (variables.has(name)) return name;
    const lower = name.toLowerCase();
    for (const key of variables.keys()) if (key.toLowerCase() === lower) return key;
    return undefined;
  };
  return new FlatProvider(info, {
    names: () => [...variables.keys()],
    item: (name) => {
      const key = keyOf(name);
      if (key === undefined) return undefined;
      const entry = new DictionaryEntry(key, variables.get(key)!);
      ensureAddedMembers(entry).members.set('name', { kind: 'AliasProperty', name: 'Name', value: 'Key' });
      return entry;
    },
    value: (name) => {
      const key = keyOf(name);
      return key === undefined ? undefined : variables.get(key);
    },
    set: (name, value) => {
      const plain = value instanceof DictionaryEntry ? value.value : value;
      const key = keyOf(name) ?? name;
      if (plain === null || plain === undefined) variables.delete(key);
      else variables.set(key, toText(plain));
    },
    remove: (name) => void variables.delete(keyOf(name) ?? name),
  });
}
