// `class` and `enum` statements. Types of a script are defined before its first statement runs, as the reference does.

import type * as ast from '../../language/ast.ts';
import type { CompileContext } from '../interpreter/compile-context.ts';
import type { Execute } from '../interpreter/compiled-block.ts';
import type { Frame } from '../interpreter/frame.ts';
import { checkTypes } from './check-types.ts';
import { compileClass } from './compile-class.ts';
import { defineEnum } from './define-enum.ts';

export type DefineType = (frame: Frame) => void;

export function compileDefinition(node: ast.TypeDefinition, context: CompileContext): DefineType {
  if (node.what === 'enum') return (frame) => defineEnum(node, context, frame);
  return compileClass(node, context);
}

/** A definition that is no statement of the script itself (inside of a function or an if) runs where it stands. */
export function compileTypeDefinition(node: ast.TypeDefinition, context: CompileContext): Execute {
  if (context.hoisted.has(node)) return () => 0;
  const define = compileDefinition(node, context);
  return (frame) => {
    define(frame);
    return 0;
  };
}

/** Runs the definitions among the statements first. */
export function withDefinitions(
  statements: readonly ast.Statement[],
  context: CompileContext,
  compile: () => Execute,
): Execute {
  const nodes = statements.filter((statement) => statement.kind === 'TypeDefinition');
  if (nodes.length === 0) return compile();
  const definitions = nodes.map((node) => {
    context.hoisted.add(node);
    return compileDefinition(node, context);
  });
  const code = compile();
  let checked = false;
  return (frame, output) => {
    if (!checked) checkTypes(nodes, context);
    checked = true;
    for (const define of definitions) define(frame);
    return code(frame, output);
  };
}
