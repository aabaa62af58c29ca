// Checks of meaning on parts of the tree: members of a type, arguments of attributes, jumps out of finally.

import type { Attribute, Expression, FunctionMember, Node, StatementBlock, TypeDefinition, TypeName } from './ast.ts';
import type { Report } from './checks-methods.ts';
import { children } from './visit.ts';

/** Properties with one name, or methods with the same parameter types, may stand only once in a type. */
export function checkMembers(type: TypeDefinition, report: Report): void {
  const seen = new Set<string>();
  for (const member of type.members) {
    const key = member.kind === 'PropertyMember' ? member.name.toLowerCase() : signature(member);
    const place = member.kind === 'PropertyMember' ? member : member.nameExtent;
    if (seen.has(key)) report('MemberAlreadyDefined', place, member.name);
    seen.add(key);
  }
}

function signature(method: FunctionMember): string {
  const types = method.parameters.map((parameter) => {
    const constraint = parameter.attributes.find((attribute) => attribute.kind === 'TypeConstraint');
    return constraint === undefined ? 'object' : typeText(constraint.type);
  });
  return `${method.static ? 'static ' : ''}${method.name}(${types.join(',')})`.toLowerCase();
}

function typeText(type: TypeName): string {
  const args = type.args === undefined ? '' : `[${type.args.map(typeText).join(',')}]`;
  return type.name + args + (type.ranks ?? []).map((rank) => `[${rank}]`).join('');
}

const constantVariables = new Set(['true', 'false', 'null']);

/** Arguments of attributes are known before anything runs; script blocks are allowed (about_Functions_Advanced_Parameters). */
export function checkAttribute(attribute: Attribute, report: Report): void {
  for (const argument of attribute.positional) checkConstant(argument, report);
  const names = new Set<string>();
  for (const argument of attribute.named) {
    const name = argument.name.toLowerCase();
    if (names.has(name)) report('DuplicateNamedArgument', argument, argument.name);
    names.add(name);
    if (!argument.omitted) checkConstant(argument.value, report);
  }
}

function checkConstant(value: Expression, report: Report): void {
  if (!isConstant(value)) report('ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock', value);
}

function isConstant(node: Node): boolean {
  switch (node.kind) {
    case 'NumberConstant':
    case 'StringConstant':
    case 'TypeExpression':
    case 'ScriptBlockExpression':
    case 'ErrorExpression':
      return true;
    case 'Variable':
      return constantVariables.has(node.name.toLowerCase());
    case 'ArrayLiteral':
    case 'Binary':
    case 'Unary':
    case 'Convert':
    case 'Ternary':
    case 'Paren':
    case 'SubExpression':
    case 'StatementBlock':
    case 'Pipeline':
    case 'CommandExpression':
      return children(node).every(isConstant);
    case 'Member':
      return node.static && node.target.kind === 'TypeExpression' && node.member.kind === 'StringConstant';
    default:
      return false;
  }
}

/** return, and break or continue to something outside, cannot stand in a finally block. */
export function checkFinally(body: StatementBlock, report: Report): void {
  walkFinally(body, [], report);
}

function walkFinally(node: Node, loops: readonly string[], report: Report): void {
  switch (node.kind) {
    case 'ScriptBlockExpression':
    case 'FunctionDefinition':
    case 'TypeDefinition':
      return;
    case 'Return':
      report('ControlLeavingFinally', node);
      return;
    case 'Break':
    case 'Continue': {
      const label = node.label?.kind === 'StringConstant' ? node.label.value.toLowerCase() : '';
      if (loops.length === 0 || (node.label !== undefined && !loops.includes(label)))
        report('ControlLeavingFinally', node);
      return;
    }
    case 'While':
    case 'DoWhile':
    case 'For':
    case 'ForEach':
    case 'Switch': {
      const inside = [...loops, node.label?.toLowerCase() ?? ''];
      for (const child of children(node)) walkFinally(child, inside, report);
      return;
    }
    default:
      for (const child of children(node)) walkFinally(child, loops, report);
  }
}
