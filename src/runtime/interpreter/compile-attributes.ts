// Attributes in param blocks and on variables: their arguments become closures.

import type * as ast from '../../language/ast.ts';
import type { CompileContext } from './compile-context.ts';
import type { CompiledAttribute, CompiledParameter } from './compiled-block.ts';

export function compileAttribute(node: ast.Attribute, context: CompileContext): CompiledAttribute {
  return {
    node,
    key: node.type.name
      .replace(/^System\.Management\.Automation\./i, '')
      .replace(/Attribute$/i, '')
      .toLowerCase(),
    positional: node.positional.map((argument) => context.expression(argument)),
    named: node.named.map((argument) => ({
      name: argument.name.toLowerCase(),
      value: argument.omitted ? () => true : context.expression(argument.value),
    })),
  };
}

export function compileParameter(node: ast.Parameter, context: CompileContext): CompiledParameter {
  const { name } = node.variable;
  const constraints = node.attributes.filter((attribute) => attribute.kind === 'TypeConstraint');
  return {
    name,
    key: name.toLowerCase(),
    slot: context.slot(name),
    node,
    type: constraints[0]?.type,
    attributes: node.attributes
      .filter((attribute) => attribute.kind === 'Attribute')
      .map((attribute) => compileAttribute(attribute, context)),
    default: node.default && context.expression(node.default),
  };
}
