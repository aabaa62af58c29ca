// Which commands Get-Command means.

import { metadataFor } from '../../../../src/runtime/binder/command-metadata.ts';
import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { AliasInfo, ApplicationInfo, type CommandInfo } from '../../../../src/runtime/command-info.ts';
import { toText } from '../../../../src/runtime/convert.ts';
import { getMember } from '../../../../src/runtime/members.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../../src/runtime/values.ts';

/** Listing order of the kinds. */
const KIND_ORDER = ['Alias', 'Function', 'Filter', 'Cmdlet', 'ExternalScript', 'Application', 'Script'];

function inOrder(a: CommandInfo, b: CommandInfo): number {
  const kinds = KIND_ORDER.indexOf(a.commandType) - KIND_ORDER.indexOf(b.commandType);
  if (kinds !== 0) return kinds;
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** -CommandType as names. */
function wantedKinds(cmdlet: CmdletContext): Set<string> | undefined {
  const given = cmdlet.args.CommandType as Value;
  if (given === undefined || given === null) return undefined;
  const names = toText(given).split(/[,\s]+/);
  if (names.includes('All')) return undefined;
  return new Set(names.flatMap((name) => (name === 'Function' ? ['Function', 'Filter'] : [name])));
}

function moduleName(value: Value): string {
  return typeof value === 'string'
    ? value
    : isDictionary(value)
      ? toText(value.get('ModuleName') ?? '')
      : toText(getMember(value, 'Name') ?? '');
}

/** -Module, -ExcludeModule, -Verb, -Noun, -ParameterName, -ParameterType. */
function narrowing(cmdlet: CmdletContext): (command: CommandInfo) => boolean {
  const { args } = cmdlet;
  const modules = ([] as Value[]).concat(args.Module ?? [], args.FullyQualifiedModule ?? []).map(moduleName);
  const excluded = (args.ExcludeModule as string[] | undefined) ?? [];
  const any = (patterns: readonly string[] | undefined, text: string): boolean =>
    !patterns?.length || patterns.some((pattern) => matchesWildcard(text, pattern));
  const byParts = args.Verb?.length > 0 || args.Noun?.length > 0;
  return (command) => {
    if (modules.length > 0 && !modules.some((name) => matchesWildcard(command.moduleName, name))) return false;
    if (excluded.some((name) => matchesWildcard(command.moduleName, name))) return false;
    if (byParts) {
      const dash = command.name.indexOf('-');
      if (dash <= 0 || command instanceof AliasInfo) return false;
      if (!any(args.Verb, command.name.slice(0, dash)) || !any(args.Noun, command.name.slice(dash + 1))) return false;
    }
    return hasParameters(command, args.ParameterName, args.ParameterType);
  };
}

function hasParameters(command: CommandInfo, names: string[] | undefined, types: Value[] | undefined): boolean {
  if (!names?.length && !types?.length) return true;
  if (command instanceof AliasInfo || command instanceof ApplicationInfo) return false;
  const parameters = [...(metadataFor(command)?.parameters.values() ?? [])];
  const named = (pattern: string): boolean =>
    parameters.some((parameter) =>
      [parameter.name, ...parameter.aliases].some((name) => matchesWildcard(name, pattern)),
    );
  const typed = (type: Value): boolean =>
    parameters.some((parameter) =>
      [parameter.type.id, parameter.type.name].some(
        (id) => id.toLowerCase() === toText(type).replace(/[[\]]/g, '').toLowerCase(),
      ),
    );
  return (names ?? []).every(named) && (types ?? []).every(typed);
}

/** Commands by pattern, in listing order. */
function matching(cmdlet: CmdletContext, pattern: string): CommandInfo[] {
  const kinds = wantedKinds(cmdlet);
  const keep = narrowing(cmdlet);
  // Programs are listed only when they are asked for.
  const defaults = (command: CommandInfo): boolean => !(command instanceof ApplicationInfo) || pattern.includes('.');
  const name = pattern.includes('\\') ? pattern.slice(pattern.lastIndexOf('\\') + 1) : pattern;
  const found = cmdlet.engine.discovery
    .all()
    .filter(
      (command) =>
        (kinds ? kinds.has(command.commandType) : defaults(command)) &&
        matchesWildcard(command.name, name) &&
        keep(command),
    );
  const seen = new Set<string>();
  const unique = found.filter((command) => {
    const key = `${command.commandType}:${command.name.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
  return unique.sort(inOrder);
}

/** What one name stands for; undefined when there is nothing. */
function named(cmdlet: CmdletContext, name: string): CommandInfo[] {
  const kinds = wantedKinds(cmdlet);
  const keep = narrowing(cmdlet);
  const { discovery, aliases, functions } = cmdlet.engine;
  const key = name.toLowerCase();
  const candidates = [
    aliases.get(name),
    functions.get(name),
    discovery.cmdlets.get(key),
    discovery.lookup(name),
    discovery.applications.get(key) ?? discovery.applications.get(`${key}.exe`),
  ];
  const found: CommandInfo[] = [];
  for (const command of candidates) {
    if (command === undefined || found.includes(command)) continue;
    if ((kinds && !kinds.has(command.commandType)) || !keep(command)) continue;
    found.push(command);
  }
  return cmdlet.args.All ? found : found.slice(0, 1);
}

export interface FoundCommands {
  commands: CommandInfo[];
  /** Names without wildcards that mean nothing. */
  missing: string[];
}

export function findCommands(cmdlet: CmdletContext): FoundCommands {
  const names = cmdlet.args.Name as string[] | undefined;
  if (names === undefined || names.length === 0) {
    const listed = matching(cmdlet, '*');
    const narrowed = ['ParameterName', 'Verb', 'Noun', 'Module', 'FullyQualifiedModule'].some((name) =>
      cmdlet.has(name),
    );
    return { commands: narrowed ? listed.filter((command) => !(command instanceof AliasInfo)) : listed, missing: [] };
  }
  const commands: CommandInfo[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const found = /[*?[]/.test(name) ? matching(cmdlet, name) : named(cmdlet, name);
    commands.push(...found);
    if (found.length === 0 && !/[*?[]/.test(name)) missing.push(name);
  }
  return { commands, missing };
}
