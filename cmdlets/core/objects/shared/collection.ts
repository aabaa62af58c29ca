// Collection<PSObject>, the list that groups hold.

import { GenericList } from '../../../../src/runtime/types/collections/list.ts';
import { resolveType } from '../../../../src/runtime/types/registry.ts';
import { typedArray, type Value } from '../../../../src/runtime/values.ts';

/** A Collection where the type is there, else an array of objects. */
export function psObjectCollection(items: Value[]): Value {
  const type = resolveType('System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSObject]');
  return type ? new GenericList(type, items) : typedArray(items, 'System.Management.Automation.PSObject');
}
