// A delegate: a typed wrapper around a script block or a method of the shell's own.

import { convertTo } from '../convert.ts';
import type { Value } from '../values.ts';
import { callDelegate } from './callable.ts';
import type { PSType } from './ps-type.ts';

export class Delegate {
  constructor(
    readonly psType: PSType,
    readonly block: Value,
  ) {}
  invoke(args: Value[]): Value {
    const result = callDelegate(this.block, args);
    if (this.psType.name.startsWith('Action')) return undefined;
    // A function's last type is the one of its result.
    const type = this.psType.name.startsWith('Func') ? this.psType.typeArguments.at(-1) : undefined;
    return type === undefined ? result : convertTo(result ?? null, type);
  }
}
