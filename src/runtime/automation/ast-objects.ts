// Syntax trees as scripts see them: `{ }.Ast`, `[Parser]::ParseInput`. A view on the tree, one object a node.

import type * as ast from '../../language/ast.ts';
import type { Value } from '../values.ts';
import { AstView } from './ast-view.ts';

const views = new WeakMap<object, AstView>();

export function astObject(node: ast.ScriptBlock): Value {
  let view = views.get(node);
  if (view === undefined) views.set(node, (view = new AstView(node, node.source, undefined)));
  return view;
}
