// What Update-TypeData says about a type beside its members: which properties are shown by default, and the like.

import { typeNames } from './members.ts';
import { addedMembers, PSObject, type Value } from './values.ts';

export interface TypeDisplay {
  defaultDisplayPropertySet?: string[];
  defaultDisplayProperty?: string;
  defaultKeyPropertySet?: string[];
  serializationMethod?: string;
  serializationDepth?: number;
  stringSerializationSource?: string;
  targetTypeForDeserialization?: string;
  typeConverter?: string;
  typeAdapter?: string;
  inheritPropertySerializationSet?: boolean;
  propertySerializationSet?: string[];
}

const displays = new Map<string, { name: string; display: TypeDisplay }>();

export function typeDisplay(typeName: string): TypeDisplay | undefined {
  return displays.get(typeName.toLowerCase())?.display;
}
export function setTypeDisplay(typeName: string, display: TypeDisplay): void {
  const present = displays.get(typeName.toLowerCase());
  displays.set(typeName.toLowerCase(), {
    name: present?.name ?? typeName,
    display: { ...present?.display, ...display },
  });
}
export function removeTypeDisplay(typeName: string): void {
  displays.delete(typeName.toLowerCase());
}
export function displayedTypeNames(): string[] {
  return [...displays.values()].map((entry) => entry.name);
}

function firstDisplay<T>(value: Value, choose: (display: TypeDisplay) => T | undefined): T | undefined {
  if (displays.size === 0) return undefined;
  for (const name of typeNames(value)) {
    const display = displays.get(name.toLowerCase())?.display;
    const chosen = display && choose(display);
    if (chosen !== undefined) return chosen;
  }
  return undefined;
}

/** Names of the properties that tables and lists show when nobody names any. */
export function defaultDisplayProperties(value: Value): string[] | undefined {
  return ownDisplaySet(value) ?? firstDisplay(value, (display) => display.defaultDisplayPropertySet);
}
export function defaultDisplayProperty(value: Value): string | undefined {
  return firstDisplay(value, (display) => display.defaultDisplayProperty);
}
export function defaultKeyProperties(value: Value): string[] | undefined {
  return firstDisplay(value, (display) => display.defaultKeyPropertySet);
}

/** A DefaultDisplayPropertySet inside a PSStandardMembers member set that was added to the object itself. */
function ownDisplaySet(value: Value): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const table = value instanceof PSObject ? value.members : addedMembers(value)?.members;
  const set = table?.get('psstandardmembers');
  if (set?.kind !== 'MemberSet' || !Array.isArray(set.value)) return undefined;
  for (const member of set.value as { kind?: string; name?: string; value?: Value }[]) {
    if (member?.kind === 'PropertySet' && member.name?.toLowerCase() === 'defaultdisplaypropertyset')
      return member.value as string[];
  }
  return undefined;
}
