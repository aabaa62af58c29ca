// $PSBoundParameters: names in their defined spelling, look-up without regard to case.

import { Hashtable } from '../types/collections/hashtable.ts';
import { knownType, type PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';

export class BoundParameters extends Hashtable {
  override get psType(): PSType {
    return knownType('System.Management.Automation.PSBoundParametersDictionary');
  }
  static override from(entries: Iterable<[Value, Value]>): BoundParameters {
    const table = new BoundParameters();
    for (const [key, value] of entries) table.set(key, value);
    return table;
  }
}
