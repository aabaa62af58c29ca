// All binary operators by the name the syntax tree gives them (`and`, `or`, `??` are the interpreter's: they may not evaluate the right side).

import type { BinaryOperator } from '../../language/ast.ts';
import type { Value } from '../values.ts';
import type { OperatorContext } from './context.ts';

export type BinaryFunction = (left: Value, right: Value, context: OperatorContext) => Value;

export function binaryOperator(_operator: BinaryOperator): BinaryFunction {
  throw new Error('being written');
}
