// Unary and binary operators. Int32 arithmetic and comparison run here without calls; everything else goes to operators/.

import type * as ast from '../../language/ast.ts';
import { toBool, toText, tryConvertTo } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { add, bitwiseNot, divide, multiply, negate, plus, remainder, subtract } from '../operators/arithmetic.ts';
import { type BinaryFunction, binaryOperator } from '../operators/binary.ts';
import {
  compareEqual,
  compareNotEqual,
  greaterOrEqual,
  greaterThan,
  lessOrEqual,
  lessThan,
} from '../operators/comparison.ts';
import { rangeToEnumerate } from '../operators/range.ts';
import { splitOperator, unaryJoin, unarySplit } from '../operators/strings.ts';
import { isInstance, throwBadTypeTest, throwNoType } from '../operators/type-tests.ts';
import { PSType, resolveType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import type { Evaluate } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { operatorContext } from './operator-context.ts';
import { typeAt } from './type-names.ts';

/** An expression whose value is only run through: ranges need not be built. */
export function compileEnumerated(node: ast.Expression, context: CompileContext): Evaluate {
  if (node.kind !== 'Binary' || node.operator !== '..') return context.expression(node);
  const left = context.expression(node.left);
  const right = context.expression(node.right);
  return (frame) => rangeToEnumerate(left(frame), right(frame));
}

export function compileBinary(node: ast.Binary, context: CompileContext): Evaluate {
  const left = context.expression(node.left);
  switch (node.operator) {
    case 'is':
    case 'isnot':
      return compileTypeTest(node, left, context);
    case 'as':
      return compileAs(node, left, context);
  }
  const right = context.expression(node.right);
  return (
    logical(node.operator, left, right) ??
    arithmetic(node.operator, left, right) ??
    comparison(node.operator, left, right) ??
    general(node, left, right)
  );
}

function general(node: ast.Binary, left: Evaluate, right: Evaluate): Evaluate {
  let operation: BinaryFunction | undefined;
  const operator = node.operator;
  return (frame) => {
    operation ??= binaryOperator(operator);
    const a = left(frame);
    const b = right(frame);
    try {
      return operation(a, b, operatorContext(frame));
    } catch (thrown) {
      if (thrown instanceof DotNetException && thrown.options.errorId === 'BadReplaceArgument')
        throw badReplace(frame, node, thrown);
      if (
        thrown instanceof DotNetException &&
        thrown.options.errorId === 'RuntimeException' &&
        operator.endsWith('split')
      )
        frame.position = node.operatorExtent;
      throw thrown;
    }
  };
}

/** The error for too many operands names the operator as written and points at it. */
function badReplace(frame: Frame, node: ast.Binary, thrown: DotNetException): DotNetException {
  frame.position = node.operatorExtent;
  const written = frame.source.text.slice(node.operatorExtent.start, node.operatorExtent.end);
  return new DotNetException(thrown.type, thrown.message.replace(/-[ic]?replace/, written), thrown.options);
}

function logical(operator: ast.BinaryOperator, left: Evaluate, right: Evaluate): Evaluate | undefined {
  switch (operator) {
    case 'and':
      return (frame) => truth(left(frame)) && truth(right(frame));
    case 'or':
      return (frame) => truth(left(frame)) || truth(right(frame));
    case 'xor':
      return (frame) => truth(left(frame)) !== truth(right(frame));
    case '??':
      return (frame) => left(frame) ?? right(frame);
  }
  return undefined;
}

/** toBool with its commonest cases first. */
export function truth(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return false;
  return toBool(value);
}

function arithmetic(operator: ast.BinaryOperator, left: Evaluate, right: Evaluate): Evaluate | undefined {
  switch (operator) {
    case '+':
      return (frame) => addFast(left(frame), right(frame));
    case '-':
      return (frame) => subtractFast(left(frame), right(frame));
    case '*':
      return (frame) => multiplyFast(left(frame), right(frame));
    case '/':
      return (frame) => divide(left(frame), right(frame));
    case '%':
      return (frame) => remainderFast(left(frame), right(frame));
  }
  return undefined;
}

export function addFast(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b) {
    const sum = a + b;
    if ((sum | 0) === sum) return sum;
  }
  return add(a, b);
}
export function subtractFast(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b) {
    const difference = a - b;
    if ((difference | 0) === difference) return difference;
  }
  return subtract(a, b);
}
export function multiplyFast(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b) {
    const product = a * b;
    if ((product | 0) === product) return product | 0;
  }
  return multiply(a, b);
}
export function remainderFast(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0 && (a | 0) === a && (b | 0) === b) return (a % b) | 0;
  return remainder(a, b);
}

function comparison(operator: ast.BinaryOperator, left: Evaluate, right: Evaluate): Evaluate | undefined {
  const ignoreCase = operator[0] === 'i';
  switch (operator) {
    case 'ieq':
    case 'ceq':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a === b : compareEqual(a, b, ignoreCase);
      };
    case 'ine':
    case 'cne':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a !== b : compareNotEqual(a, b, ignoreCase);
      };
    case 'ilt':
    case 'clt':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a < b : lessThan(a, b, ignoreCase);
      };
    case 'ile':
    case 'cle':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a <= b : lessOrEqual(a, b, ignoreCase);
      };
    case 'igt':
    case 'cgt':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a > b : greaterThan(a, b, ignoreCase);
      };
    case 'ige':
    case 'cge':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a >= b : greaterOrEqual(a, b, ignoreCase);
      };
  }
  return undefined;
}

// ---------------------------------------------------------------- types as right operand

/** The type that the right operand of -is and -as stands for; an error when it is none. */
function operandType(
  node: ast.Expression,
  context: CompileContext,
  noSuchType: (value: Value) => never,
): (frame: Frame) => PSType {
  if (node.kind === 'TypeExpression') {
    const name = node.type;
    let known: PSType | undefined;
    return (frame) => (known ??= typeAt(frame, name, context.usings, node));
  }
  const evaluate = context.expression(node);
  return (frame) => {
    const value = evaluate(frame);
    if (value instanceof PSType) return value;
    return resolveType(toText(value), context.usings) ?? noSuchType(value);
  };
}

function compileTypeTest(node: ast.Binary, left: Evaluate, context: CompileContext): Evaluate {
  const type = operandType(node.right, context, (value) => throwBadTypeTest(value));
  const wanted = node.operator === 'is';
  return (frame) => {
    const value = left(frame);
    const target = type(frame);
    return isInstance(value, target) === wanted;
  };
}

function compileAs(node: ast.Binary, left: Evaluate, context: CompileContext): Evaluate {
  const type = operandType(node.right, context, (value) => throwNoType(value));
  return (frame) => {
    const value = left(frame);
    return tryConvertTo(value, type(frame))?.value ?? null;
  };
}

// ---------------------------------------------------------------- unary

export function compileUnary(node: ast.Unary, context: CompileContext): Evaluate {
  const operand = context.expression(node.operand);
  switch (node.operator) {
    case '!':
    case 'not':
      return (frame) => !truth(operand(frame));
    case 'bnot':
      return (frame) => bitwiseNot(operand(frame));
    case '-':
      return (frame) => negate(operand(frame));
    case '+':
      return (frame) => plus(operand(frame));
    case 'join':
      return (frame) => unaryJoin(operand(frame), operatorContext(frame));
    case 'isplit':
      return (frame) => unarySplit(operand(frame));
    case 'csplit':
      return (frame) => splitOperator(operand(frame), ' ', false, operatorContext(frame));
    case ',':
      return (frame) => [operand(frame)];
    default:
      throw new Error(`operator ${node.operator} is compiled elsewhere`);
  }
}
