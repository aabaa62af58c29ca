// System.Management.Automation.Language.ParseError: one error of a text that does not parse.

import type { SyntaxError as ParseFault } from '../language/errors.ts';
import type { ErrorPosition } from './errors.ts';

export class ParseErrorInfo {
  constructor(
    readonly error: ParseFault,
    readonly position: ErrorPosition,
  ) {}
  toString(): string {
    return this.error.message;
  }
}
