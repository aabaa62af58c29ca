// System.Management.Automation.OrderedHashtable: what ConvertFrom-Json -AsHashtable gives. Keys keep their case and order.

import { Hashtable } from '../../../../src/runtime/types/collections/hashtable.ts';
import { knownType, type PSType } from '../../../../src/runtime/types/registry.ts';

export class OrderedHashtable extends Hashtable {
  constructor() {
    super(false);
  }
  override get psType(): PSType {
    return knownType('System.Management.Automation.OrderedHashtable');
  }
}
