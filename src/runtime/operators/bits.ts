// -band, -bor, -bxor, -bnot, -shl, -shr.

import { convertTo } from '../convert.ts';
import {
  fitsInteger,
  makeNumber,
  type NumberType,
  numberTypeOf,
  toPlainBigInt,
  toPlainNumber,
} from '../number/numeric.ts';
import { roundToBigInt } from '../types/conversion-numbers.ts';
import { EnumValue } from '../types/enum-value.ts';
import { knownType } from '../types/registry.ts';
import { NumberBox, PSChar, PSObject, type Value } from '../values.ts';
import { operatorNotFound, textToNumber } from './arithmetic.ts';
import { commonType } from './numbers.ts';

export type BitOperator = 'band' | 'bor' | 'bxor';

function operand(value: Value, method = ''): Value {
  const bare = value instanceof PSObject && value.base !== undefined ? value.base : value;
  if (bare === null || bare === undefined) return 0;
  if (typeof bare === 'string') return textToNumber(bare);
  if (typeof bare === 'boolean') return bare ? 1 : 0;
  if (bare instanceof PSChar) return bare.code;
  if (bare instanceof EnumValue) return Number(bare.value);
  if (numberTypeOf(bare) !== undefined) return bare;
  if (method === '') return convertTo(bare, knownType('System.Int32'));
  throw operatorNotFound(bare, method);
}

const METHODS: Record<BitOperator, string> = {
  band: 'op_BitwiseAnd',
  bor: 'op_BitwiseOr',
  bxor: 'op_ExclusiveOr',
};

const FLOATING = new Set<NumberType>(['Double', 'Single', 'Decimal']);

export function bitwise(operator: BitOperator, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number' && (left | 0) === left && (right | 0) === right) {
    return operator === 'band' ? left & right : operator === 'bor' ? left | right : left ^ right;
  }
  const type =
    left instanceof EnumValue
      ? left.psType
      : right instanceof EnumValue && typeof left === 'string'
        ? right.psType
        : undefined;
  const a = operand(type && typeof left === 'string' ? convertTo(left, type) : left, METHODS[operator]);
  const b = operand(type && typeof right === 'string' ? convertTo(right, type) : right, METHODS[operator]);
  const result = compute(operator, a, b);
  return type ? new EnumValue(type, Number(toPlainBigInt(result))) : result;
}

function compute(operator: BitOperator, a: Value, b: Value): Value {
  const leftType = numberTypeOf(a)!;
  const rightType = numberTypeOf(b)!;
  let type = commonType(a, leftType, b, rightType);
  const x = roundToBigInt(a) ?? 0n;
  const y = roundToBigInt(b) ?? 0n;
  if (FLOATING.has(type)) type = x < 0n || y < 0n ? 'Int64' : 'UInt64';
  const result = operator === 'band' ? x & y : operator === 'bor' ? x | y : x ^ y;
  return makeNumber(fitsInteger(type, result) ? type : 'Int64', result);
}

const WIDTHS: Partial<Record<NumberType, number>> = {
  SByte: 8,
  Byte: 8,
  Int16: 16,
  UInt16: 16,
  Int32: 32,
  UInt32: 32,
  Int64: 64,
  UInt64: 64,
};
const UNSIGNED = new Set<NumberType>(['Byte', 'UInt16', 'UInt32', 'UInt64']);

function wrap(type: NumberType, value: bigint): bigint {
  const bits = WIDTHS[type];
  if (bits === undefined) return value;
  return UNSIGNED.has(type) ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
}

export function shift(direction: 'shl' | 'shr', left: Value, right: Value): Value {
  const count = toPlainNumber(convertTo(right, knownType('System.Int32')));
  if (typeof left === 'number' && (left | 0) === left) return direction === 'shl' ? left << count : left >> count;
  let value = operand(left);
  let type = numberTypeOf(value)!;
  if (FLOATING.has(type)) {
    const whole = roundToBigInt(value) ?? 0n;
    type = fitsInteger('Int32', whole) ? 'Int32' : 'Int64';
    value = makeNumber(type, whole);
  }
  const bits = WIDTHS[type];
  const amount = BigInt(bits === undefined ? count : count & (bits <= 32 ? 31 : 63));
  const whole = toPlainBigInt(value)!;
  return makeNumber(type, wrap(type, direction === 'shl' ? whole << amount : whole >> amount));
}

/** `-bnot` */
export function bitwiseNot(value: Value): Value {
  if (typeof value === 'number' && (value | 0) === value) return ~value;
  const number = operand(value);
  let type = numberTypeOf(number)!;
  const whole = roundToBigInt(number) ?? 0n;
  if (type === 'BigInteger') return new NumberBox('BigInteger', ~whole);
  if (FLOATING.has(type)) type = fitsInteger('Int32', whole) ? 'Int32' : 'Int64';
  if (type === 'Byte' || type === 'SByte' || type === 'Int16' || type === 'UInt16') type = 'Int32';
  const result = makeNumber(type, wrap(type, ~whole));
  return value instanceof EnumValue ? new EnumValue(value.psType, Number(wrap(type, ~whole))) : result;
}
