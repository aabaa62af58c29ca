// System.Management.Automation.OrderedHashtable: what ConvertFrom-Json -AsHashtable gives. Keys keep their case and order.

import { Hashtable } from '../../../../src/runtime/types/collections/hashtable.ts';
import { declareType, type PSType, resolveType } from '../../../../src/runtime/types/registry.ts';

const NAME = 'System.Management.Automation.OrderedHashtable';

export class OrderedHashtable extends Hashtable {
  constructor() {
    super(false);
  }
  override get psType(): PSType {
    return resolveType(NAME) ?? declareType({ name: NAME, base: 'System.Collections.Hashtable' });
  }
}
