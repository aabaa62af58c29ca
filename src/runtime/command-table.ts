// Functions or aliases by name, scope by scope.

import { AliasInfo, type CommandInfo, type FunctionInfo } from './command-info.ts';
import type { Engine } from './engine.ts';
import type { Scope } from './scope.ts';

type TableName<T> = T extends FunctionInfo ? 'functions' : 'aliases';

export class CommandTable<T extends FunctionInfo | AliasInfo> {
  constructor(
    private readonly engine: Engine,
    private readonly table: TableName<T>,
  ) {}

  private of(scope: Scope): Map<string, T> | undefined {
    return scope[this.table] as Map<string, T> | undefined;
  }

  /** The visible one of that name, or that of one scope. */
  get(name: string, scopeName?: string): T | undefined {
    const key = name.toLowerCase();
    if (scopeName !== undefined) return this.of(this.engine.variables.scope(scopeName))?.get(key);
    return this.find(key, this.engine.scope);
  }

  /** The one that code in `from` sees; `key` is lower-cased. */
  find(key: string, from: Scope): T | undefined {
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      const found = this.of(scope)?.get(key);
      if (found !== undefined && ((found as CommandInfo & { options: number }).options & 4 ? scope === from : true))
        return found;
    }
    return undefined;
  }

  set(command: T, scopeName?: string): void {
    this.setIn(scopeName === undefined ? this.engine.scope : this.engine.variables.scope(scopeName), command);
  }
  setIn(scope: Scope, command: T, name = command.name): void {
    const table =
      this.of(scope) ?? ((scope as unknown as Record<string, Map<string, T>>)[this.table] = new Map<string, T>());
    if (command instanceof AliasInfo)
      command.resolved = () => this.engine.discovery.followAlias(command, this.engine.scope);
    table.set(name.toLowerCase(), command);
    this.engine.commandVersion++;
  }

  /** Removes the nearest one; false when there is none. */
  remove(name: string, scopeName?: string): boolean {
    const key = name.toLowerCase();
    this.engine.commandVersion++;
    if (scopeName !== undefined) return this.of(this.engine.variables.scope(scopeName))?.delete(key) ?? false;
    for (let scope: Scope | undefined = this.engine.scope; scope !== undefined; scope = scope.parent) {
      if (this.of(scope)?.delete(key)) return true;
    }
    return false;
  }

  /** All visible ones, nearest first, or those of one scope. */
  list(scopeName?: string): T[] {
    if (scopeName !== undefined) return [...(this.of(this.engine.variables.scope(scopeName))?.values() ?? [])];
    const found = new Map<string, T>();
    for (let scope: Scope | undefined = this.engine.scope; scope !== undefined; scope = scope.parent) {
      for (const [key, command] of this.of(scope) ?? []) if (!found.has(key)) found.set(key, command);
    }
    return [...found.values()];
  }
}
