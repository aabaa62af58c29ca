// The interfaces of collections, and their enumerators.

import type { Enumerator } from '../collections/enumerator.ts';
import type { TypeSpec } from '../ps-type.ts';

export function collectionInterfaces(): TypeSpec[] {
  const plain = (name: string, interfaces: string[] = [], properties?: TypeSpec['properties']): TypeSpec => ({
    name: `System.Collections.${name}`,
    kind: 'interface',
    interfaces,
    properties,
  });
  const generic = (name: string, interfaces: string[] = [], generics = ['T']): TypeSpec => ({
    name: `System.Collections.Generic.${name}`,
    kind: 'interface',
    generics,
    interfaces,
  });
  return [
    plain('IEnumerable'),
    plain('ICollection', ['System.Collections.IEnumerable']),
    plain('IList', ['System.Collections.ICollection', 'System.Collections.IEnumerable']),
    plain('IDictionary', ['System.Collections.ICollection', 'System.Collections.IEnumerable']),
    plain('IStructuralComparable'),
    plain('IStructuralEquatable'),
    plain('IDictionaryEnumerator', ['System.Collections.IEnumerator']),
    generic('IEnumerable`1', ['System.Collections.IEnumerable']),
    generic('ICollection`1', ['System.Collections.Generic.IEnumerable[T]', 'System.Collections.IEnumerable']),
    generic('IList`1', [
      'System.Collections.Generic.ICollection[T]',
      'System.Collections.Generic.IEnumerable[T]',
      'System.Collections.IEnumerable',
    ]),
    generic('IReadOnlyCollection`1', ['System.Collections.Generic.IEnumerable[T]', 'System.Collections.IEnumerable']),
    generic('IReadOnlyList`1', ['System.Collections.Generic.IReadOnlyCollection[T]', 'System.Collections.IEnumerable']),
    generic('ISet`1', ['System.Collections.Generic.ICollection[T]', 'System.Collections.IEnumerable']),
    generic('IDictionary`2', ['System.Collections.IEnumerable'], ['TKey', 'TValue']),
    generic('IReadOnlyDictionary`2', ['System.Collections.IEnumerable'], ['TKey', 'TValue']),
  ];
}

function enumeratorMembers(): Pick<TypeSpec, 'properties' | 'methods'> {
  return {
    properties: { 'System.Object Current': (e: Enumerator) => e.current },
    methods: {
      'bool MoveNext()': (e: Enumerator) => e.moveNext(),
      'void Reset()': (e: Enumerator) => e.reset(),
      'void Dispose()': () => undefined,
    },
  };
}
export function enumeratorTypes(): TypeSpec[] {
  const interfaces = ['System.Collections.IEnumerator', 'System.ICloneable'];
  return [
    {
      name: 'System.Collections.Generic.List`1+Enumerator',
      kind: 'struct',
      generics: ['T'],
      interfaces: ['System.Collections.IEnumerator'],
      ...enumeratorMembers(),
    },
    { name: 'System.Collections.ArrayList+ArrayListEnumeratorSimple', interfaces, ...enumeratorMembers() },
  ];
}
