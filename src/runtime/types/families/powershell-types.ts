// PowerShell's own types: PSObject, PSReference, SwitchParameter, PSMethod, members as objects …

import { toText } from '../../convert.ts';
import { escapeWildcards, hasWildcards, matchesWildcard, unescapeWildcards } from '../../operators/wildcard.ts';
import { type PSMember, PSObject, type Value } from '../../values.ts';
import { isDictionary } from '../collections/hashtable.ts';
import { GenericList } from '../collections/list.ts';
import { propertiesOf } from '../conversion-objects.ts';
import type { PSMethod } from '../ps-method.ts';
import { type PropertyCollection, PropertyView, PSObjectView } from '../ps-object-view.ts';
import type { TypeSpec } from '../ps-type.ts';
import { PSReference } from '../reference.ts';
import { knownType, type PSType } from '../registry.ts';

/** A member made by `[psnoteproperty]::new(…)` and its like. */
export class MemberObject {
  constructor(
    readonly member: PSMember,
    readonly psType: PSType,
  ) {}
}

export class SwitchParameter {
  constructor(readonly isPresent: boolean) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.SwitchParameter');
  }
  toBoolean(): boolean {
    return this.isPresent;
  }
  toString(): string {
    return this.isPresent ? 'True' : 'False';
  }
  hashKey(): string {
    return String(this.isPresent);
  }
}

export class WildcardPattern {
  constructor(
    readonly pattern: string,
    readonly ignoreCase: boolean,
  ) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.WildcardPattern');
  }
}

const M = 'System.Management.Automation';

/** [pscustomobject]@{…}: note properties in the table's order; PSTypeName gives the type's name. */
export function customObject(value: Value): Value {
  if (!isDictionary(value)) return value;
  const object = new PSObject();
  for (const [name, item] of propertiesOf(value)) {
    if (name.toLowerCase() === 'pstypename') object.typeNames = [toText(item), ...object.typeNames];
    else object.set(name, item ?? null);
  }
  return object;
}

function memberTypes(): TypeSpec[] {
  const kinds = [
    'Property',
    'NoteProperty',
    'ScriptProperty',
    'AliasProperty',
    'CodeProperty',
    'PropertySet',
    'MemberSet',
    'ScriptMethod',
    'CodeMethod',
    'ParameterizedProperty',
    'Event',
  ];
  const constructorsOf = (kind: string): TypeSpec['constructors'] => {
    if (kind === 'NoteProperty')
      return { '(string name, System.Object value)': madeMember('NoteProperty', (value) => ({ value })) };
    if (kind === 'AliasProperty')
      return { '(string name, string referencedMemberName)': madeMember('AliasProperty', (value) => ({ value })) };
    if (kind === 'ScriptMethod')
      return { '(string name, System.Object script)': madeMember('ScriptMethod', (value) => ({ value })) };
    if (kind === 'ScriptProperty')
      return {
        '(string name, System.Object getterScript)': madeMember('ScriptProperty', (getter) => ({
          value: null,
          getter,
        })),
        '(string name, System.Object getterScript, System.Object setterScript)': madeMember(
          'ScriptProperty',
          (getter, setter) => ({ value: null, getter, setter }),
        ),
      };
    return undefined;
  };
  return [
    {
      name: `${M}.PSMemberInfo`,
      abstract: true,
      properties: {
        [`${M}.PSMemberTypes MemberType`]: (v: PropertyView | MemberObject) => memberTypeNumber(v.member.kind),
        'System.Object Value': {
          get: (v: PropertyView | MemberObject) => (v instanceof PropertyView ? v.value : v.member.value),
          set: (v: PropertyView, value: Value) => void (v.value = value),
        },
        'bool IsSettable': (v: PropertyView) => v.member.settable,
        'bool IsGettable': () => true,
        'string TypeNameOfValue': (v: PropertyView) => v.member.typeName,
        'string Name': (v: PropertyView | MemberObject) => v.member.name,
        'bool IsInstance': () => true,
      },
      methods: {
        'string ToString()': (v: PropertyView) => v.toString(),
        'System.Object Invoke(params System.Object[] arguments)': (v: PropertyView, args: Value[]) => v.invoke(args),
      },
    },
    ...kinds.map(
      (kind): TypeSpec => ({ name: `${M}.PS${kind}`, base: `${M}.PSMemberInfo`, constructors: constructorsOf(kind) }),
    ),
  ];
}
function madeMember(kind: PSMember['kind'], rest: (...args: Value[]) => Partial<PSMember>) {
  return function (this: PSType, name: string, ...args: Value[]): MemberObject {
    return new MemberObject({ kind, name, value: null, ...rest(...args) }, this);
  };
}
const MEMBER_NUMBERS: Record<string, number> = {
  AliasProperty: 1,
  CodeProperty: 2,
  Property: 4,
  NoteProperty: 8,
  ScriptProperty: 16,
  PropertySet: 32,
  Method: 64,
  CodeMethod: 128,
  ScriptMethod: 256,
  ParameterizedProperty: 512,
  MemberSet: 1024,
  Event: 2048,
};
function memberTypeNumber(kind: string): number {
  return MEMBER_NUMBERS[kind] ?? 0;
}

function objectViews(): TypeSpec[] {
  const members = (options: { propertiesOnly?: boolean; methodsOnly?: boolean }) => (v: PSObjectView) =>
    v.members(options);
  return [
    {
      name: `${M}.PSMemberInfoView`,
      properties: {
        [`${M}.PSMemberInfoCollection Members`]: members({}),
        [`${M}.PSMemberInfoCollection Properties`]: members({ propertiesOnly: true }),
        [`${M}.PSMemberInfoCollection Methods`]: members({ methodsOnly: true }),
        'System.Object ImmediateBaseObject': (v: PSObjectView) => v.baseObject,
        'System.Object BaseObject': (v: PSObjectView) => v.baseObject,
        'System.Object TypeNames': (v: PSObjectView) => typeNameList(v.target),
      },
      methods: {
        'System.Object Copy()': (v: PSObjectView) => v.copy(),
        'string ToString()': (v: PSObjectView) => toText(v.target),
      },
    },
    {
      name: `${M}.PSMemberInfoCollection`,
      interfaces: ['System.Collections.IEnumerable'],
      properties: { 'int Count': (c: PropertyCollection) => c.list().length },
      methods: {
        'void Add(System.Object member)': (c: PropertyCollection, member: MemberObject) => c.add(member.member),
        'void Add(System.Object member, bool preValidated)': (c: PropertyCollection, member: MemberObject) =>
          c.add(member.member),
        'void Remove(string name)': (c: PropertyCollection, name: string) => c.remove(name),
        'System.Object get_Item(string name)': (c: PropertyCollection, name: string) => c.find(name) ?? null,
        'System.Object Item(string name)': (c: PropertyCollection, name: string) => c.find(name) ?? null,
        'System.Object Match(string name)': (c: PropertyCollection, pattern: string) =>
          new GenericList(
            knownType('System.Collections.ObjectModel.Collection`1[System.Object]'),
            c.list().filter((view) => matchesWildcard(view.member.name, pattern)),
          ),
      },
    },
  ];
}
function typeNameList(target: Value): Value {
  return new PSObjectView(target).typeNames();
}

export function powerShellTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.PSCustomObject`,
      base: 'System.Object',
      methods: { 'string ToString()': () => '' },
    },
    {
      name: `${M}.PSObject`,
      interfaces: ['System.IFormattable', 'System.IComparable'],
      constructors: { '()': () => new PSObject(), '(System.Object obj)': (value: Value) => value },
      staticMethods: { 'psobject AsPSObject(System.Object obj)': (value: Value) => value },
    },
    {
      name: `${M}.PSReference`,
      constructors: { '(System.Object value)': (value: Value) => new PSReference(value) },
      properties: {
        'System.Object Value': {
          get: (r: PSReference) => r.value,
          set: (r: PSReference, value: Value) => void (r.value = value),
        },
      },
    },
    { name: `${M}.PSReference\`1`, generics: ['T'], base: `${M}.PSReference` },
    {
      name: `${M}.SwitchParameter`,
      kind: 'struct',
      zero: () => new SwitchParameter(false),
      constructors: { '(bool isPresent)': (present: boolean) => new SwitchParameter(present) },
      convert: (value: Value) => (typeof value === 'boolean' ? new SwitchParameter(Boolean(value)) : undefined),
      properties: { 'bool IsPresent': (s: SwitchParameter) => s.isPresent },
      methods: {
        'bool ToBool()': (s: SwitchParameter) => s.isPresent,
        'string ToString()': (s: SwitchParameter) => s.toString(),
      },
      staticProperties: { 'switch Present': () => new SwitchParameter(true) },
    },
    {
      name: `${M}.PSMethod`,
      properties: {
        'string[] OverloadDefinitions': (m: PSMethod) => m.definitions,
        'string MemberType': () => 'Method',
        'string TypeNameOfValue': () => `${M}.PSMethod`,
        'System.Object Value': (m: PSMethod) => m,
        'string Name': (m: PSMethod) => m.name,
        'bool IsInstance': (m: PSMethod) => !m.isStatic,
      },
      methods: {
        'System.Object Invoke(params System.Object[] arguments)': (m: PSMethod, args: Value[]) => m.invoke(args),
        'string ToString()': (m: PSMethod) => m.toString(),
      },
    },
    {
      name: `${M}.PSScriptMethod`,
      properties: {
        [`${M}.ScriptBlock Script`]: (m: PSMethod) => (m.member.kind === 'method' ? null : m.member.value),
        'string[] OverloadDefinitions': (m: PSMethod) => m.definitions,
        'string MemberType': () => 'ScriptMethod',
        'string TypeNameOfValue': () => 'System.Object',
        'System.Object Value': (m: PSMethod) => m.toString(),
        'string Name': (m: PSMethod) => m.name,
        'bool IsInstance': () => true,
      },
      methods: {
        'System.Object Invoke(params System.Object[] arguments)': (m: PSMethod, args: Value[]) => m.invoke(args),
        'string ToString()': (m: PSMethod) => m.toString(),
      },
    },
    ...memberTypes(),
    ...objectViews(),
    {
      name: `${M}.WildcardPattern`,
      convert: (value: Value) => (typeof value === 'string' ? new WildcardPattern(value, true) : undefined),
      constructors: {
        '(string pattern)': (pattern: string) => new WildcardPattern(pattern, false),
        [`(string pattern, ${M}.WildcardOptions options)`]: (pattern: string, options: number) =>
          new WildcardPattern(pattern, (options & 2) !== 0),
      },
      methods: {
        'bool IsMatch(string input)': (w: WildcardPattern, text: string) =>
          matchesWildcard(text, w.pattern, w.ignoreCase),
      },
      staticMethods: {
        'string Escape(string pattern)': escapeWildcards,
        'string Unescape(string pattern)': unescapeWildcards,
        'bool ContainsWildcardCharacters(string pattern)': hasWildcards,
        [`${M}.WildcardPattern Get(string pattern, ${M}.WildcardOptions options)`]: (
          pattern: string,
          options: number,
        ) => new WildcardPattern(pattern, (options & 2) !== 0),
      },
    },
    { name: `${M}.Language.NullString`, staticProperties: { 'System.Object Value': () => null } },
    { name: `${M}.Internal.AutomationNull`, staticProperties: { 'System.Object Value': () => undefined } },
  ];
}
