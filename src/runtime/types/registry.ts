// All types by name. Declarations lie in families (one file each) that are evaluated when a name of theirs is first asked for.

import type { TypeName } from '../../language/ast.ts';
import { DotNetException } from '../errors.ts';
import { NumberBox, type PSArray, PSChar, PSDecimal, PSObject, type Value } from '../values.ts';
import { accelerators } from './accelerators.ts';
import { PSType, type TypeSpec } from './ps-type.ts';
import { type ParsedTypeName, parseTypeName } from './type-name.ts';

export { PSType } from './ps-type.ts';

/** Declarations by lower-cased full name; handed in by known-types.ts, since every family needs the registry. */
let familyOf: (lowerName: string) => (() => TypeSpec[]) | undefined = () => undefined;
export function setTypeCatalog(lookUp: typeof familyOf): void {
  familyOf = lookUp;
}

const byId = new Map<string, PSType>();
const byText = new Map<string, PSType>();
const constructed = new Map<string, PSType>();
const scriptTypes = new Map<string, PSType>();

function resolveKnown(name: string): PSType | undefined {
  const cached = byText.get(name);
  if (cached) return cached;
  const parsed = parseTypeName(name);
  const type = parsed && resolveParsed(parsed, undefined);
  if (type) byText.set(name, type);
  return type;
}

/** Registers a declared type under its full name. */
export function declareType(spec: TypeSpec): PSType {
  const type = new PSType(spec, resolveKnown);
  byId.set(spec.name.toLowerCase(), type);
  return type;
}

/** Adds a type made at run time: script classes and enums (by the name that scripts write), Add-Type. */
export function registerType(type: PSType, name = type.spec.name): void {
  scriptTypes.set(name.toLowerCase(), type);
}

/** Names of the types declared so far, script classes first. */
export function declaredTypeNames(): string[] {
  return [...scriptTypes.values(), ...byId.values()].map((type) => type.spec.name);
}

/** A type by full .NET name, case ignored; no accelerators, no default namespace. */
function byFullName(lowerName: string): PSType | undefined {
  const present = byId.get(lowerName);
  if (present) return present;
  const family = familyOf(lowerName);
  if (!family) return undefined;
  for (const spec of family()) if (!byId.has(spec.name.toLowerCase())) declareType(spec);
  return byId.get(lowerName);
}

function resolveSimple(name: string, arity: number, usings: readonly string[] | undefined): PSType | undefined {
  const lower = name.toLowerCase();
  const script = scriptTypes.get(lower);
  if (script) return script;
  const withArity = arity > 0 && !lower.includes('`') ? `${lower}\`${arity}` : lower;
  const accelerated = accelerators().get(lower);
  if (accelerated)
    return (
      byFullName(arity > 0 ? `${accelerated.toLowerCase()}\`${arity}` : accelerated.toLowerCase()) ??
      byFullName(accelerated.toLowerCase())
    );
  let found = byFullName(withArity) ?? byFullName(`system.${withArity}`);
  for (const namespace of usings ?? []) found ??= byFullName(`${namespace.toLowerCase()}.${withArity}`);
  return found;
}

function resolveParsed(parsed: ParsedTypeName, usings: readonly string[] | undefined): PSType | undefined {
  let type = resolveSimple(parsed.name, parsed.args.length, usings);
  if (!type) return undefined;
  if (parsed.args.length > 0) {
    const args: PSType[] = [];
    for (const argument of parsed.args) {
      const resolved = resolveParsed(argument, usings);
      if (!resolved) return undefined;
      args.push(resolved);
    }
    if ((type.spec.generics?.length ?? 0) !== args.length) return undefined;
    type = genericType(type, args);
  }
  for (const rank of [...parsed.ranks].reverse()) type = arrayType(type, rank);
  return type;
}

/** `definition` with its parameters replaced, e.g. List`1 and [System.Int32]. */
export function genericType(definition: PSType, args: PSType[]): PSType {
  const id = `${definition.spec.name}[${args.map((a) => a.id).join(',')}]`;
  const present = constructed.get(id);
  if (present) return present;
  const names = definition.spec.generics ?? [];
  const resolve = (text: string): PSType | undefined => {
    const simple = names.indexOf(text);
    if (simple >= 0) return args[simple];
    return resolveKnown(substitute(text, names, args));
  };
  const type = new PSType(definition.spec, resolve, { typeArguments: args, definition });
  constructed.set(id, type);
  return type;
}
function substitute(text: string, names: string[], args: PSType[]): string {
  return text.replace(/[A-Za-z_][\w.`+]*/g, (word) => {
    const index = names.indexOf(word);
    return index >= 0 ? args[index]!.id : word;
  });
}

export function arrayType(element: PSType, rank = 1): PSType {
  const id = `${element.id}[${','.repeat(rank - 1)}]`;
  let type = constructed.get(id);
  if (!type) {
    type = new PSType({ name: `${element.spec.name}[]` }, resolveKnown, { elementType: element, rank });
    constructed.set(id, type);
  }
  return type;
}

function parsedFromAst(name: TypeName): ParsedTypeName {
  return { name: name.name, args: (name.args ?? []).map(parsedFromAst), ranks: name.ranks ?? [] };
}

/** A type by the name scripts write: accelerators, full names, names in System and in `usings`. Undefined when there is none. */
export function resolveType(name: TypeName | string, usings?: readonly string[]): PSType | undefined {
  if (typeof name === 'string') {
    if (usings === undefined) return scriptTypes.get(name.toLowerCase()) ?? resolveCached(name);
    const parsed = parseTypeName(name);
    return parsed && resolveParsed(parsed, usings);
  }
  return resolveParsed(parsedFromAst(name), usings);
}
function resolveCached(name: string): PSType | undefined {
  if (scriptTypes.size === 0) return resolveKnown(name);
  const parsed = parseTypeName(name);
  return parsed && resolveParsed(parsed, undefined);
}

/** A type that must exist, because the shell itself declares it. */
export function knownType(name: string): PSType {
  const type = resolveKnown(name);
  if (!type) throw new Error(`type ${name} is not declared`);
  return type;
}

/** Text of a TypeName as it stands in messages: `List[int]`. */
export function typeNameText(name: TypeName): string {
  const args = name.args ? `[${name.args.map(typeNameText).join(',')}]` : '';
  return name.name + args + (name.ranks ?? []).map((rank) => `[${','.repeat(rank - 1)}]`).join('');
}

/** Target of the error for an unknown type. */
class MissingTypeName {
  constructor(readonly name: string) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.Language.TypeName');
  }
  toString(): string {
    return this.name;
  }
}

/** `Unable to find type [x].` */
export function typeNotFound(name: TypeName | string): DotNetException {
  const text = typeof name === 'string' ? name : typeNameText(name);
  return new DotNetException('System.Management.Automation.RuntimeException', `Unable to find type [${text}].`, {
    errorId: 'TypeNotFound',
    category: 'InvalidOperation',
    target: new MissingTypeName(text),
  });
}

// ---------------------------------------------------------------- the type of a value

/** Emulated objects say their type themselves. */
export interface TypedObject {
  readonly psType: PSType;
}

const classTypes = new Map<unknown, string>();
/** Says which .NET type a JavaScript class stands for, for classes that have no `psType` of their own. */
export function registerClass(constructor: abstract new (...args: never[]) => object, fullName: string): void {
  classTypes.set(constructor, fullName);
}

/** The type of a value; null and nothing have none, and give undefined. */
export function typeOf(value: Value): PSType | undefined {
  switch (typeof value) {
    case 'string':
      return knownType('System.String');
    case 'number':
      return knownType((value | 0) === value ? 'System.Int32' : 'System.Double');
    case 'boolean':
      return knownType('System.Boolean');
    case 'bigint':
      return knownType('System.Int64');
    case 'object':
      return value === null ? undefined : typeOfObject(value);
    default:
      return undefined;
  }
}

function typeOfObject(value: object): PSType {
  if (Array.isArray(value)) return typeOfArray(value);
  const own = (value as Partial<TypedObject>).psType;
  if (own) return own;
  if (value instanceof PSObject) {
    if (value.base !== undefined) return typeOf(value.base) ?? knownType('System.Object');
    return knownType('System.Management.Automation.PSCustomObject');
  }
  if (value instanceof NumberBox)
    return knownType(value.type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${value.type}`);
  if (value instanceof PSDecimal) return knownType('System.Decimal');
  if (value instanceof PSChar) return knownType('System.Char');
  if (value instanceof PSType) return knownType('System.RuntimeType');
  if (value instanceof DotNetException) return exceptionType(value);
  return typeOfClass(value);
}

function typeOfArray(array: PSArray): PSType {
  return arrayType((array.elementType !== undefined && resolveType(array.elementType)) || knownType('System.Object'));
}

function exceptionType(exception: DotNetException): PSType {
  return resolveType(exception.type) ?? declareType({ name: exception.type, base: 'System.Exception' });
}

function typeOfClass(value: object): PSType {
  for (let proto = Object.getPrototypeOf(value); proto; proto = Object.getPrototypeOf(proto)) {
    const name = classTypes.get(proto.constructor);
    if (name) return resolveType(name) ?? declareType({ name });
  }
  return knownType('System.Object');
}

/** Full name of a value's type as messages show it. */
export function typeNameOf(value: Value): string {
  return typeOf(value)?.id ?? 'null';
}
