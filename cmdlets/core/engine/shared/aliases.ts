// Errors and storing of aliases, for the alias cmdlets.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { AliasInfo } from '../../../../src/runtime/command-info.ts';
import type { DotNetException } from '../../../../src/runtime/errors.ts';
import { failed } from '../../../../src/runtime/providers/provider-errors.ts';
import { ScopedItemOptions } from '../../../../src/runtime/scope.ts';

export function aliasNotFound(what: 'name' | 'definition', text: string): DotNetException {
  const message = `This command cannot find a matching alias because an alias with the ${what} '${text}' does not exist.`;
  return failed(
    'System.Management.Automation.ItemNotFoundException',
    message,
    'ItemNotFoundException',
    'ObjectNotFound',
    text,
  );
}

export function aliasExists(name: string): DotNetException {
  const message = `The alias is not allowed, because an alias with the name '${name}' already exists.`;
  return failed(
    'System.Management.Automation.SessionStateException',
    message,
    'AliasAlreadyExists',
    'ResourceExists',
    name,
  );
}

function unauthorized(id: string, name: string, message: string): DotNetException {
  return failed(
    'System.Management.Automation.SessionStateUnauthorizedAccessException',
    message,
    id,
    'WriteError',
    name,
  );
}

function isLocked(alias: AliasInfo, force: boolean): boolean {
  return (
    (alias.options & ScopedItemOptions.Constant) !== 0 || ((alias.options & ScopedItemOptions.ReadOnly) !== 0 && !force)
  );
}

export interface AliasSetting {
  name: string;
  definition: string;
  description?: string;
  options?: number;
  scope?: string;
  force: boolean;
}

/** Makes or changes an alias of the scope. Throws when the present one is protected. */
export function storeAlias(cmdlet: CmdletContext, setting: AliasSetting): AliasInfo {
  const { aliases } = cmdlet.engine;
  const present =
    aliases.get(setting.name, setting.scope ?? '0') ??
    (setting.scope === undefined ? aliases.get(setting.name) : undefined);
  if (present && isLocked(present, setting.force)) {
    throw unauthorized(
      'AliasNotWritable',
      setting.name,
      `Alias is not writeable because alias ${setting.name} is read-only or constant and cannot be written to.`,
    );
  }
  const alias = new AliasInfo(setting.name, setting.definition, setting.options ?? 0);
  alias.description = setting.description ?? '';
  aliases.set(alias, (alias.options & ScopedItemOptions.AllScope) !== 0 ? 'global' : setting.scope);
  return alias;
}

export function removeAlias(cmdlet: CmdletContext, alias: AliasInfo, scope: string | undefined, force: boolean): void {
  if (isLocked(alias, force)) {
    throw unauthorized(
      'AliasNotRemovable',
      alias.name,
      `Alias was not removed because alias ${alias.name} is constant or read-only.`,
    );
  }
  cmdlet.engine.aliases.remove(alias.name, scope);
}
