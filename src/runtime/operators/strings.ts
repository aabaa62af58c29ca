// -join, -split, -like, -match, -replace, -f and the wildcard patterns behind -like.

import type { Value } from '../values.ts';
import type { OperatorContext } from './context.ts';

/** `-like` for one text; compiled patterns are cached. */
export function matchesWildcard(_text: string, _pattern: string, _ignoreCase?: boolean): boolean {
  throw new Error('being written');
}
/** True when the text has wildcard characters: * ? [ */
export function hasWildcards(_text: string): boolean {
  throw new Error('being written');
}
/** `-f` */
export function formatOperator(_format: Value, _args: Value): string {
  throw new Error('being written');
}
export function joinOperator(_left: Value, _right: Value, _context?: OperatorContext): string {
  throw new Error('being written');
}
export function unaryJoin(_value: Value, _context?: OperatorContext): string {
  throw new Error('being written');
}
export function splitOperator(_left: Value, _right: Value, _ignoreCase: boolean, _context?: OperatorContext): Value[] {
  throw new Error('being written');
}
export function unarySplit(_value: Value): Value[] {
  throw new Error('being written');
}
