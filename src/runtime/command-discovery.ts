// From a command name to what it stands for, in PowerShell's order: alias, function, cmdlet, script file, native program; last with
// `Get-` put in front (about_Command_Precedence).

import { parse } from '../language/parser.ts';
import type { CmdletDefinition } from './cmdlet.ts';
import {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
} from './command-info.ts';
import type { Engine } from './engine.ts';
import { syntaxErrorRecord } from './interpreter/error-records.ts';
import type { Scope } from './scope.ts';
import { ScriptBlock } from './script-block.ts';

export class CommandDiscovery {
  readonly cmdlets = new Map<string, CmdletInfo>();
  readonly applications = new Map<string, ApplicationInfo>();

  constructor(
    private readonly engine: Engine,
    definitions: readonly CmdletDefinition[],
  ) {
    for (const definition of definitions) this.add(definition);
  }

  private add(definition: CmdletDefinition): void {
    const key = definition.name.toLowerCase();
    if (definition.kind === 'native')
      this.applications.set(key, new ApplicationInfo(definition, `C:\\Windows\\System32\\${definition.name}`));
    else this.cmdlets.set(key, new CmdletInfo(definition));
    for (const alias of definition.aliases ?? []) {
      this.engine.aliases.setIn(this.engine.session.root, new AliasInfo(alias, definition.name, aliasOptions(alias)));
    }
  }

  /** What `name` runs for code in `from`; aliases are followed. */
  resolve(name: string, from: Scope = this.engine.scope): CommandInfo | undefined {
    const found = this.find(name, from);
    if (found !== undefined) return found;
    if (name.includes('-') || name === '') return undefined;
    return this.find(`Get-${name}`, from);
  }

  private find(name: string, from: Scope): CommandInfo | undefined {
    const first = this.lookup(name, from);
    return first instanceof AliasInfo ? this.followAlias(first, from) : first;
  }

  /** The end of a chain of aliases; undefined when it leads nowhere or in a circle. */
  followAlias(alias: AliasInfo, from: Scope): CommandInfo | undefined {
    const seen = new Set<string>();
    let current: CommandInfo | undefined = alias;
    while (current instanceof AliasInfo) {
      const key = current.name.toLowerCase();
      if (seen.has(key)) return this.lookupNoAlias(current.name, from);
      seen.add(key);
      current = this.lookup(current.definition, from);
    }
    return current;
  }

  /** The first match, an alias itself included. */
  lookup(name: string, from: Scope = this.engine.scope): CommandInfo | undefined {
    const key = name.toLowerCase();
    return this.engine.aliases.find(key, from) ?? this.lookupNoAlias(name, from);
  }

  private lookupNoAlias(name: string, from: Scope): CommandInfo | undefined {
    const key = name.toLowerCase();
    return (
      this.engine.functions.find(key, from) ??
      this.cmdlets.get(key) ??
      this.scoped(name, from) ??
      this.moduleQualified(name) ??
      this.scriptFile(name) ??
      this.application(key)
    );
  }

  /** `global:Get-It`, `script:Get-It`. */
  private scoped(name: string, from: Scope): CommandInfo | undefined {
    const match = /^(global|script|local|private|function):(.+)$/i.exec(name);
    if (!match) return undefined;
    const prefix = match[1]!.toLowerCase();
    const key = match[2]!.toLowerCase();
    if (prefix === 'function') return this.engine.functions.find(key, from);
    const scope = prefix === 'global' ? from.globalScope : prefix === 'script' ? from.scriptScope : from;
    return scope.functions?.get(key) ?? scope.aliases?.get(key);
  }

  /** `Microsoft.PowerShell.Utility\Get-Date`, `MyModule\Get-It`. */
  private moduleQualified(name: string): CommandInfo | undefined {
    const slash = name.lastIndexOf('\\');
    if (slash <= 0) return undefined;
    const moduleName = name.slice(0, slash).toLowerCase();
    const key = name.slice(slash + 1).toLowerCase();
    const module = this.engine.modules.get(moduleName);
    const exported =
      module?.exportedFunctions.get(key) ?? module?.exportedCmdlets.get(key) ?? module?.exportedAliases.get(key);
    if (exported) return exported;
    const cmdlet = this.cmdlets.get(key);
    return cmdlet?.moduleName.toLowerCase() === moduleName ? cmdlet : undefined;
  }

  /** A path (`.\a.ps1`, `C:\a`, `sub\a.ps1`) to a script file. */
  private scriptFile(name: string): CommandInfo | undefined {
    if (!/[\\/]/.test(name) && !/^[a-z]:/i.test(name)) return undefined;
    const path = this.filePath(name.replace(/\//g, '\\'));
    if (path === undefined) return undefined;
    for (const candidate of /\.ps1$/i.test(path) ? [path] : [`${path}.ps1`]) {
      const entry = this.engine.host.files.stat(candidate);
      if (entry && !entry.directory) return this.loadScript(candidate);
    }
    const native = this.applications.get(path.slice(path.lastIndexOf('\\') + 1).toLowerCase());
    return native?.path.toLowerCase() === path.toLowerCase() ? native : undefined;
  }

  private filePath(name: string): string | undefined {
    try {
      return (
        this.engine.providers?.resolveFilePath(name) ??
        (/^([a-z]:|\\\\)/i.test(name) ? name : `C:\\${name.replace(/^\.\\/, '')}`)
      );
    } catch {
      // A path that cannot be resolved (an unknown drive) names no command.
      return undefined;
    }
  }

  /** A script file as a command. Throws when it does not parse. */
  loadScript(path: string): ExternalScriptInfo {
    const text = decodeText(this.engine.host.files.read(path));
    const { ast, errors } = parse(text, path);
    if (errors.length > 0) throw syntaxErrorRecord(errors, text, path);
    const block = new ScriptBlock(this.engine, ast, undefined, ast.start, ast.end);
    return new ExternalScriptInfo(path.slice(path.lastIndexOf('\\') + 1), path, block);
  }

  private application(key: string): CommandInfo | undefined {
    return this.applications.get(key) ?? (key.includes('.') ? undefined : this.applications.get(`${key}.exe`));
  }

  /** Every command of every kind that code in `from` can call; aliases, functions, cmdlets, natives. */
  all(from: Scope = this.engine.scope): CommandInfo[] {
    void from;
    const functions: CommandInfo[] = this.engine.functions.list();
    return [...this.engine.aliases.list(), ...functions, ...this.cmdlets.values(), ...this.applications.values()];
  }

  isFunction(command: CommandInfo): command is FunctionInfo {
    return command instanceof FunctionInfo;
  }
}

/** Text of a script file: UTF-8, or UTF-16 with its byte order mark. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** Aliases of long habit are seen in every scope; PowerShell's own short ones are protected. */
const ALL_SCOPE = new Set('cd copy del dir echo md move popd pushd'.split(' '));
const PROTECTED = new Set(
  'clc clhy cli clp clv cpi cvpa dbp ebp epal epcsv fc fl ft fw gal gbp gc gci gcm gcs gdr gerr ghy gi gl gm gmo gp gps gpv group gu gv iex ihy ii ipal ipcsv ipmo irm iwr measure mi mp nal ndr ni nmo nv oh rbp rcsn rdr ri rmo rni rnp rp rv rvpa sal saps sbp si sl sp spps sv'.split(
    ' ',
  ),
);
const BOTH = new Set('? % foreach select where'.split(' '));
const BUILT_IN_OPTIONS = { readOnly: 1, allScope: 8 };

function aliasOptions(name: string): number {
  if (BOTH.has(name)) return BUILT_IN_OPTIONS.readOnly | BUILT_IN_OPTIONS.allScope;
  return ALL_SCOPE.has(name) ? BUILT_IN_OPTIONS.allScope : PROTECTED.has(name) ? BUILT_IN_OPTIONS.readOnly : 0;
}
