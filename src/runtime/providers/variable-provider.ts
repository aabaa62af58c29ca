// The Variable: drive.

import type { Engine } from '../engine.ts';
import { PSVariable } from '../scope.ts';
import { ProviderInfo, type PSDriveInfo } from './drive-info.ts';
import { FlatProvider } from './flat-provider.ts';

export function createVariableProvider(engine: Engine, drives: () => PSDriveInfo[]): FlatProvider {
  const info = new ProviderInfo('Variable', 'ShouldProcess', 'Microsoft.PowerShell.Commands.VariableProvider', drives);
  return new FlatProvider(info, {
    names: () => engine.variables.list().map((variable) => variable.name),
    item: (name) => engine.variables.get(name),
    value: (name) => engine.variables.get(name)?.value,
    set: (name, value, force) => {
      const plain = value instanceof PSVariable ? value.value : value;
      engine.variables.set(name, plain, { force });
    },
    remove: (name, force) => engine.variables.remove(name, undefined, force),
  });
}
