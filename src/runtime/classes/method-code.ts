// Compiled bodies of methods and constructors, one for each definition.

import type * as ast from '../../language/ast.ts';
import { compileBlock } from '../interpreter/block-compiler.ts';
import type { CompiledBlock } from '../interpreter/compiled-block.ts';

const cache = new WeakMap<ast.FunctionMember, CompiledBlock>();

export function compiledMethod(member: ast.FunctionMember): CompiledBlock {
  let compiled = cache.get(member);
  if (compiled === undefined) {
    const param: ast.ParamBlock = {
      kind: 'ParamBlock',
      attributes: [],
      parameters: member.parameters,
      start: member.start,
      end: member.start,
    };
    compiled = compileBlock({ ...member.body, param }, true);
    cache.set(member, compiled);
  }
  return compiled;
}
