// Types by the name written in the text; the error for an unknown one points at the name.

import type * as ast from '../../language/ast.ts';
import { type PSType, resolveType, typeNotFound } from '../types/registry.ts';
import type { Frame } from './frame.ts';

export function typeAt(frame: Frame, name: ast.TypeName, usings: readonly string[], extent: ast.Extent = name): PSType {
  const type = resolveType(name, usings);
  if (type !== undefined) return type;
  frame.position = extent;
  throw typeNotFound(name);
}

/** The extent of a type name with its brackets, where the tree has only the name's. */
export function bracketed(name: ast.TypeName): ast.Extent {
  return { start: name.start - 1, end: name.end + 1 };
}
