// A number as an argument of a command keeps the text it was written as.

import type * as ast from '../../language/ast.ts';
import { toText } from '../convert.ts';
import { LiteralNumber } from '../literal-number.ts';
import type { CompileContext } from './compile-context.ts';
import { numberValue } from './compile-values.ts';
import type { Evaluate } from './compiled-block.ts';

/** The number itself where its text is the usual one, else a wrapper with that text. */
export function wrapNumber(node: ast.NumberConstant, context: CompileContext): Evaluate {
  const number = numberValue(node);
  const text = context.text(node);
  if (toText(number) === text) return () => number;
  return () => new LiteralNumber(number, text);
}
