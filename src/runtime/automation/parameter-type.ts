// The type of a parameter as metadata shows it. An enumeration of a cmdlet's own is bound as text, but it is a type of its own to
// whoever looks at the command.

import type { ParameterMetadata } from '../binder/metadata.ts';
import { PSType, resolveType } from '../types/registry.ts';

/** Two cmdlets may have different enumerations of one name, so these are not registered: by name, values and list. */
const enumerations = new Map<string, PSType>();

function remembered(key: string, make: () => PSType): PSType {
  let type = enumerations.get(key);
  if (type === undefined) {
    type = make();
    enumerations.set(key, type);
  }
  return type;
}

export function shownType({ type, enumName, enumValues }: ParameterMetadata): PSType {
  if (enumName === undefined || enumValues === undefined) return type;
  const key = `${enumName}:${enumValues.join(',')}`;
  const shown = remembered(key, () => {
    const values = Object.fromEntries(enumValues.map((name, index) => [name, index]));
    return new PSType({ name: enumName, kind: 'enum', base: 'System.Enum', enumValues: values }, resolveType);
  });
  if (type.elementType === undefined) return shown;
  return remembered(
    `${key}[]`,
    () => new PSType({ name: `${enumName}[]` }, resolveType, { elementType: shown, rank: 1 }),
  );
}
