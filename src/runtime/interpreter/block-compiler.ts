// The way to the compiler for code that the compiler's own closures call: the engine hands it in, so that no circle arises.

import type * as ast from '../../language/ast.ts';
import type { CompiledBlock } from './compiled-block.ts';

type Compile = (node: ast.ScriptBlock, method?: boolean) => CompiledBlock;

let compile: Compile | undefined;

export function setBlockCompiler(compiler: Compile): void {
  compile = compiler;
}

export function compileBlock(node: ast.ScriptBlock, method = false): CompiledBlock {
  if (compile === undefined) throw new Error('no engine was made yet');
  return compile(node, method);
}
