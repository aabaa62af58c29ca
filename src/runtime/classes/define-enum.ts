// enum Name { A; B = 4 }

import type * as ast from '../../language/ast.ts';
import { toInt32, toText } from '../convert.ts';
import type { CompileContext } from '../interpreter/compile-context.ts';
import type { Frame } from '../interpreter/frame.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { PSType, registerType, resolveType, typeNameText } from '../types/registry.ts';

export function defineEnum(node: ast.TypeDefinition, context: CompileContext, frame: Frame): void {
  const values: Record<string, number | bigint> = {};
  let next = 0;
  for (const member of node.members) {
    if (member.kind !== 'PropertyMember') continue;
    if (member.initial !== undefined) next = enumNumber(member.initial, context, frame, values);
    values[member.name] = next++;
  }
  const flags = node.attributes.some((attribute) => /^(System\.)?Flags(Attribute)?$/i.test(attribute.type.name));
  const underlying =
    node.bases[0] === undefined ? 'System.Int32' : (resolveType(typeNameText(node.bases[0]))?.id ?? 'System.Int32');
  const spec: TypeSpec = {
    name: node.name,
    kind: 'enum',
    base: 'System.Enum',
    enumValues: values,
    flags,
    underlying,
    assembly: 'script',
  };
  const type = new PSType(spec, (name) => (name === node.name ? type : resolveType(name)));
  registerType(type, node.name);
}

/** The value of a member: a number, or an expression over numbers and earlier members. */
function enumNumber(
  node: ast.Expression,
  context: CompileContext,
  frame: Frame,
  known: Record<string, number | bigint>,
): number {
  if (node.kind === 'Member' && node.static && node.member.kind === 'StringConstant') {
    const name = Object.keys(known).find(
      (candidate) => candidate.toLowerCase() === (node.member as ast.StringConstant).value.toLowerCase(),
    );
    if (name !== undefined) return Number(known[name]);
  }
  if (node.kind === 'Binary' && (node.operator === 'bor' || node.operator === 'shl' || node.operator === '+')) {
    const left = enumNumber(node.left, context, frame, known);
    const right = enumNumber(node.right, context, frame, known);
    return node.operator === 'bor' ? left | right : node.operator === 'shl' ? left << right : left + right;
  }
  const value = context.expression(node)(frame);
  return typeof value === 'string' && Object.hasOwn(known, toText(value)) ? Number(known[value]) : toInt32(value);
}
