// System.Type: types as objects.

import { DotNetException } from '../../errors.ts';
import { isInstance } from '../../operators/type-tests.ts';
import type { Value } from '../../values.ts';
import { typedArray } from '../../values.ts';
import { construct } from '../construction.ts';
import { sortedNames } from '../conversion-numbers.ts';
import { EnumValue } from '../enum-value.ts';
import { type Member, type Overload, parameterType } from '../member-tables.ts';
import { propertyType } from '../properties.ts';
import type { TypeSpec } from '../ps-type.ts';
import { arrayType, genericType, knownType, type PSType, resolveType } from '../registry.ts';

/** MethodInfo, PropertyInfo and ConstructorInfo in the little that scripts read. */
export class ReflectedMember {
  constructor(
    readonly kind: 'Method' | 'Property' | 'Constructor',
    readonly name: string,
    readonly owner: PSType,
    readonly isStatic: boolean,
    readonly overload: Overload | undefined,
    readonly resultType: PSType,
  ) {}
  get psType(): PSType {
    return knownType(`System.Reflection.${this.kind}Info`);
  }
  toString(): string {
    if (this.kind === 'Property') return `${this.resultType.id} ${this.name}`;
    const parameters = this.overload!.parameters.map((_p, i) => parameterType(this.overload!, i).id).join(', ');
    return `${this.resultType.id} ${this.name}(${parameters})`;
  }
}

function reflect(type: PSType, kinds: 'method' | 'property'): ReflectedMember[] {
  const list: ReflectedMember[] = [];
  const visit = (members: Iterable<Member>, isStatic: boolean): void => {
    for (const member of members) {
      if (member.kind !== kinds) continue;
      if (member.kind === 'property') {
        if (member.extension === undefined)
          list.push(new ReflectedMember('Property', member.name, type, isStatic, undefined, propertyType(member)));
        continue;
      }
      for (const overload of member.overloads) {
        const result = overload.owner.resolve(overload.returns) ?? knownType('System.Void');
        list.push(new ReflectedMember('Method', overload.name, type, isStatic, overload, result));
      }
    }
  };
  visit(type.members.instance.values(), false);
  visit(type.members.static.values(), true);
  return list;
}
const infoArray = (items: ReflectedMember[], kind: string): Value => typedArray(items, `System.Reflection.${kind}Info`);

function genericName(type: PSType): PSType {
  if (!type.definition)
    throw new DotNetException('System.InvalidOperationException', 'This operation is only valid on generic types.');
  return type.definition;
}

function isClass(type: PSType): boolean {
  return !type.isInterface && !type.isValueType;
}

function properties(): NonNullable<TypeSpec['properties']> {
  const fixed = (value: Value) => () => value;
  return {
    'System.Reflection.Module Module': fixed(null),
    'System.Reflection.Assembly Assembly': (t: PSType) => new AssemblyObject(t.assembly),
    'bool IsEnum': (t: PSType) => t.isEnum,
    'string Namespace': (t: PSType) => t.namespace,
    'string AssemblyQualifiedName': (t: PSType) => `${t.fullName}, ${t.assembly}`,
    'string FullName': (t: PSType) => t.fullName,
    'System.Guid GUID': fixed(null),
    'bool IsByRefLike': fixed(false),
    'bool IsConstructedGenericType': (t: PSType) => t.definition !== undefined,
    'bool IsGenericType': (t: PSType) => t.definition !== undefined || t.isGenericDefinition,
    'bool IsGenericTypeDefinition': (t: PSType) => t.isGenericDefinition,
    'bool IsInterface': (t: PSType) => t.isInterface,
    'bool IsArray': (t: PSType) => t.isArray,
    'bool IsAbstract': (t: PSType) => t.spec.abstract === true || t.isInterface || t.kind === 'static',
    'bool IsClass': isClass,
    'bool IsPublic': fixed(true),
    'bool IsNotPublic': fixed(false),
    'bool IsNested': (t: PSType) => t.spec.name.includes('+'),
    'bool IsSealed': (t: PSType) =>
      t.isValueType || t.kind === 'static' || t.isArray || t.spec.name === 'System.String',
    'bool IsSerializable': (t: PSType) => !t.isInterface,
    'bool IsValueType': (t: PSType) => t.isValueType,
    'bool IsPrimitive': (t: PSType) => PRIMITIVE.has(t.spec.name) && !t.isArray,
    'bool IsGenericParameter': fixed(false),
    'bool HasElementType': (t: PSType) => t.isArray,
    'type UnderlyingSystemType': (t: PSType) => t,
    'type BaseType': (t: PSType) => t.base ?? null,
    'type[] GenericTypeArguments': (t: PSType) => [...t.typeArguments],
    'string Name': (t: PSType) => t.name,
    'type DeclaringType': fixed(null),
    'type ReflectedType': fixed(null),
    'System.Reflection.MemberTypes MemberType': fixed('TypeInfo'),
  };
}
const PRIMITIVE = new Set(
  [
    'Boolean',
    'Byte',
    'SByte',
    'Int16',
    'UInt16',
    'Int32',
    'UInt32',
    'Int64',
    'UInt64',
    'Char',
    'Double',
    'Single',
    'IntPtr',
  ].map((name) => `System.${name}`),
);

function methods(): NonNullable<TypeSpec['methods']> {
  const find = (type: PSType, name: string, kind: 'method' | 'property'): Value =>
    reflect(type, kind).find((member) => member.name.toLowerCase() === name.toLowerCase()) ?? null;
  return {
    'string ToString()': (t: PSType) => t.id,
    'bool Equals(System.Object o)': (t: PSType, other: Value) => t === other,
    'int GetArrayRank()': (t: PSType) => t.rank,
    'type GetElementType()': (t: PSType) => t.elementType ?? null,
    'type[] GetGenericArguments()': (t: PSType) => [...t.typeArguments],
    'type GetGenericTypeDefinition()': genericName,
    'type[] GetInterfaces()': (t: PSType) => t.allInterfaces,
    'type GetInterface(string name)': (t: PSType, name: string) =>
      t.allInterfaces.find(
        (i) => i.name.toLowerCase() === name.toLowerCase() || i.id.toLowerCase() === name.toLowerCase(),
      ) ?? null,
    'System.Reflection.MethodInfo[] GetMethods()': (t: PSType) => infoArray(reflect(t, 'method'), 'Method'),
    'System.Reflection.MethodInfo GetMethod(string name)': (t: PSType, name: string) => find(t, name, 'method'),
    'System.Reflection.PropertyInfo[] GetProperties()': (t: PSType) => infoArray(reflect(t, 'property'), 'Property'),
    'System.Reflection.PropertyInfo GetProperty(string name)': (t: PSType, name: string) => find(t, name, 'property'),
    'System.Reflection.ConstructorInfo[] GetConstructors()': (t: PSType) =>
      infoArray(
        t.members.constructors.map(
          (overload) => new ReflectedMember('Constructor', '.ctor', t, false, overload, knownType('System.Void')),
        ),
        'Constructor',
      ),
    'string[] GetEnumNames()': (t: PSType) => sortedNames(t),
    'System.Array GetEnumValues()': (t: PSType) =>
      typedArray(
        sortedNames(t).map((name) => new EnumValue(t, t.spec.enumValues![name]!)),
        t.id,
      ),
    'string GetEnumName(System.Object value)': (t: PSType, value: Value) =>
      sortedNames(t).find((name) => String(t.spec.enumValues![name]) === String((value as EnumValue).value ?? value)) ??
      null,
    'type GetEnumUnderlyingType()': (t: PSType) => knownType(t.spec.underlying ?? 'System.Int32'),
    'bool IsAssignableFrom(type c)': (t: PSType, other: PSType) => t.isAssignableFrom(other),
    'bool IsAssignableTo(type targetType)': (t: PSType, other: PSType) => other.isAssignableFrom(t),
    'bool IsInstanceOfType(System.Object o)': (t: PSType, value: Value) => isInstance(value, t),
    'bool IsSubclassOf(type c)': (t: PSType, other: PSType) => t.isSubclassOf(other),
    'type MakeArrayType()': (t: PSType) => arrayType(t),
    'type MakeArrayType(int rank)': arrayType,
    'type MakeGenericType(params type[] typeArguments)': (t: PSType, args: PSType[]) => genericType(t, args),
    'System.Object[] GetCustomAttributes(bool inherit)': () => [],
  };
}

export class AssemblyObject {
  constructor(readonly fullName: string) {}
  get psType(): PSType {
    return knownType('System.Reflection.RuntimeAssembly');
  }
  toString(): string {
    return this.fullName;
  }
}

export function typeTypes(): TypeSpec[] {
  const member = (kind: string): TypeSpec => ({
    name: `System.Reflection.${kind}Info`,
    base: 'System.Reflection.MemberInfo',
    properties: {
      'string Name': (m: ReflectedMember) => m.name,
      'type DeclaringType': (m: ReflectedMember) => m.owner,
      'bool IsStatic': (m: ReflectedMember) => m.isStatic,
      'bool IsPublic': () => true,
      [kind === 'Property' ? 'type PropertyType' : 'type ReturnType']: (m: ReflectedMember) => m.resultType,
    },
    methods: { 'string ToString()': (m: ReflectedMember) => m.toString() },
  });
  return [
    { name: 'System.Reflection.MemberInfo', abstract: true },
    { name: 'System.Reflection.MethodBase', base: 'System.Reflection.MemberInfo', abstract: true },
    member('Method'),
    member('Property'),
    member('Constructor'),
    { name: 'System.Reflection.Module' },
    {
      name: 'System.Reflection.Assembly',
      abstract: true,
      properties: { 'string FullName': (a: AssemblyObject) => a.fullName },
      methods: { 'type GetType(string name)': (_a: AssemblyObject, name: string) => resolveType(name) ?? null },
      staticMethods: {
        'System.Object LoadWithPartialName(string partialName)': (name: string) =>
          new AssemblyObject(`${name}, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a`),
      },
    },
    { name: 'System.Reflection.RuntimeAssembly', base: 'System.Reflection.Assembly' },
    {
      name: 'System.Type',
      base: 'System.Reflection.MemberInfo',
      abstract: true,
      properties: properties(),
      methods: methods(),
      staticProperties: { 'type[] EmptyTypes': () => [] },
      staticMethods: {
        'type GetType(string typeName)': (name: string) => resolveType(name) ?? null,
        'type GetType(string typeName, bool throwOnError)': (name: string) => resolveType(name) ?? null,
      },
    },
    { name: 'System.Reflection.TypeInfo', base: 'System.Type', abstract: true },
    { name: 'System.RuntimeType', base: 'System.Reflection.TypeInfo' },
    {
      name: 'System.Activator',
      kind: 'static',
      staticMethods: {
        'System.Object CreateInstance(type type)': (type: PSType) => construct(type, []),
        'System.Object CreateInstance(type type, params System.Object[] args)': (type: PSType, args: Value[]) =>
          construct(type, args),
      },
    },
  ];
}
