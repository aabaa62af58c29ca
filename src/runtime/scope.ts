// Variables and scopes. A scope belongs to one activation of a compiled script block: variables named in that block lie in slots,
// all others in a map. Look-up by name goes up the chain of parents (dynamic scoping, about_Scopes).

import type { AliasInfo, FunctionInfo } from './command-info.ts';
import type { SessionState } from './session-state.ts';
import { NOTHING, type Value } from './values.ts';

/** System.Management.Automation.ScopedItemOptions. */
export const ScopedItemOptions = {
  None: 0,
  ReadOnly: 1,
  Constant: 2,
  Private: 4,
  AllScope: 8,
  Unspecified: 16,
} as const;

/** Turns or checks a value before a variable takes it: a type constraint or a validation attribute. */
export interface VariableConstraint {
  /** Full .NET name of the type or of the attribute. */
  readonly typeName: string;
  /** The attribute as scripts see it in `(Get-Variable x).Attributes`. */
  readonly attribute?: Value;
  apply(value: Value, variable: PSVariable): Value;
}

/** System.Management.Automation.PSVariable. */
export class PSVariable {
  value: Value;
  readonly name: string;
  options = 0;
  description = '';
  visibility: 'Public' | 'Private' = 'Public';
  constraints: VariableConstraint[] | undefined;
  moduleName = '';
  /** True when an assignment may just set `value`: no constraint, not read-only. */
  plain = true;

  constructor(name: string, value: Value = null, options = 0) {
    this.name = name;
    this.value = value;
    if (options !== 0) this.setOptions(options);
  }

  /** Sets the value with all that an assignment checks. */
  assign(value: Value): void {
    let checked = value;
    for (const constraint of this.constraints ?? []) checked = constraint.apply(checked, this);
    this.value = checked;
  }
  setOptions(options: number): void {
    this.options = options;
    this.refreshPlain();
  }
  constrain(constraints: VariableConstraint[] | undefined): void {
    this.constraints = constraints;
    this.refreshPlain();
  }
  private refreshPlain(): void {
    this.plain = this.constraints === undefined && (this.options & 3) === 0;
  }
  get isConstant(): boolean {
    return (this.options & ScopedItemOptions.Constant) !== 0;
  }
  get isReadOnly(): boolean {
    return (this.options & ScopedItemOptions.ReadOnly) !== 0;
  }
  get isPrivate(): boolean {
    return (this.options & ScopedItemOptions.Private) !== 0;
  }
  get isAllScope(): boolean {
    return (this.options & ScopedItemOptions.AllScope) !== 0;
  }
}

/** What a scope needs of the frames that run in it: their cached slots are emptied when a variable is removed or replaced. */
export interface SlotHolder {
  slots: (PSVariable | undefined)[];
  nextInScope: SlotHolder | undefined;
}

/** Gives the automatic variables of an activation (`args`, `MyInvocation` …) when somebody asks for them. */
export interface Activation {
  automatic(name: string): PSVariable | undefined;
  readonly automaticNames: readonly string[];
}

export class Scope {
  readonly parent: Scope | undefined;
  readonly session: SessionState;
  /** Slot numbers by lower-cased name, of the block that owns this scope. */
  readonly names: ReadonlyMap<string, number> | undefined;
  readonly slots: (PSVariable | undefined)[];
  extra: Map<string, PSVariable> | undefined;
  functions: Map<string, FunctionInfo> | undefined;
  aliases: Map<string, AliasInfo> | undefined;
  /** Drives made with New-PSDrive in this scope; the provider layer knows their class. */
  drives: Map<string, object> | undefined;
  activation: Activation | undefined;
  holders: SlotHolder | undefined;
  /** Set-StrictMode of this scope: 0 off, 1, 2, 3; undefined inherits. */
  strictMode: number | undefined;
  /** True for the scope of a script file, the target of `$script:`. */
  isScript = false;

  constructor(
    session: SessionState,
    parent: Scope | undefined,
    names?: ReadonlyMap<string, number>,
    slots: (PSVariable | undefined)[] = [],
  ) {
    this.session = session;
    this.parent = parent;
    this.names = names;
    this.slots = slots;
  }

  /** The variable of this very scope; `key` is lower-cased. */
  own(key: string): PSVariable | undefined {
    if (this.names !== undefined) {
      const index = this.names.get(key);
      if (index !== undefined) {
        const variable = this.slots[index];
        if (variable !== undefined) return variable;
        return this.activation === undefined ? undefined : this.materialize(key);
      }
    }
    const variable = this.extra?.get(key);
    if (variable !== undefined || this.activation === undefined) return variable;
    return this.materialize(key);
  }

  private materialize(key: string): PSVariable | undefined {
    const variable = this.activation!.automatic(key);
    if (variable !== undefined) this.put(key, variable);
    return variable;
  }

  /** Puts a variable into this scope, replacing one of that name. */
  put(key: string, variable: PSVariable): void {
    const index = this.names?.get(key);
    if (index !== undefined) {
      if (this.slots[index] !== undefined) this.forget(this.slots[index]!);
      this.slots[index] = variable;
      return;
    }
    this.extra ??= new Map();
    const former = this.extra.get(key);
    if (former !== undefined) this.forget(former);
    this.extra.set(key, variable);
  }

  remove(key: string): void {
    const index = this.names?.get(key);
    const variable = index !== undefined ? this.slots[index] : this.extra?.get(key);
    if (variable === undefined) return;
    if (index === undefined) this.extra!.delete(key);
    this.forget(variable);
  }

  private forget(variable: PSVariable): void {
    for (let holder = this.holders; holder !== undefined; holder = holder.nextInScope) {
      const index = holder.slots.indexOf(variable);
      if (index >= 0) holder.slots[index] = undefined;
    }
    const own = this.slots.indexOf(variable);
    if (own >= 0) this.slots[own] = undefined;
  }

  /** Every variable of this scope, automatic ones included. */
  *ownVariables(): Iterable<PSVariable> {
    for (const name of this.activation?.automaticNames ?? []) this.own(name);
    for (const variable of this.slots) if (variable !== undefined) yield variable;
    if (this.extra !== undefined) yield* this.extra.values();
  }

  /** The nearest variable of that name; private ones are seen in their own scope only. */
  find(key: string): PSVariable | undefined {
    let variable = this.own(key);
    if (variable !== undefined) return variable;
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) {
      variable = scope.own(key);
      if (variable !== undefined && (variable.options & ScopedItemOptions.Private) === 0) return variable;
    }
    return undefined;
  }

  /** The scope that `$script:` means here: that of the running file, else of the module, else the global one. */
  get scriptScope(): Scope {
    let scope: Scope = this;
    while (!scope.isScript && scope.parent !== undefined && scope !== scope.session.root) scope = scope.parent;
    return scope;
  }

  get globalScope(): Scope {
    let scope: Scope = this;
    while (scope.parent !== undefined) scope = scope.parent;
    return scope;
  }

  /** Strict mode in force. */
  get strict(): number {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      if (scope.strictMode !== undefined) return scope.strictMode;
    }
    return 0;
  }

  valueOf(key: string): Value {
    return this.find(key)?.value ?? NOTHING;
  }
}
