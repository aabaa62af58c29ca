// A number as an argument keeps the text it was written as: `Write-Output 0x1F` shows 0x1F, and a string parameter gets that text.

import type * as ast from '../../language/ast.ts';
import { toText } from '../convert.ts';
import { PSObject, type Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import { numberValue } from './compile-values.ts';
import type { Evaluate } from './compiled-block.ts';

/** The number itself where its text is the usual one, else a wrapper with that text. */
export function wrapNumber(node: ast.NumberConstant, context: CompileContext): Evaluate {
  const number = numberValue(node);
  const text = context.text(node);
  if (toText(number) === text) return () => number;
  return () => wrapped(number, text);
}

function wrapped(number: Value, text: string): PSObject {
  const object = new PSObject(undefined, number);
  const show = (() => text) as unknown as Value;
  object.members.set('tostring', { kind: 'ScriptMethod', name: 'ToString', value: show, hidden: true });
  return object;
}
