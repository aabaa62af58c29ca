// What is known of a value without running anything: its members, taken from the value itself, from its type, or from the names
// of properties that a command puts out.

import { listMembers, type MemberInfo } from '../members.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { extensionTable, hierarchyNames } from '../types/extensions.ts';
import { addedDefinition, isPropertyKind, shortTypeText } from '../types/listing.ts';
import type { Member, PropertyMember } from '../types/member-tables.ts';
import { typeText } from '../types/object-text.ts';
import { propertyType } from '../types/properties.ts';
import { type PSType, resolveType, typeOf } from '../types/registry.ts';
import type { Value } from '../values.ts';

export interface ShapeMember {
  name: string;
  isMethod: boolean;
  /** One line a signature. */
  toolTip: string;
  /** What the member holds, when that is known. */
  shape: () => Shape | undefined;
}

export interface Shape {
  members(): ShapeMember[];
  /** The value itself, when there is one already. */
  value?: Value;
  /** What enumeration gives: the elements of a collection. */
  element?: Shape;
}

const nothing = (): undefined => undefined;

/** Getters that only read are asked for their value; script properties would run. */
function valueBehind(info: MemberInfo): Shape | undefined {
  if (info.kind !== 'Property' && info.kind !== 'NoteProperty') return undefined;
  try {
    return shapeOfValue(info.get());
  } catch {
    // A getter that fails has nothing to show behind its dot.
    return undefined;
  }
}

function fromInfo(info: MemberInfo): ShapeMember {
  const isMethod = !isPropertyKind(info.kind) && info.kind !== 'ParameterizedProperty';
  const toolTip = isMethod ? info.definition.replace(/\), (?=[a-z])/gi, ')\n') : info.definition;
  return { name: info.name, isMethod, toolTip, shape: () => valueBehind(info) };
}

export function shapeOfValue(value: Value): Shape | undefined {
  if (value === null || value === undefined) return undefined;
  const shape: Shape = {
    value,
    members: () =>
      listMembers(value)
        .filter(({ hidden, kind }) => !hidden && kind !== 'MemberSet' && kind !== 'PropertySet')
        .map(fromInfo),
  };
  if (Array.isArray(value)) {
    const first = value.find((item) => item !== null && item !== undefined);
    shape.element = first === undefined ? undefined : shapeOfValue(first);
  } else if (!isDictionary(value)) shape.element = firstOf(value);
  return shape;
}

/** First element of a list that is not an array. */
function firstOf(value: Value): Shape | undefined {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return undefined;
  for (const item of value as Iterable<Value>) return shapeOfValue(item);
  return undefined;
}

function propertyText(member: PropertyMember, prefix: string): string {
  if (member.alias !== undefined) return `${member.name} = ${member.alias}`;
  const accessors = member.set === undefined ? '{ get; }' : '{ get; set; }';
  return `${prefix}${shortTypeText(propertyType(member))} ${member.name} ${accessors}`;
}

function fromTypeMember(member: Member, isStatic: boolean): ShapeMember {
  const prefix = isStatic ? 'static ' : '';
  if (member.kind === 'method') {
    const toolTip = member.overloads.map(({ definition }) => prefix + definition).join('\n');
    const returns = (): Shape | undefined => shapeOfTypeName(member.overloads[0]?.returns ?? '', member.owner);
    return { name: member.name, isMethod: true, toolTip, shape: returns };
  }
  const toolTip = isStatic ? propertyText(member, prefix).replace('{ get; }', '{get;}') : propertyText(member, prefix);
  return { name: member.name, isMethod: false, toolTip, shape: () => shapeOfType(propertyType(member)) };
}

export function shapeOfTypeName(name: string, near?: PSType): Shape | undefined {
  const type = near?.resolve(name) ?? resolveType(name);
  return type && shapeOfType(type);
}

export function shapeOfType(type: PSType): Shape {
  const shape: Shape = {
    members: () => {
      const added = hierarchyNames(type).flatMap((name) => [...(extensionTable(name)?.values() ?? [])]);
      const own = [...type.members.instance.values()].map((member) => fromTypeMember(member, false));
      const fromTables = added
        .filter(({ hidden, kind }) => hidden !== true && kind !== 'MemberSet' && kind !== 'PropertySet')
        .map((member) => ({
          name: member.name,
          isMethod: member.kind === 'ScriptMethod' || member.kind === 'CodeMethod',
          toolTip: addedDefinition(member),
          shape: nothing,
        }));
      return distinct([...fromTables, ...own]);
    },
  };
  if (type.elementType) shape.element = shapeOfType(type.elementType);
  return shape;
}

/** Static members of a type. */
export function staticShape(type: PSType): Shape {
  return { members: () => [...type.members.static.values()].map((member) => fromTypeMember(member, true)) };
}

/** Objects of which only the properties' names are known, and perhaps what they hold. */
export function shapeOfNames(
  names: readonly string[],
  shapeOf: (name: string) => Shape | undefined = () => undefined,
): Shape {
  const properties = names.map((name) => ({ name, isMethod: false, toolTip: name, shape: () => shapeOf(name) }));
  const object = (): ShapeMember[] => shapeOfTypeName('System.Object')?.members() ?? [];
  return { members: () => distinct([...properties, ...object()]) };
}

/** Objects with the members of several shapes; the first that has a name wins. */
export function joinedShape(shapes: readonly Shape[]): Shape | undefined {
  if (shapes.length < 2) return shapes[0];
  return { members: () => distinct(shapes.flatMap((shape) => shape.members())) };
}

export function chosenMembers(shape: Shape, choose: (member: ShapeMember) => boolean): Shape {
  return { members: () => shape.members().filter((member) => member.isMethod || choose(member)) };
}

function distinct(members: ShapeMember[]): ShapeMember[] {
  const found = new Map<string, ShapeMember>();
  for (const member of members) {
    const key = member.name.toLowerCase();
    if (!found.has(key)) found.set(key, member);
  }
  return [...found.values()];
}

/** What enumerating a value puts into a pipeline: its elements, or itself. */
export function enumerated(shape: Shape | undefined): Shape | undefined {
  return shape === undefined ? undefined : (shape.element ?? shape);
}

/** Type of a value in variables' descriptions: its short name, else the last part of its full one. */
export function typeLabel(value: Value): string {
  const type = typeOf(value);
  if (!type) return '';
  const text = typeText(type);
  return text.includes('.') ? type.name : text;
}
