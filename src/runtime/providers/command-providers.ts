// The Function: and Alias: drives.

import { AliasInfo, CommandInfo, FunctionInfo } from '../command-info.ts';
import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { DotNetException } from '../errors.ts';
import { ScopedItemOptions } from '../scope.ts';
import { ScriptBlock } from '../script-block.ts';
import { ProviderInfo, type PSDriveInfo } from './drive-info.ts';
import { FlatProvider } from './flat-provider.ts';
import { invalidArgument } from './provider-errors.ts';

function unauthorized(id: string, name: string, message: string): DotNetException {
  const type = 'System.Management.Automation.SessionStateUnauthorizedAccessException';
  return new DotNetException(type, message, { errorId: id, category: 'WriteError', target: name });
}

function isLocked(options: number, force: boolean): boolean {
  return (options & ScopedItemOptions.Constant) !== 0 || ((options & ScopedItemOptions.ReadOnly) !== 0 && !force);
}

export function createFunctionProvider(engine: Engine, drives: () => PSDriveInfo[]): FlatProvider {
  const info = new ProviderInfo('Function', 'ShouldProcess', 'Microsoft.PowerShell.Commands.FunctionProvider', drives);
  return new FlatProvider(info, {
    names: () => engine.functions.list().map((command) => command.name),
    item: (name) => engine.functions.get(name),
    value: (name) => engine.functions.get(name)?.scriptBlock,
    set: (name, value, force) => {
      const present = engine.functions.get(name);
      if (present && isLocked(present.options, force)) {
        throw unauthorized(
          'FunctionNotWritable',
          name,
          `Cannot write to function ${name} because it is read-only or constant.`,
        );
      }
      if (value === null || value === undefined) return void engine.functions.remove(name);
      const plain = value instanceof FunctionInfo ? value.scriptBlock : value;
      const block = plain instanceof ScriptBlock ? plain : engine.createScriptBlock(toText(plain));
      if (present) {
        present.scriptBlock = block;
        present.metadata = undefined;
        engine.commandVersion++;
      } else engine.functions.set(new FunctionInfo(name, block));
    },
    remove: (name, force) => {
      const present = engine.functions.get(name);
      if (present && isLocked(present.options, force)) {
        throw unauthorized(
          'FunctionNotRemovable',
          name,
          `Cannot remove function ${name} because it is constant or read-only. If the function is read-only, try the operation again specifying the Force option.`,
        );
      }
      engine.functions.remove(name);
    },
  });
}

export function createAliasProvider(engine: Engine, drives: () => PSDriveInfo[]): FlatProvider {
  const info = new ProviderInfo('Alias', 'ShouldProcess', 'Microsoft.PowerShell.Commands.AliasProvider', drives);
  return new FlatProvider(info, {
    names: () => engine.aliases.list().map((alias) => alias.name),
    item: (name) => engine.aliases.get(name),
    value: (name) => engine.aliases.get(name)?.definition,
    set: (name, value, force) => {
      const present = engine.aliases.get(name);
      if (present && isLocked(present.options, force)) {
        throw unauthorized(
          'AliasNotWritable',
          name,
          `Alias is not writeable because alias ${name} is read-only or constant and cannot be written to.`,
        );
      }
      if (value === null || value === undefined) return void engine.aliases.remove(name);
      if (typeof value === 'object' && !(value instanceof CommandInfo)) {
        throw invalidArgument('Alias values can only be set to strings.');
      }
      engine.aliases.set(
        new AliasInfo(name, value instanceof CommandInfo ? value.name : toText(value), present?.options),
      );
    },
    remove: (name, force) => {
      const present = engine.aliases.get(name);
      if (present && isLocked(present.options, force)) {
        throw unauthorized(
          'AliasNotRemovable',
          name,
          `Alias was not removed because alias ${name} is constant or read-only.`,
        );
      }
      engine.aliases.remove(name);
    },
  });
}
