// Members of a type, parsed from the signatures in its declaration when it is first used.

import type { Body, PropertyBody, PSType, TypeSpec } from './ps-type.ts';

export interface MethodParameter {
  name: string;
  typeName: string;
  /** Resolved on first use. */
  type: PSType | undefined;
  byReference: boolean;
  params: boolean;
  optional: boolean;
}

export interface Overload {
  name: string;
  returns: string;
  parameters: MethodParameter[];
  body: Body;
  owner: PSType;
  /** Text as Get-Member and `OverloadDefinitions` show it. */
  definition: string;
  required: number;
  hasParams: boolean;
  simple: boolean;
}

export interface PropertyMember {
  kind: 'property';
  name: string;
  typeName: string;
  get?: Body;
  set?: Body;
  owner: PSType;
  /** A member of PowerShell's type tables rather than of .NET. */
  extension?: 'CodeProperty' | 'AliasProperty' | 'ScriptProperty' | 'NoteProperty';
  alias?: string;
}
export interface MethodMember {
  kind: 'method';
  name: string;
  overloads: Overload[];
  owner: PSType;
}
export type Member = PropertyMember | MethodMember;

export interface MemberTables {
  instance: Map<string, Member>;
  static: Map<string, Member>;
  constructors: Overload[];
}

export function buildMembers(type: PSType): MemberTables {
  const spec = type.definition?.spec ?? type.spec;
  const own: MemberTables = { instance: new Map(), static: new Map(), constructors: [] };
  addProperties(own.instance, spec.extensions, type, 'ScriptProperty');
  addProperties(own.instance, spec.properties, type);
  addMethods(own.instance, spec.methods, type);
  addProperties(own.static, spec.staticProperties, type);
  addMethods(own.static, spec.staticMethods, type);
  if (spec.enumValues) addEnumValues(own.static, spec, type);
  for (const [name, target] of Object.entries(spec.aliasProperties ?? {})) {
    own.instance.set(name.toLowerCase(), {
      kind: 'property',
      name,
      typeName: '',
      owner: type,
      extension: 'AliasProperty',
      alias: target,
    });
  }
  for (const [signature, body] of Object.entries(spec.constructors ?? {})) {
    own.constructors.push(parseOverload(`${type.id} ${constructorName(type)}${signature}`, body, type));
  }
  inherit(own, type);
  return own;
}

function constructorName(type: PSType): string {
  return type.name.replace(/[^\w].*$/, '');
}

function inherit(own: MemberTables, type: PSType): void {
  const parents = type.base ? [type.base] : [];
  const object = type.isInterface ? type.resolve('System.Object') : undefined;
  const inherited = type.isInterface ? [...type.allInterfaces, ...(object ? [object] : [])] : parents;
  for (const parent of inherited) {
    for (const key of ['instance', 'static'] as const) {
      for (const [name, member] of parent.members[key]) {
        const present = own[key].get(name);
        if (!present) own[key].set(name, member);
        else if (present.kind === 'method' && member.kind === 'method')
          addInheritedOverloads(own[key], name, present, member);
      }
    }
  }
}

function addInheritedOverloads(
  table: Map<string, Member>,
  name: string,
  present: MethodMember,
  member: MethodMember,
): void {
  const shapes = new Set(present.overloads.map(shape));
  const more = member.overloads.filter((overload) => !shapes.has(shape(overload)));
  if (more.length > 0) table.set(name, { ...present, overloads: [...present.overloads, ...more] });
}
function shape(overload: Overload): string {
  return overload.parameters.map((parameter) => parameter.typeName).join(',');
}

function addProperties(
  table: Map<string, Member>,
  specs: Record<string, Body | PropertyBody> | undefined,
  type: PSType,
  extension?: PropertyMember['extension'],
): void {
  for (const signature in specs) {
    const body = specs[signature]!;
    const space = signature.lastIndexOf(' ');
    const name = signature.slice(space + 1);
    const accessors = typeof body === 'function' ? { get: body } : body;
    table.set(name.toLowerCase(), {
      kind: 'property',
      name,
      typeName: signature.slice(0, space),
      owner: type,
      get: accessors.get,
      set: accessors.set,
      extension,
    });
  }
}

function addEnumValues(table: Map<string, Member>, spec: TypeSpec, type: PSType): void {
  for (const name in spec.enumValues) {
    const value = spec.enumValues[name]!;
    table.set(name.toLowerCase(), { kind: 'property', name, typeName: type.id, owner: type, get: () => value });
  }
}

function addMethods(table: Map<string, Member>, specs: Record<string, Body> | undefined, type: PSType): void {
  for (const signature in specs) {
    const overload = parseOverload(signature, specs[signature]!, type);
    const key = overload.name.toLowerCase();
    const present = table.get(key);
    if (present?.kind === 'method' && present.owner === type) present.overloads.push(overload);
    else table.set(key, { kind: 'method', name: overload.name, overloads: [overload], owner: type });
  }
}

/** `string Substring(int startIndex, int length)` with `ref`, `out`, `params` and `= default` as C# writes them. */
export function parseOverload(signature: string, body: Body, owner: PSType): Overload {
  const open = signature.indexOf('(');
  const head = signature.slice(0, open).trimEnd();
  const space = head.lastIndexOf(' ');
  const returns = space < 0 ? 'void' : head.slice(0, space);
  const name = head.slice(space + 1);
  const parameters = splitParameters(signature.slice(open + 1, signature.lastIndexOf(')'))).map(parseParameter);
  const required = parameters.filter((parameter) => !parameter.optional && !parameter.params).length;
  const hasParams = parameters.some((parameter) => parameter.params);
  const simple = !hasParams && parameters.every((parameter) => !parameter.byReference && !parameter.optional);
  return {
    name,
    returns,
    parameters,
    body,
    owner,
    definition: definitionText(signature),
    required,
    hasParams,
    simple,
  };
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  String: 'string',
  Int32: 'int',
  Int64: 'long',
  Boolean: 'bool',
  Double: 'double',
  Char: 'char',
  Byte: 'byte',
  Decimal: 'decimal',
  DateTime: 'datetime',
  TimeSpan: 'timespan',
  Void: 'void',
};

/** A signature as the reference writes it: types by their short names. */
function definitionText(signature: string): string {
  return signature
    .replace(/\bSystem\.(\w+)(?![\w.`+])/g, (whole, name: string) => SHORT_NAMES[name] ?? whole)
    .replace(/\bparams /g, 'Params ')
    .replace(/\bref (\S+)/g, '[ref] $1');
}

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '[') depth++;
    else if (c === ']') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  if (text.trim() !== '') parts.push(text.slice(start));
  return parts.map((part) => part.trim());
}

function parseParameter(text: string): MethodParameter {
  const optional = text.includes('=');
  let rest = optional ? text.slice(0, text.indexOf('=')).trim() : text;
  let byReference = false;
  let params = false;
  for (;;) {
    if (rest.startsWith('ref ') || rest.startsWith('out ')) {
      byReference = true;
      rest = rest.slice(4);
    } else if (rest.startsWith('params ')) {
      params = true;
      rest = rest.slice(7);
    } else break;
  }
  const space = rest.lastIndexOf(' ');
  return {
    name: rest.slice(space + 1),
    typeName: rest.slice(0, space),
    type: undefined,
    byReference,
    params,
    optional,
  };
}

/** The type of a parameter, found once. */
export function parameterType(overload: Overload, index: number): PSType {
  const parameter = overload.parameters[index]!;
  if (!parameter.type) {
    parameter.type = overload.owner.resolve(parameter.typeName);
    if (!parameter.type)
      throw new Error(
        `unknown type '${parameter.typeName}' in signature '${overload.definition}' of ${overload.owner.id}`,
      );
  }
  return parameter.type;
}
