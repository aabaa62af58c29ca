// Dictionary entries.

import type { View } from '../view-model.ts';

export function collectionViews(): View[] {
  const types = ['System.Collections.DictionaryEntry'];
  return [
    { kind: 'table', name: 'Dictionary', types, columns: [{ value: 'Name', width: 30 }, { value: 'Value' }] },
    { kind: 'list', name: 'Dictionary', types, items: [{ value: 'Name' }, { value: 'Value' }] },
    { kind: 'wide', name: 'Dictionary', types, value: 'Name' },
  ];
}
