// `[type]value`, with the conversions that depend on how the operand is written: [ordered]@{}, [pscustomobject]@{}, [ref]$x.

import type * as ast from '../../language/ast.ts';
import { convertTo, toText } from '../convert.ts';
import { isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { customObject } from '../types/families/powershell-types.ts';
import { PSReference } from '../types/reference.ts';
import { knownType, type PSType } from '../types/registry.ts';
import type { CompileContext } from './compile-context.ts';
import { compileHashtable } from './compile-values.ts';
import type { Evaluate } from './compiled-block.ts';
import { separatorOf } from './operator-context.ts';
import { typeAt } from './type-names.ts';
import { compileVariable, compileVariableAssignment } from './variables.ts';

export function compileConversion(node: ast.Convert, context: CompileContext): Evaluate {
  const simple = node.type.args === undefined && (node.type.ranks === undefined || node.type.ranks.length === 0);
  const name = simple ? node.type.name.toLowerCase() : '';
  if (node.operand.kind === 'Hashtable') {
    if (name === 'ordered') return compileHashtable(node.operand, context, true);
  }
  if (name === 'pscustomobject' || name === 'system.management.automation.pscustomobject') {
    const { operand } = node;
    const properties =
      operand.kind === 'Hashtable' ? compileHashtable(operand, context, true) : context.expression(operand);
    return (frame) => customObject(properties(frame));
  }
  if (name === 'void' || name === 'system.void') {
    const operand = context.expression(node.operand);
    return (frame) => {
      operand(frame);
      return undefined;
    };
  }
  if (name === 'ref' && node.operand.kind === 'Variable') return reference(node.operand, context);
  return conversion(node, context.expression(node.operand), context);
}

function reference(variable: ast.Variable, context: CompileContext): Evaluate {
  const read = compileVariable(variable, context);
  const assign = compileVariableAssignment(variable, context);
  const key = variable.name.toLowerCase();
  return (frame) => {
    if (variable.scope === undefined && key !== 'null' && frame.scope.find(key) === undefined)
      throw nonExisting(variable);
    return new PSReference(null, { get: () => read(frame), set: (value) => assign(frame, value) });
  };
}

function nonExisting(variable: ast.Variable): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    '[ref] cannot be applied to a variable that does not exist.',
    {
      errorId: 'NonExistingVariableReference',
      category: 'InvalidOperation',
      target: new VariablePath(variable.name),
    },
  );
}

/** Target of errors about a variable. */
class VariablePath {
  constructor(readonly name: string) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.VariablePath');
  }
  toString(): string {
    return this.name;
  }
}

function conversion(node: ast.Convert, operand: Evaluate, context: CompileContext): Evaluate {
  const name = node.type;
  let type: PSType | undefined;
  return (frame) => {
    const value = operand(frame);
    const found = type ?? typeAt(frame, name, context.usings);
    // A class of a script may be defined anew: only types of .NET are kept.
    if (type === undefined && found.spec.assembly !== 'script') type = found;
    if (found.id === 'System.String' && typeof value === 'object' && value !== null && isEnumerable(value))
      return toText(value, { separator: separatorOf(frame) });
    return convertTo(value, found);
  };
}
