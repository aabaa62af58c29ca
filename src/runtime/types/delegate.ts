// A delegate: a typed wrapper around a script block or a method of the shell's own.

import type { Value } from '../values.ts';
import { callDelegate } from './callable.ts';
import type { PSType } from './ps-type.ts';

export class Delegate {
  constructor(
    readonly psType: PSType,
    readonly block: Value,
  ) {}
  invoke(args: Value[]): Value {
    return callDelegate(this.block, args);
  }
}
