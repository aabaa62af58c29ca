// + - * / % on every combination of types, Int32 first.

import { convertTo, toText } from '../convert.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { methodNotFound } from '../members.ts';
import { negateDecimal } from '../number/decimal.ts';
import { type NumberType, numberTypeOf, toPlainNumber } from '../number/numeric.ts';
import { scanLiteral } from '../number/parse-number.ts';
import { Hashtable, isDictionary } from '../types/collections/hashtable.ts';
import { castFailure } from '../types/conversion-errors.ts';
import { EnumValue } from '../types/enum-value.ts';
import { callOverloads } from '../types/overloads.ts';
import { knownType, typeNameOf, typeOf } from '../types/registry.ts';
import { double, PSChar, PSDecimal, PSObject, type Value } from '../values.ts';
import { type ArithmeticOperator, computeNumbers, divisionByZero } from './numbers.ts';

export function add(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if ((left | 0) === left && (right | 0) === right) return (sum | 0) === sum ? sum : sum;
    return double(sum);
  }
  if (typeof left === 'string') return left + (typeof right === 'string' ? right : toText(right));
  return addSlow(unwrapped(left), unwrapped(right));
}

export function subtract(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right;
    return (left | 0) === left && (right | 0) === right ? difference : double(difference);
  }
  return compute('-', unwrapped(left), unwrapped(right));
}

export function multiply(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    // Products of Int32 are exact up to 2^53 and Double beyond, as in the reference; -0 must not arise.
    return (left | 0) === left && (right | 0) === right ? product + 0 : double(product);
  }
  return multiplySlow(unwrapped(left), unwrapped(right));
}

export function divide(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) {
      if (right === 0) throw divisionByZero();
      const quotient = left / right;
      return Number.isInteger(quotient) ? quotient + 0 : quotient;
    }
    return double(left / right);
  }
  return compute('/', unwrapped(left), unwrapped(right));
}

export function remainder(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    if ((left | 0) === left && (right | 0) === right) {
      if (right === 0) throw divisionByZero();
      return (left % right) + 0;
    }
    return double(left % right);
  }
  return compute('%', unwrapped(left), unwrapped(right));
}

function unwrapped(value: Value): Value {
  return value instanceof PSObject && value.base !== undefined ? value.base : value;
}

function addSlow(left: Value, right: Value): Value {
  if (left === null || left === undefined) return right ?? null;
  if (left instanceof PSChar) return String.fromCharCode(left.code) + toText(right);
  if (isDictionary(left)) return addDictionaries(left, right);
  if (isEnumerable(left))
    return isEnumerable(right) ? [...toArray(left), ...toArray(right)] : [...toArray(left), right ?? null];
  return compute('+', left, right);
}

function addDictionaries(left: Value, right: Value): Value {
  if (!isDictionary(right)) {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      'A hash table can only be added to another hash table.',
      {
        errorId: 'AddHashTableToNonHashTable',
        category: 'InvalidOperation',
      },
    );
  }
  const sum = new Hashtable();
  for (const side of [left, right]) {
    if (!isDictionary(side)) continue;
    for (const [key, value] of side.entries()) {
      if (side === right && sum.has(key)) throw duplicateKey(sum, key);
      sum.set(key, value);
    }
  }
  return sum;
}
function duplicateKey(table: Hashtable, key: Value): DotNetException {
  const present = table.keys().find((other) => toText(other).toLowerCase() === toText(key).toLowerCase());
  return new DotNetException(
    'System.ArgumentException',
    `Item has already been added. Key in dictionary: '${toText(present)}'  Key being added: '${toText(key)}'`,
  );
}

function multiplySlow(left: Value, right: Value): Value {
  if (left === null || left === undefined) return null;
  if (typeof left === 'string') return repeatText(left, right);
  const bare = typeof left === 'boolean' || left instanceof PSChar;
  const rightType = numberTypeOf(right);
  if (bare && rightType !== 'Decimal' && rightType !== 'BigInteger') throw notDefined('*', left, right);
  if (!isDictionary(left) && isEnumerable(left)) return repeatArray(toArray(left), right);
  if (typeof left === 'boolean') return compute('*', left ? 1 : 0, right);
  return compute('*', left, right);
}

function notDefined(operator: string, left: Value, right: Value): DotNetException {
  const shown = right === null || right === undefined ? 'null' : typeNameOf(right);
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    `The operation '[${typeNameOf(left)}] ${operator} [${shown}]' is not defined.`,
    {
      errorId: 'NotADefinedOperationForType',
      category: 'InvalidOperation',
      target: left,
    },
  );
}

function repeatText(text: string, times: Value): string {
  const count = convertTo(times, knownType('System.Int32')) as number;
  if (count < 0) {
    throw new DotNetException(
      'System.ArgumentOutOfRangeException',
      `times ('${count}') must be a non-negative value. (Parameter 'times')\nActual value was ${count}.`,
      {
        properties: { ParamName: 'times' },
      },
    );
  }
  return text.repeat(count);
}
function repeatArray(items: Value[], times: Value): Value {
  if (times === null || times === undefined) return null;
  const count = toPlainNumber(convertTo(times, knownType('System.UInt32')));
  const result: Value[] = [];
  for (let i = 0; i < count; i++) for (const item of items) result.push(item);
  return result;
}

const METHODS: Record<ArithmeticOperator, string> = {
  '+': 'op_Addition',
  '-': 'op_Subtraction',
  '*': 'op_Multiply',
  '/': 'op_Division',
  '%': 'op_Modulus',
};

/** A number from what arithmetic takes for one; undefined for other objects. */
function operand(value: Value): Value {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return textToNumber(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PSChar) return value.code;
  return numberTypeOf(value) === undefined ? undefined : value;
}
/** A text as a number of the type it reads as. */
export function textToNumber(text: string): Value {
  if (text.trim() === '') return 0;
  const number = scanLiteral(text);
  if (number !== undefined) return number;
  const cause = new DotNetException(
    'System.FormatException',
    `The input string '${text}' was not in a correct format.`,
  );
  throw castFailure(text, knownType('System.Int32'), cause, 'InvalidCastFromStringToInteger');
}

function compute(operator: ArithmeticOperator, left: Value, right: Value): Value {
  const object = hasOperators(left) ? left : hasOperators(right) ? right : undefined;
  if (object !== undefined) return objectOperator(operator, left, right, object);
  if (typeof left === 'boolean' && right instanceof PSDecimal) {
    throw new DotNetException(
      'System.InvalidOperationException',
      "No coercion operator is defined between types 'System.Boolean' and 'System.Decimal'.",
    );
  }
  if (left instanceof EnumValue) return enumArithmetic(operator, left, right);
  const a = operand(left);
  const b = right instanceof EnumValue ? Number(right.value) : operand(right);
  return computeNumbers(operator, a, numberTypeOf(a)!, b, numberTypeOf(b)!);
}
function hasOperators(value: Value): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof PSChar) &&
    !(value instanceof EnumValue) &&
    numberTypeOf(value) === undefined
  );
}

function enumArithmetic(operator: ArithmeticOperator, left: EnumValue, right: Value): Value {
  const a = Number(left.value);
  const other = typeof right === 'string' ? convertTo(right, left.psType) : right;
  const b = other instanceof EnumValue ? Number(other.value) : operand(other);
  const result = computeNumbers(operator, a, 'Int32', b, numberTypeOf(b)!);
  return numberTypeOf(result) === 'Int32' ? new EnumValue(left.psType, result as number) : result;
}

/** op_Addition and the like, declared by the type of either side. */
function objectOperator(operator: ArithmeticOperator, left: Value, right: Value, object: Value): Value {
  const name = METHODS[operator];
  for (const side of [left, right]) {
    const member = side === null || side === undefined ? undefined : typeOf(side)?.staticMember(name.toLowerCase());
    if (member?.kind !== 'method') continue;
    try {
      return callOverloads(member.overloads, name, undefined, true, [left, right]);
    } catch (error) {
      if (
        !(error instanceof DotNetException) ||
        error.type !== 'System.Management.Automation.MethodInvocationException'
      )
        throw error;
      throw new DotNetException(error.type, error.message, { ...error.options, errorId: 'DotNetMethodException' });
    }
  }
  throw operatorNotFound(object, name);
}

/** The error for an object without the operator. */
export function operatorNotFound(object: Value, name: string): DotNetException {
  const type =
    object instanceof PSObject && object.base === undefined
      ? 'System.Management.Automation.PSObject'
      : typeNameOf(object);
  const missing = methodNotFound(type, name);
  return new DotNetException(missing.type, missing.message, { ...missing.options, target: name });
}

export function negate(value: Value): Value {
  if (typeof value === 'number' && value !== 0) return (value | 0) === value ? -value : double(-value);
  if (value instanceof PSDecimal) return negateDecimal(value);
  const bare = unwrapped(value);
  const type = hasOperators(bare) ? typeOf(bare)?.staticMember('op_unarynegation') : undefined;
  if (type?.kind === 'method') return callOverloads(type.overloads, type.name, undefined, true, [bare]);
  if (numberTypeOf(bare) === 'Double') return double(-toPlainNumber(bare));
  return compute('-', 0, bare);
}
export function plus(value: Value): Value {
  return compute('+', 0, unwrapped(value));
}

function step(value: Value, operator: '++' | '--'): Value {
  const by = operator === '++' ? 1 : -1;
  if (typeof value === 'number') {
    const next = value + by;
    return (value | 0) === value ? next : double(next);
  }
  const bare = unwrapped(value);
  if (bare === null || bare === undefined) return by;
  const type: NumberType | undefined = numberTypeOf(bare);
  if (type !== undefined) return computeNumbers(operator === '++' ? '+' : '-', bare, type, 1, 'Int32');
  throw new DotNetException(
    'System.Management.Automation.RuntimeException',
    `The '${operator}' operator works only on numbers. The operand is a '${typeNameOf(bare)}'.`,
    {
      errorId: 'OperatorRequiresNumber',
      category: 'InvalidOperation',
    },
  );
}
export function increment(value: Value): Value {
  return step(value, '++');
}
export function decrement(value: Value): Value {
  return step(value, '--');
}

export { bitwiseNot } from './bits.ts';
