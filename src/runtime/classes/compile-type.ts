// `class` and `enum` statements.

import type * as ast from '../../language/ast.ts';
import type { CompileContext } from '../interpreter/compile-context.ts';
import type { Execute } from '../interpreter/compiled-block.ts';

export function compileTypeDefinition(_node: ast.TypeDefinition, _context: CompileContext): Execute {
  return () => 0;
}
