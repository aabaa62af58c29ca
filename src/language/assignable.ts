// What can be assigned to: variables, members, elements, and lists, casts and parentheses around those.

import type { Expression, Extent } from './ast.ts';

/** The part of an assignment's target that nothing can be assigned to, if there is one. */
export function invalidTarget(target: Expression): Extent | undefined {
  switch (target.kind) {
    case 'Variable':
      return undefined;
    case 'Member':
    case 'InvokeMember':
    case 'Index':
      return target.nullConditional ? target : undefined;
    case 'ErrorExpression':
      return undefined;
    case 'Convert':
    case 'Attributed':
      return invalidTarget(target.operand);
    case 'ArrayLiteral':
      for (const element of target.elements) {
        const invalid = invalidTarget(element);
        if (invalid !== undefined) return invalid;
      }
      return undefined;
    case 'Paren': {
      const { pipeline } = target;
      const element =
        pipeline.kind === 'Pipeline' && pipeline.elements.length === 1 ? pipeline.elements[0]! : undefined;
      return element?.kind === 'CommandExpression' ? invalidTarget(element.expression) : (element ?? target);
    }
    default:
      return target;
  }
}
