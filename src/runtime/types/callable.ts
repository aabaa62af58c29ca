// Script blocks as values that .NET members call: delegates, evaluators, predicates.

import type { Value } from '../values.ts';

export interface CallOptions {
  args?: Value[];
  underscore?: Value;
  this?: Value;
  input?: Value[];
  scope?: 'new' | 'current';
}
interface CallableBlock {
  call(options: CallOptions): Value[];
}

/** A script block is known by its tree and its `call`; the class itself belongs to the interpreter. */
export function isScriptBlock(value: Value): value is object & CallableBlock {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ast' in value &&
    typeof (value as Partial<CallableBlock>).call === 'function'
  );
}

export function callScriptBlock(block: Value, options: CallOptions): Value[] {
  if (typeof block === 'function') return [(block as (...args: Value[]) => Value)(...(options.args ?? []))];
  if (!isScriptBlock(block)) throw new Error('no script block');
  return block.call(options);
}

/** Calls a delegate: a script block gets the arguments as $args, and the first one as $_ . The last output is the result. */
export function callDelegate(delegate: Value, args: Value[]): Value {
  if (typeof delegate === 'function') return (delegate as (...a: Value[]) => Value)(...args);
  const target = (delegate as { block?: Value }).block ?? delegate;
  const output = callScriptBlock(target, { args, underscore: args[0] });
  return output.length <= 1 ? output[0] : output;
}
