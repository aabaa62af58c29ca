// Arithmetic on two numbers whatever their types: which type the result has, and what happens on overflow.

import { DotNetException } from '../errors.ts';
import { addDecimal, divideDecimal, multiplyDecimal, remainderDecimal, subtractDecimal } from '../number/decimal.ts';
import {
  fitsInteger,
  makeNumber,
  NUMBER_RANK,
  type NumberType,
  numberToDecimal,
  toPlainBigInt,
  toPlainNumber,
} from '../number/numeric.ts';
import { double, NumberBox, PSDecimal, type Value } from '../values.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/** Type in which two numbers are computed. */
export function commonType(left: Value, leftType: NumberType, right: Value, rightType: NumberType): NumberType {
  if (leftType === 'BigInteger') return 'BigInteger';
  if (leftType === 'Decimal' || rightType === 'Decimal') return 'Decimal';
  if (rightType === 'BigInteger') return 'BigInteger';
  if (leftType === 'Double' || rightType === 'Double' || leftType === 'Single' || rightType === 'Single')
    return 'Double';
  const wider = NUMBER_RANK[leftType] > NUMBER_RANK[rightType] ? leftType : rightType;
  if (NUMBER_RANK[wider] <= NUMBER_RANK.Int32) return 'Int32';
  if (wider === 'UInt32') return isNegative(left) || isNegative(right) ? 'Int64' : 'UInt32';
  if (wider === 'UInt64') return isNegative(left) || isNegative(right) ? 'Decimal' : 'UInt64';
  return 'Int64';
}
function isNegative(value: Value): boolean {
  return toPlainNumber(value) < 0;
}

export function divisionByZero(): DotNetException {
  const inner = new DotNetException('System.DivideByZeroException', 'Attempted to divide by zero.');
  return new DotNetException('System.Management.Automation.RuntimeException', inner.message, {
    inner,
    errorId: 'RuntimeException',
    category: 'NotSpecified',
  });
}

export function computeNumbers(
  operator: ArithmeticOperator,
  left: Value,
  leftType: NumberType,
  right: Value,
  rightType: NumberType,
): Value {
  const type = commonType(left, leftType, right, rightType);
  switch (type) {
    case 'Double':
      return double(computeDouble(operator, toPlainNumber(left), toPlainNumber(right)));
    case 'Decimal':
      return computeDecimal(operator, asDecimal(left), asDecimal(right));
    case 'BigInteger':
      return computeBig(operator, toPlainBigInt(left) ?? 0n, toPlainBigInt(right) ?? 0n);
    default:
      return computeInteger(operator, type, toPlainBigInt(left)!, toPlainBigInt(right)!);
  }
}

function computeDouble(operator: ArithmeticOperator, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
  }
}

export function asDecimal(value: Value): PSDecimal {
  if (value instanceof PSDecimal) return value;
  if (typeof value === 'number') return numberToDecimal(value);
  if (typeof value === 'bigint') return new PSDecimal(value, 0);
  const box = value as NumberBox;
  return typeof box.value === 'bigint' ? new PSDecimal(box.value, 0) : numberToDecimal(box.value);
}

function computeDecimal(operator: ArithmeticOperator, a: PSDecimal, b: PSDecimal): Value {
  try {
    switch (operator) {
      case '+':
        return addDecimal(a, b);
      case '-':
        return subtractDecimal(a, b);
      case '*':
        return multiplyDecimal(a, b);
      default:
        if (b.mantissa === 0n) throw divisionByZero();
        return operator === '/' ? divideDecimal(a, b) : remainderDecimal(a, b);
    }
  } catch (error) {
    if (!(error instanceof DotNetException) || error.type !== 'System.OverflowException') throw error;
    throw new DotNetException('System.Management.Automation.RuntimeException', error.message, {
      inner: error,
      errorId: 'RuntimeException',
      category: 'NotSpecified',
    });
  }
}

function computeBig(operator: ArithmeticOperator, a: bigint, b: bigint): Value {
  if ((operator === '/' || operator === '%') && b === 0n) {
    const inner = new DotNetException('System.DivideByZeroException', 'Attempted to divide by zero.');
    const method = operator === '/' ? 'op_Division' : 'op_Modulus';
    throw new DotNetException(
      'System.Management.Automation.MethodInvocationException',
      `Exception calling "${method}" with "2" argument(s): "${inner.message}"`,
      {
        inner,
        errorId: 'DotNetMethodException',
        category: 'NotSpecified',
      },
    );
  }
  return new NumberBox('BigInteger', integerResult(operator, a, b));
}

function integerResult(operator: ArithmeticOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
  }
}

/** Products beyond the type go through BigInteger, whose conversion to Double cuts bits off instead of rounding. */
export function truncateToDouble(value: bigint): number {
  const size = value < 0n ? -value : value;
  const extra = BigInt(size.toString(2).length) - 53n;
  if (extra <= 0n) return Number(value);
  const cut = Number((size >> extra) << extra);
  return value < 0n ? -cut : cut;
}

/** Exact while it fits the type; beyond it, and for fractions, Double. */
function computeInteger(operator: ArithmeticOperator, type: NumberType, a: bigint, b: bigint): Value {
  if (operator === '/' || operator === '%') {
    if (b === 0n) throw divisionByZero();
    if (operator === '/' && a % b !== 0n) return double(Number(a) / Number(b));
  }
  const result = integerResult(operator, a, b);
  if (fitsInteger(type, result)) return makeNumber(type, result);
  if (operator === '*') return double(truncateToDouble(result));
  return double(type === 'Int32' || type === 'UInt32' ? Number(result) : computeDouble(operator, Number(a), Number(b)));
}
