// Variables by name and scope, as cmdlets and the host use them. Compiled code uses slots instead (interpreter/variables.ts).

import type { Engine } from './engine.ts';
import { DotNetException } from './errors.ts';
import { PSVariable, type Scope, ScopedItemOptions } from './scope.ts';
import type { Value } from './values.ts';

export interface VariableSetting {
  /** `global`, `local`, `script`, `private`, or a number of levels up; default: the current scope. */
  scope?: string;
  option?: number;
  description?: string;
  visibility?: 'Public' | 'Private';
  /** Overwrites read-only variables. */
  force?: boolean;
}

/** SessionStateUnauthorizedAccessException and its like. */
export function variableException(
  id: string,
  name: string,
  message: string,
  type = 'SessionStateUnauthorizedAccessException',
): DotNetException {
  const category =
    type === 'ItemNotFoundException'
      ? 'ObjectNotFound'
      : type === 'ArgumentOutOfRange'
        ? 'InvalidArgument'
        : 'WriteError';
  return new DotNetException(`System.Management.Automation.${type}`, message, { errorId: id, category, target: name });
}
export function notWritable(name: string): DotNetException {
  return variableException(
    'VariableNotWritable',
    name,
    `Cannot overwrite variable ${name} because it is read-only or constant.`,
  );
}

/** Sets a variable's value with everything an assignment checks. */
export function assignVariable(variable: PSVariable, value: Value): void {
  if (variable.plain) {
    variable.value = value;
    return;
  }
  if (variable.isReadOnly || variable.isConstant) throw notWritable(variable.name);
  let checked = value;
  for (const constraint of variable.constraints ?? []) checked = constraint.apply(checked, variable);
  variable.value = checked;
}

export class VariableAccess {
  constructor(private readonly engine: Engine) {}

  /** The scope a name or number means for the code that runs now. */
  scope(name: string): Scope {
    const current = this.engine.scope;
    switch (name.toLowerCase()) {
      case 'global':
        return current.globalScope;
      case 'local':
      case 'private':
        return current;
      case 'script':
        return current.scriptScope;
    }
    return this.numbered(name, current);
  }

  private numbered(name: string, current: Scope): Scope {
    if (!/^[+-]?\d+$/.test(name)) {
      throw new DotNetException(
        'System.Management.Automation.PSArgumentException',
        `Cannot process argument because the value of argument "scopeID" is not valid. Change the value of the "scopeID" argument and run the operation again.`,
        {
          errorId: 'Argument',
          category: 'InvalidArgument',
        },
      );
    }
    let scope: Scope | undefined = current;
    for (let level = Number(name); level > 0 && scope !== undefined; level--) scope = scope.parent;
    if (scope === undefined || Number(name) < 0) {
      throw new DotNetException(
        'System.Management.Automation.PSArgumentOutOfRangeException',
        `The scope number '${name}' exceeds the number of active scopes. (Parameter 'scopeID')\nActual value was ${name}.`,
        {
          errorId: 'ArgumentOutOfRange',
          category: 'InvalidArgument',
        },
      );
    }
    return scope;
  }

  get(name: string, scopeName?: string): PSVariable | undefined {
    const key = name.toLowerCase();
    const variable = scopeName === undefined ? this.engine.scope.find(key) : this.scope(scopeName).own(key);
    return variable ?? this.computed(key);
  }
  /** Variables that have no storage. */
  private computed(key: string): PSVariable | undefined {
    return key === '?'
      ? new PSVariable('?', this.engine.success, ScopedItemOptions.ReadOnly | ScopedItemOptions.AllScope)
      : undefined;
  }

  getValue(name: string, scopeName?: string): Value {
    return this.get(name, scopeName)?.value ?? null;
  }

  set(name: string, value: Value, setting: VariableSetting = {}): PSVariable {
    const scope = setting.scope === undefined ? this.engine.scope : this.scope(setting.scope);
    const key = name.toLowerCase();
    let variable = scope.own(key) ?? this.allScope(key);
    if (variable !== undefined) {
      this.checkWritable(variable, setting.force === true);
      if (variable.isReadOnly) variable.value = value;
      else assignVariable(variable, value);
    } else {
      variable = new PSVariable(name, value);
      scope.put(key, variable);
    }
    this.describe(variable, setting);
    return variable;
  }

  /** A variable with option AllScope is the same one everywhere. */
  allScope(key: string): PSVariable | undefined {
    const variable = this.engine.globalScope.own(key);
    return variable?.isAllScope ? variable : undefined;
  }

  checkWritable(variable: PSVariable, force: boolean): void {
    if (variable.isConstant || (variable.isReadOnly && !force)) throw notWritable(variable.name);
  }

  private describe(variable: PSVariable, setting: VariableSetting): void {
    if (setting.option !== undefined) variable.setOptions(setting.option);
    if (setting.description !== undefined) variable.description = setting.description;
    if (setting.visibility !== undefined) variable.visibility = setting.visibility;
    if (setting.scope?.toLowerCase() === 'private') variable.setOptions(variable.options | ScopedItemOptions.Private);
  }

  /** Removes the nearest one (or that of the scope). */
  remove(name: string, scopeName?: string, force = false): void {
    const key = name.toLowerCase();
    let scope: Scope | undefined = scopeName === undefined ? this.engine.scope : this.scope(scopeName);
    while (scopeName === undefined && scope !== undefined && scope.own(key) === undefined) scope = scope.parent;
    const variable = scope?.own(key);
    if (variable === undefined) return;
    if (variable.isConstant || (variable.isReadOnly && !force)) {
      throw variableException(
        'VariableNotRemovable',
        variable.name,
        `Cannot remove variable ${variable.name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.`,
      );
    }
    scope!.remove(key);
  }

  /** Visible variables, nearest first, or those of one scope. */
  list(scopeName?: string): PSVariable[] {
    if (scopeName !== undefined) return [...this.scope(scopeName).ownVariables()];
    const found = new Map<string, PSVariable>();
    const current = this.engine.scope;
    for (let scope: Scope | undefined = current; scope !== undefined; scope = scope.parent) {
      for (const variable of scope.ownVariables()) {
        const key = variable.name.toLowerCase();
        if (!found.has(key) && (scope === current || !variable.isPrivate)) found.set(key, variable);
      }
    }
    const status = this.computed('?')!;
    if (!found.has('?')) found.set('?', status);
    return [...found.values()];
  }
}
