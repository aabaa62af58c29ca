// + - * / % on every combination of types, Int32 first.

import type { Value } from '../values.ts';

export function add(_left: Value, _right: Value): Value {
  throw new Error('being written');
}
export function subtract(_left: Value, _right: Value): Value {
  throw new Error('being written');
}
export function multiply(_left: Value, _right: Value): Value {
  throw new Error('being written');
}
export function divide(_left: Value, _right: Value): Value {
  throw new Error('being written');
}
export function remainder(_left: Value, _right: Value): Value {
  throw new Error('being written');
}
export function negate(_value: Value): Value {
  throw new Error('being written');
}
export function plus(_value: Value): Value {
  throw new Error('being written');
}
export function increment(_value: Value): Value {
  throw new Error('being written');
}
export function decrement(_value: Value): Value {
  throw new Error('being written');
}
/** `-bnot` */
export function bitwiseNot(_value: Value): Value {
  throw new Error('being written');
}
