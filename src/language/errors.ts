// Syntax errors: a named kind, a range, a message, and whether more input could repair it.

import type { Extent } from './ast.ts';

export interface SyntaxError extends Extent {
  /** The reference's error id, e.g. `MissingEndCurlyBrace`, `UnexpectedToken`, `ExpectedExpression`. */
  id: string;
  /** The reference's text, e.g. "Missing closing '}' in statement block or type definition." */
  message: string;
  /** True when the input merely ended too early: the prompt then continues with `>>`. */
  incomplete: boolean;
}
