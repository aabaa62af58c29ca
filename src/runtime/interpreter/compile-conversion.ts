// `[type]value`, with the conversions that depend on how the operand is written: [ordered]@{}, [pscustomobject]@{}, [ref]$x.

import type * as ast from '../../language/ast.ts';
import { convertTo } from '../convert.ts';
import { type PSType, resolveType, typeNotFound } from '../types/registry.ts';
import { customObject } from '../types/families/powershell-types.ts';
import { PSReference } from '../types/reference.ts';
import type { CompileContext } from './compile-context.ts';
import { compileHashtable } from './compile-values.ts';
import type { Evaluate } from './compiled-block.ts';
import { compileVariable, compileVariableAssignment } from './variables.ts';

export function compileConversion(node: ast.Convert, context: CompileContext): Evaluate {
  const simple = node.type.args === undefined && (node.type.ranks === undefined || node.type.ranks.length === 0);
  const name = simple ? node.type.name.toLowerCase() : '';
  if (node.operand.kind === 'Hashtable') {
    if (name === 'ordered') return compileHashtable(node.operand, context, true);
  }
  if (name === 'pscustomobject' || name === 'system.management.automation.pscustomobject') {
    const { operand } = node;
    const properties = operand.kind === 'Hashtable' ? compileHashtable(operand, context, true) : context.expression(operand);
    return (frame) => customObject(properties(frame));
  }
  if (name === 'ref' && node.operand.kind === 'Variable') return reference(node.operand, context);
  return conversion(node, context.expression(node.operand), context);
}

function reference(variable: ast.Variable, context: CompileContext): Evaluate {
  const read = compileVariable(variable, context);
  const assign = compileVariableAssignment(variable, context);
  return (frame) => new PSReference(null, { get: () => read(frame), set: (value) => assign(frame, value) });
}

function conversion(node: ast.Convert, operand: Evaluate, context: CompileContext): Evaluate {
  const name = node.type;
  let type: PSType | undefined;
  return (frame) => {
    const value = operand(frame);
    if (type === undefined) {
      const found = resolveType(name, context.usings);
      if (found === undefined) throw typeNotFound(name);
      // A class of a script may be defined anew: only types of .NET are kept.
      if (found.spec.assembly !== 'script') type = found;
      return convertTo(value, found);
    }
    return convertTo(value, type);
  };
}
