// All members of a value in the reference's order: for Get-Member, Format-List, Select-Object *, ConvertTo-*.

import { toText } from '../convert.ts';
import { isAdapted, readMember } from '../members.ts';
import { addedMembers, type MemberKind, type PSMember, PSObject, type Value } from '../values.ts';
import { extensionTable, typeNames } from './extensions.ts';
import type { Member, PropertyMember } from './member-tables.ts';
import { typeText } from './object-text.ts';
import { getProperty, propertyType } from './properties.ts';
import { PSType, typeOf } from './registry.ts';

/** A member as Get-Member, Select-Object * and Format-List see it. */
export interface MemberInfo {
  name: string;
  kind: MemberKind | 'Property' | 'Method' | 'ParameterizedProperty' | 'Event';
  /** Text of Get-Member's Definition column. */
  definition: string;
  /** Full .NET type name of a property's value. */
  typeName: string;
  settable: boolean;
  hidden: boolean;
  /** A .NET member behind an adapter (XML): shown by `*`, but neither by default nor by Get-Member. */
  adapted?: 'behind';
  /** Value of a property; throws a GetValueInvocationException as reading it does. */
  get(): Value;
}
export interface ListOptions {
  /** Only properties of all kinds (no methods, no member sets). */
  propertiesOnly?: boolean;
  static?: boolean;
  force?: boolean;
}

/** Members in the order in which the reference enumerates them: added ones, the type tables', then .NET's. */
export function listMembers(value: Value, options: ListOptions = {}): MemberInfo[] {
  if (value === null || value === undefined) return [];
  if (options.static) return staticMembers(value, options);
  const list = new Map<string, MemberInfo>();
  const put = (info: MemberInfo): void => {
    const key = info.name.toLowerCase();
    if (!list.has(key)) list.set(key, info);
  };
  const own =
    value instanceof PSObject ? value.members : typeof value === 'object' ? addedMembers(value)?.members : undefined;
  for (const member of own?.values() ?? []) put(addedInfo(value, member));
  for (const name of typeNames(value))
    for (const member of extensionTable(name)?.values() ?? []) put(addedInfo(value, member));
  const base = value instanceof PSObject && value.base !== undefined ? value.base : value;
  if (typeof base === 'object' && base !== null && isAdapted(base)) {
    for (const adapted of base.adaptedNames?.() ?? []) put(adaptedInfo(base, adapted));
  }
  const behind = typeof base === 'object' && base !== null && isAdapted(base);
  for (const member of typeOf(base)!.members.instance.values()) {
    const info = typeInfo(base, member);
    if (behind && isPropertyKind(info.kind)) info.adapted = 'behind';
    put(info);
  }
  const all = [...list.values()];
  return options.propertiesOnly ? all.filter((info) => isPropertyKind(info.kind)) : all;
}

export function isPropertyKind(kind: MemberInfo['kind']): boolean {
  return (
    kind === 'Property' ||
    kind === 'NoteProperty' ||
    kind === 'ScriptProperty' ||
    kind === 'AliasProperty' ||
    kind === 'CodeProperty'
  );
}

function staticMembers(value: Value, options: ListOptions): MemberInfo[] {
  const type = value instanceof PSType ? value : typeOf(value)!;
  const all = [...type.members.static.values()].map((member) => typeInfo(undefined, member, true));
  return options.propertiesOnly ? all.filter((info) => isPropertyKind(info.kind)) : all;
}

function adaptedInfo(target: object, adapted: { name: string; typeName: string; settable: boolean }): MemberInfo {
  return {
    name: adapted.name,
    kind: 'Property',
    typeName: adapted.typeName,
    settable: adapted.settable,
    hidden: false,
    definition: `${typeNameShown(adapted.typeName)} ${adapted.name} {get;${adapted.settable ? 'set;' : ''}}`,
    get: () => (isAdapted(target) ? (target.adaptedGet(adapted.name.toLowerCase())?.value ?? null) : null),
  };
}
function typeNameShown(name: string): string {
  return name.replace(/^System\.String$/, 'string').replace(/^System\.Int32$/, 'int');
}

function addedInfo(target: Value, member: PSMember): MemberInfo {
  return {
    name: member.name,
    kind: member.kind,
    settable: member.kind === 'NoteProperty' || member.kind === 'AliasProperty' || (member.setter ?? null) !== null,
    hidden: member.hidden === true,
    get typeName() {
      return addedTypeName(member);
    },
    get definition() {
      return addedDefinition(member);
    },
    get: () => readMember(target, member),
  };
}
function addedTypeName(member: PSMember): string {
  if (member.type !== undefined) return member.type;
  if (member.kind === 'NoteProperty') return typeOf(member.value)?.id ?? 'System.Object';
  return member.kind === 'AliasProperty' ? 'System.String' : 'System.Object';
}

/** Definition column for members that were added. */
export function addedDefinition(member: PSMember): string {
  switch (member.kind) {
    case 'NoteProperty': {
      const type = typeOf(member.value);
      const shown = type === undefined ? 'object' : shortTypeText(type);
      return `${shown} ${member.name}=${member.value === null ? 'null' : toText(member.value)}`;
    }
    case 'AliasProperty':
      return `${member.name} = ${String(member.value)}`;
    case 'ScriptProperty': {
      const setter = member.setter === undefined || member.setter === null ? '' : `set=${String(member.setter)};`;
      return `System.Object ${member.name} {get=${String(member.getter ?? '')};${setter}}`;
    }
    case 'ScriptMethod':
      return `System.Object ${member.name}();`;
    case 'PropertySet':
      return `${member.name} {${(member.value as string[]).join(', ')}}`;
    default:
      return member.name;
  }
}
/** Types in definitions: `string`, `int`, `System.Management.Automation.PSCustomObject`. */
export function shortTypeText(type: PSType): string {
  if (type.elementType) return `${shortTypeText(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  const text = typeText(type);
  return KEPT_SHORT.has(text) ? text : type.typeArguments.length > 0 ? text : type.id;
}
const KEPT_SHORT = new Set([
  'string',
  'int',
  'long',
  'short',
  'byte',
  'sbyte',
  'uint',
  'ulong',
  'ushort',
  'bool',
  'char',
  'double',
  'float',
  'decimal',
  'bigint',
  'datetime',
  'timespan',
  'guid',
  'version',
  'uri',
  'hashtable',
  'scriptblock',
  'switch',
  'type',
  'xml',
  'regex',
]);

function typeInfo(target: Value, member: Member, isStatic = false): MemberInfo {
  if (member.kind === 'method') {
    const definitions = member.overloads.map((overload) =>
      isStatic ? `static ${overload.definition}` : overload.definition,
    );
    return {
      name: member.name,
      kind: 'Method',
      definition: definitions.join(', '),
      typeName: 'System.Management.Automation.PSMethod',
      settable: false,
      hidden: isHidden(member),
      get: () => null,
    };
  }
  return propertyInfo(target, member, isStatic);
}
/** `hidden` members of script classes. */
function isHidden(member: Member): boolean {
  return member.owner.spec.hidden?.has(member.name.toLowerCase()) ?? false;
}

function propertyInfo(target: Value, member: PropertyMember, isStatic: boolean): MemberInfo {
  const settable = member.set !== undefined;
  return {
    name: member.name,
    kind: member.extension ?? 'Property',
    settable,
    hidden: isHidden(member),
    get typeName() {
      return propertyType(member).id;
    },
    get definition() {
      if (member.alias !== undefined) return `${member.name} = ${member.alias}`;
      return `${isStatic ? 'static ' : ''}${shortTypeText(propertyType(member))} ${member.name} {get;${settable ? 'set;' : ''}}`;
    },
    get: () => {
      if (member.alias === undefined) return getProperty(isStatic ? undefined : target, member);
      const real = typeOf(target)!.instanceMember(member.alias.toLowerCase());
      return real?.kind === 'property' ? getProperty(target, real) : null;
    },
  };
}
