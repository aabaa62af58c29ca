// System.Management.Automation.Language.ParseError: one error of a text that does not parse.

import type { SyntaxError } from '../language/errors.ts';
import type { ErrorPosition } from './errors.ts';

export class ParseErrorInfo {
  constructor(
    readonly error: SyntaxError,
    readonly position: ErrorPosition,
  ) {}
  toString(): string {
    return this.error.message;
  }
}
