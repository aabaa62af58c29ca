// Members that Update-TypeData and types files add to types, by the names in an object's PSTypeNames.

import { DotNetException } from '../errors.ts';
import { addedMembers, type MemberTable, type PSMember, PSObject, type Value } from '../values.ts';
import type { PSType } from './ps-type.ts';
import { typeOf } from './registry.ts';

const extensions = new Map<string, MemberTable>();

/** Adds a member to a type by its PSTypeNames entry (Update-TypeData). */
export function extendType(typeName: string, member: PSMember, force = false): void {
  const key = typeName.toLowerCase();
  let table = extensions.get(key);
  if (!table) extensions.set(key, (table = new Map()));
  const name = member.name.toLowerCase();
  if (table.has(name) && !force) {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `Error in TypeData "${typeName}": The member ${member.name} is already present.`,
      {
        errorId: 'TypesXmlUpdateException',
        category: 'InvalidOperation',
      },
    );
  }
  table.set(name, member);
}
export function removeTypeExtension(typeName: string): void {
  extensions.delete(typeName.toLowerCase());
}
export function extensionTable(typeName: string): MemberTable | undefined {
  return extensions.get(typeName.toLowerCase());
}
export function extendedTypes(): IterableIterator<[string, MemberTable]> {
  return extensions.entries();
}

export function findExtension(value: Value, lowerName: string): PSMember | undefined {
  if (extensions.size === 0) return undefined;
  for (const name of typeNames(value)) {
    const member = extensions.get(name.toLowerCase())?.get(lowerName);
    if (member) return member;
  }
  return undefined;
}

/** PSTypeNames, most derived first. */
export function typeNames(value: Value): string[] {
  if (value === null || value === undefined) return [];
  if (value instanceof PSObject && value.base === undefined) return value.typeNames;
  if (typeof value === 'object') {
    const own = addedMembers(value)?.typeNames;
    if (own) return own;
    if (value instanceof PSObject && value.typeNames[0] !== 'System.Management.Automation.PSCustomObject')
      return value.typeNames;
    const described = (value as { typeNames?: unknown }).typeNames;
    if (Array.isArray(described) && !(value instanceof PSObject)) return described as string[];
  }
  const type = typeOf(value);
  return type ? hierarchyNames(type) : [];
}

export function hierarchyNames(type: PSType): string[] {
  const names: string[] = [];
  for (let t: PSType | undefined = type; t; t = t.base) names.push(t.fullName.includes('[[') ? t.fullName : t.id);
  return names;
}
