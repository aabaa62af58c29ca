// [ref]: a box that methods with `ref` and `out` parameters write to.

import type { Value } from '../values.ts';
import { genericType, knownType, type PSType, typeOf } from './registry.ts';

export class PSReference {
  private held: Value;
  private readonly store: { get(): Value; set(value: Value): void } | undefined;

  /** With `store` the reference stands for a variable. */
  constructor(value: Value, store?: { get(): Value; set(value: Value): void }) {
    this.held = value;
    this.store = store;
  }
  get value(): Value {
    return this.store ? this.store.get() : this.held;
  }
  set value(value: Value) {
    if (this.store) this.store.set(value);
    else this.held = value;
  }
  get psType(): PSType {
    const type = typeOf(this.value) ?? knownType('System.Object');
    return genericType(knownType('System.Management.Automation.PSReference`1'), [type]);
  }
}
