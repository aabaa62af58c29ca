// A number as an argument of a command.

import type * as ast from '../../language/ast.ts';
import type { CompileContext } from './compile-context.ts';
import { numberValue } from './compile-values.ts';
import type { Evaluate } from './compiled-block.ts';

export function wrapNumber(node: ast.NumberConstant, _context: CompileContext): Evaluate {
  const number = numberValue(node);
  return () => number;
}
