// All binary operators by the name the syntax tree gives them (`and`, `or`, `??` are the interpreter's: they may not evaluate the right side).

import type { BinaryOperator } from '../../language/ast.ts';
import { toBool } from '../convert.ts';
import type { Value } from '../values.ts';
import { add, divide, multiply, remainder, subtract } from './arithmetic.ts';
import { type BitOperator, bitwise, shift } from './bits.ts';
import {
  compareEqual,
  compareNotEqual,
  contains,
  greaterOrEqual,
  greaterThan,
  lessOrEqual,
  lessThan,
} from './comparison.ts';
import type { OperatorContext } from './context.ts';
import { range } from './range.ts';
import {
  formatOperator,
  joinOperator,
  likeOperator,
  matchOperator,
  replaceOperator,
  splitOperator,
} from './strings.ts';
import { asType, isOfType } from './type-tests.ts';

export type BinaryFunction = (left: Value, right: Value, context: OperatorContext) => Value;

const PLAIN: Partial<Record<BinaryOperator, BinaryFunction>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '..': range,
  format: formatOperator,
  join: joinOperator,
  is: isOfType,
  isnot: (left, right) => !isOfType(left, right),
  as: asType,
  and: (left, right) => toBool(left) && toBool(right),
  or: (left, right) => toBool(left) || toBool(right),
  xor: (left, right) => toBool(left) !== toBool(right),
  '??': (left, right) => left ?? right,
};

const CASED: Record<string, (left: Value, right: Value, ignoreCase: boolean, context: OperatorContext) => Value> = {
  eq: compareEqual,
  ne: compareNotEqual,
  lt: lessThan,
  le: lessOrEqual,
  gt: greaterThan,
  ge: greaterOrEqual,
  contains,
  notcontains: (left, right, ignoreCase) => !contains(left, right, ignoreCase),
  in: (left, right, ignoreCase) => contains(right, left, ignoreCase),
  notin: (left, right, ignoreCase) => !contains(right, left, ignoreCase),
  like: (left, right, ignoreCase) => likeOperator(left, right, ignoreCase, false),
  notlike: (left, right, ignoreCase) => likeOperator(left, right, ignoreCase, true),
  match: (left, right, ignoreCase, context) => matchOperator(left, right, ignoreCase, false, context),
  notmatch: (left, right, ignoreCase, context) => matchOperator(left, right, ignoreCase, true, context),
  replace: replaceOperator,
  split: splitOperator,
};

/** The function behind an operator; look it up once when compiling, not at each evaluation. */
export function binaryOperator(operator: BinaryOperator): BinaryFunction {
  const plain = PLAIN[operator];
  if (plain) return plain;
  if (operator === 'band' || operator === 'bor' || operator === 'bxor')
    return (left, right) => bitwise(operator as BitOperator, left, right);
  if (operator === 'shl' || operator === 'shr') return (left, right) => shift(operator, left, right);
  const ignoreCase = operator[0] === 'i';
  const cased = CASED[operator.slice(1)];
  if (!cased) throw new Error(`unknown operator ${operator}`);
  return (left, right, context) => cased(left, right, ignoreCase, context);
}
