// Reading and writing variables from compiled code: slots first, the chain of scopes where a slot is empty.

import type * as ast from '../../language/ast.ts';
import { DotNetException } from '../errors.ts';
import { PSVariable, type Scope, ScopedItemOptions } from '../scope.ts';
import type { Value } from '../values.ts';
import { assignVariable } from '../variable-access.ts';
import type { CompileContext } from './compile-context.ts';
import type { Evaluate } from './compiled-block.ts';
import type { Frame } from './frame.ts';

export type Assign = (frame: Frame, value: Value) => void;

/** Variables that the compiler knows as constants. */
const CONSTANTS = new Map<string, Value>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

export function compileVariable(node: ast.Variable, context: CompileContext): Evaluate {
  const name = node.name;
  const key = name.toLowerCase();
  if (node.scope === undefined || node.scope === 'local' || node.scope === 'variable' || node.scope === 'using') {
    if (CONSTANTS.has(key)) {
      const constant = CONSTANTS.get(key)!;
      return () => constant;
    }
    if (key === '?') return (frame) => frame.engine.success;
    if (key === '^' || key === '$') return () => null;
    if (key === 'psitem') return readLocal(context, '_', 'PSItem', node);
    return readLocal(context, key, name, node);
  }
  if (isScopeName(node.scope)) return readScoped(node.scope, key, name);
  return readDrive(node.scope, name);
}

export function isScopeName(scope: string): boolean {
  return scope === 'global' || scope === 'script' || scope === 'private';
}

function readLocal(context: CompileContext, key: string, name: string, node: ast.Variable): Evaluate {
  const slot = context.slot(key);
  const strictFrom = context.inString ? 2 : 1;
  return (frame) => {
    const variable = frame.slots[slot];
    return variable !== undefined ? variable.value : readFromChain(frame, slot, key, name, strictFrom, node);
  };
}

function readFromChain(
  frame: Frame,
  slot: number,
  key: string,
  name: string,
  strictFrom: number,
  node: ast.Variable,
): Value {
  const scope = frame.scope;
  const own = scope.own(key);
  if (own !== undefined) {
    frame.slots[slot] = own;
    return own.value;
  }
  for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
    const variable = outer.own(key);
    if (variable !== undefined && (variable.options & ScopedItemOptions.Private) === 0) return variable.value;
  }
  return undefinedVariable(scope, name, strictFrom, frame, node);
}

/** Set-StrictMode makes the use of a variable that was never set an error. */
function undefinedVariable(scope: Scope, name: string, strictFrom = 1, frame?: Frame, node?: ast.Variable): Value {
  if (scope.strict >= strictFrom) {
    if (frame !== undefined && node !== undefined) frame.position = node;
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `The variable '$${name}' cannot be retrieved because it has not been set.`,
      {
        errorId: 'VariableIsUndefined',
        category: 'InvalidOperation',
        target: name,
      },
    );
  }
  return null;
}

function scopeFor(frame: Frame, scope: string): Scope {
  return scope === 'global' ? frame.scope.globalScope : scope === 'script' ? frame.scope.scriptScope : frame.scope;
}

function readScoped(scope: string, key: string, name: string): Evaluate {
  return (frame) => {
    if (key === '?') return frame.engine.success;
    const target = scopeFor(frame, scope);
    const variable = target.own(key);
    if (variable !== undefined) return variable.value;
    return CONSTANTS.has(key) ? CONSTANTS.get(key) : undefinedVariable(frame.scope, `${scope}:${name}`);
  };
}

function readDrive(drive: string, name: string): Evaluate {
  const lower = drive.toLowerCase();
  if (lower === 'env') return (frame) => readEnvironment(frame, name);
  if (lower === 'function') {
    return (frame) => frame.engine.functions.find(name.toLowerCase(), frame.scope)?.scriptBlock ?? null;
  }
  if (lower === 'alias')
    return (frame) => frame.engine.aliases.find(name.toLowerCase(), frame.scope)?.definition ?? null;
  return (frame) => {
    try {
      return frame.engine.providers?.getContent(drive, name) ?? null;
    } catch (thrown) {
      // A variable of a drive that does not exist is like one that was never set.
      if (thrown instanceof DotNetException && thrown.options.errorId === 'DriveNotFound') return null;
      throw thrown;
    }
  };
}

function readEnvironment(frame: Frame, name: string): Value {
  const environment = frame.engine.host.environment;
  const exact = environment.get(name);
  if (exact !== undefined) return exact;
  const lower = name.toLowerCase();
  for (const [key, value] of environment) if (key.toLowerCase() === lower) return value;
  return null;
}

// ---------------------------------------------------------------- writing

export function compileVariableAssignment(node: ast.Variable, context: CompileContext): Assign {
  const { name, scope } = node;
  const key = name.toLowerCase();
  if (scope === undefined || scope === 'local' || scope === 'variable')
    return assignLocal(context, key === 'psitem' ? '_' : key, name);
  if (scope === 'using') return assignLocal(context, key, name);
  if (isScopeName(scope)) return assignScoped(scope, key, name);
  return assignDrive(scope, name);
}

function assignLocal(context: CompileContext, key: string, name: string): Assign {
  const slot = context.slot(key);
  if (key === 'null') return () => {};
  if (CONSTANTS.has(key) || key === '?') {
    return () => {
      throw notAssignable(name);
    };
  }
  return (frame, value) => {
    const variable = frame.slots[slot];
    if (variable?.plain) variable.value = value;
    else localVariable(frame, slot, key, name, value);
  };
}

function notAssignable(name: string): DotNetException {
  return new DotNetException(
    'System.Management.Automation.SessionStateUnauthorizedAccessException',
    `Cannot overwrite variable ${name} because it is read-only or constant.`,
    {
      errorId: 'VariableNotWritable',
      category: 'WriteError',
      target: name,
    },
  );
}

function localVariable(frame: Frame, slot: number, key: string, name: string, value: Value): void {
  const scope = frame.scope;
  const own = frame.slots[slot] ?? scope.own(key);
  if (own !== undefined) {
    frame.slots[slot] = own;
    assignVariable(own, value);
    return;
  }
  const everywhere = frame.engine.variables.allScope(key);
  if (everywhere !== undefined) {
    assignVariable(everywhere, value);
    return;
  }
  const variable = new PSVariable(name);
  // Not by the constructor: nothing (undefined) is kept apart from null.
  variable.value = value;
  scope.put(key, variable);
  frame.slots[slot] = variable;
}

/** The variable of the current scope, made when it does not exist; for typed assignments and foreach. */
export function ensureLocal(frame: Frame, slot: number, key: string, name: string): PSVariable {
  const own = frame.slots[slot] ?? frame.scope.own(key);
  if (own !== undefined) {
    frame.slots[slot] = own;
    return own;
  }
  const variable = new PSVariable(name);
  frame.scope.put(key, variable);
  frame.slots[slot] = variable;
  return variable;
}

function assignScoped(scope: string, key: string, name: string): Assign {
  return (frame, value) => {
    const variable = ensureScoped(frame, scope, key, name);
    assignVariable(variable, value);
  };
}

export function ensureScoped(frame: Frame, scope: string, key: string, name: string): PSVariable {
  if (CONSTANTS.has(key)) throw notAssignable(name);
  const target = scopeFor(frame, scope);
  let variable = target.own(key);
  if (variable === undefined) {
    variable = new PSVariable(name, null, scope === 'private' ? ScopedItemOptions.Private : 0);
    target.put(key, variable);
  }
  return variable;
}

function assignDrive(drive: string, name: string): Assign {
  const lower = drive.toLowerCase();
  if (lower === 'env') {
    return (frame, value) => {
      const environment = frame.engine.host.environment;
      const text = value === null || value === undefined ? '' : frame.engine.toText(value);
      const present = [...environment.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
      if (text === '') environment.delete(present);
      else environment.set(present, text);
    };
  }
  if (lower === 'function') return (frame, value) => frame.engine.defineFunction(name, value);
  return (frame, value) => {
    const providers = frame.engine.providers;
    if (!providers) throw driveNotFound(drive);
    providers.setContent(drive, name, value);
  };
}

function driveNotFound(drive: string): DotNetException {
  return new DotNetException(
    'System.Management.Automation.DriveNotFoundException',
    `Cannot find drive. A drive with the name '${drive}' does not exist.`,
    {
      errorId: 'DriveNotFound',
      category: 'ObjectNotFound',
      target: drive,
    },
  );
}
