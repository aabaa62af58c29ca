// Properties and methods of values: .NET's, PowerShell's type tables', and those added to single objects.

import { isEnumerable, toArray } from './enumerate.ts';
import { DotNetException, TerminatingError } from './errors.ts';
import { callScriptBlock } from './types/callable.ts';
import { Hashtable, isDictionary, OrderedDictionary } from './types/collections/hashtable.ts';
import { findExtension } from './types/extensions.ts';
import { intrinsicMethod } from './types/intrinsics.ts';
import type { Member } from './types/member-tables.ts';
import { callOverloads } from './types/overloads.ts';
import { getProperty, readOnlyProperty, setProperty } from './types/properties.ts';
import { PSMethod } from './types/ps-method.ts';
import { PSBaseView, psObjectMember } from './types/ps-object-view.ts';
import { type PSType, typeOf } from './types/registry.ts';
import { addedMembers, ensureAddedMembers, type PSMember, PSObject, type Value } from './values.ts';

export { construct } from './types/construction.ts';
export { extendType, removeTypeExtension, typeNames } from './types/extensions.ts';
export { listMembers, type MemberInfo } from './types/listing.ts';
export { findStatic, getStatic, invokeStatic, setStatic } from './types/statics.ts';

/** What findMember gives for a name that does not exist (strict mode is the caller's). */
export const MISSING: unique symbol = Symbol('missing member');

/** Objects with members of their own making (XML nodes, rows of tables). */
export interface AdaptedObject {
  /** Undefined when there is no such member. */
  adaptedGet(lowerName: string): { value: Value } | undefined;
  /** False when it cannot be set. */
  adaptedSet?(lowerName: string, value: Value): boolean;
  adaptedNames?(): { name: string; typeName: string; settable: boolean }[];
}
export function isAdapted(value: object): value is AdaptedObject {
  return typeof (value as Partial<AdaptedObject>).adaptedGet === 'function';
}

/** A property's value; `lowerName` is the name in lower case. MISSING when there is no such property. A method gives a PSMethod object. */
export function findMember(target: Value, lowerName: string): Value | typeof MISSING {
  if (target === null || target === undefined) return lowerName === 'count' || lowerName === 'length' ? 0 : MISSING;
  if (target instanceof PSObject) {
    const member = target.members.get(lowerName);
    if (member !== undefined) return readMember(target, member);
    if (target.base === undefined) return customObjectMember(target, lowerName);
    const found = findMember(target.base, lowerName);
    return lowerName === 'psobject' || found === MISSING ? metaMember(target, lowerName, found) : found;
  }
  if (typeof target === 'object') {
    if (target instanceof PSBaseView) return typeMember(target.target, lowerName);
    if (target instanceof Hashtable || target instanceof OrderedDictionary) {
      const value = target.ignoreCase ? target.getLower(lowerName) : findKeyIgnoringCase(target, lowerName);
      if (value !== undefined) return value;
      if (target.ignoreCase && target.has(lowerName)) return null;
    } else if (isDictionary(target)) {
      const value = findKeyIgnoringCase(target, lowerName);
      if (value !== undefined) return value;
    }
    const added = addedMembers(target)?.members.get(lowerName);
    if (added) return readMember(target, added);
    if (isAdapted(target)) {
      const adapted = target.adaptedGet(lowerName);
      if (adapted) return adapted.value;
    }
  }
  return typeMember(target, lowerName);
}

function typeMember(target: Value, lowerName: string): Value | typeof MISSING {
  const extension = findExtension(target, lowerName);
  if (extension) return readMember(target, extension);
  const member = typeOf(target)!.instanceMember(lowerName);
  if (member !== undefined) return readTypeMember(target, member);
  return metaMember(target, lowerName, MISSING);
}

function readTypeMember(target: Value, member: Member): Value {
  if (member.kind === 'method') return new PSMethod(member, target);
  if (member.alias !== undefined) return getMember(target, member.alias);
  return quietly(() => getProperty(target, member));
}

function customObjectMember(target: PSObject, lowerName: string): Value | typeof MISSING {
  const extension = findExtension(target, lowerName);
  if (extension) return readMember(target, extension);
  const member = typeOf(target)!.instanceMember(lowerName);
  if (member !== undefined) return readTypeMember(target, member);
  return metaMember(target, lowerName, MISSING);
}

/** psobject, pstypenames and the like; Count and Length of scalars. */
function metaMember(target: Value, lowerName: string, otherwise: Value | typeof MISSING): Value | typeof MISSING {
  if (lowerName === 'count' || lowerName === 'length') return isEnumerable(target) ? otherwise : 1;
  if (lowerName.startsWith('ps')) {
    const found = psObjectMember(target, lowerName);
    if (found !== undefined) return found;
  }
  return otherwise;
}

/** Case-sensitive dictionaries: the exact key cannot be known from the lower-cased name, so keys are compared. */
function findKeyIgnoringCase(target: Value & object, lowerName: string): Value {
  const dictionary = target as unknown as { get(key: Value): Value; entries(): IterableIterator<[Value, Value]> };
  const direct = dictionary.get(lowerName);
  if (direct !== undefined) return direct;
  for (const [key, value] of dictionary.entries())
    if (typeof key === 'string' && key.toLowerCase() === lowerName) return value;
  return undefined;
}

/** What a getter throws is nobody's business: the value is null then. */
function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof DotNetException || thrown instanceof TerminatingError) return null;
    throw thrown;
  }
}

/** Value of a member added to an object or a type. */
export function readMember(target: Value, member: PSMember): Value {
  switch (member.kind) {
    case 'NoteProperty':
      return member.value;
    case 'AliasProperty':
      return getMember(target, String(member.value));
    case 'ScriptProperty':
      return readScriptProperty(target, member);
    case 'CodeProperty':
      return (member.getter as unknown as (object: Value) => Value)(target);
    case 'PropertySet':
    case 'MemberSet':
      return member.value;
    default:
      return new PSMethod(member, target);
  }
}
function readScriptProperty(target: Value, member: PSMember): Value {
  if (member.getter === undefined || member.getter === null) return null;
  const output = quietly(() => callScriptBlock(member.getter!, { this: target, args: [] }));
  if (output === null) return null;
  return output.length === 0 ? null : output.length === 1 ? output[0] : output;
}

/** A property's value; null when there is no such property (or on null). No member enumeration. */
export function getMember(target: Value, name: string): Value {
  const value = findMember(target, name.toLowerCase());
  return value === MISSING ? null : value;
}

/** As findMember; a collection without such a property gives that of its elements. */
export function findMemberEnumerating(target: Value, lowerName: string): Value | typeof MISSING {
  const value = findMember(target, lowerName);
  if (value !== MISSING || !isEnumerable(target)) return value;
  const results: Value[] = [];
  let found = false;
  collect(target, lowerName, results, () => {
    found = true;
  });
  if (!found) return MISSING;
  return results.length === 0 ? undefined : results.length === 1 ? results[0] : results;
}
function collect(target: Value, lowerName: string, results: Value[], onFound: () => void): void {
  for (const element of toArray(target)) {
    const value = findMember(element, lowerName);
    if (value === MISSING || element === null || element === undefined) {
      if (value === MISSING && isEnumerable(element)) collect(element, lowerName, results, onFound);
      // A custom object without the property counts as having null.
      else if (element instanceof PSObject && element.base === undefined) {
        onFound();
        results.push(null);
      }
      continue;
    }
    onFound();
    if (isEnumerable(value)) results.push(...toArray(value));
    else if (value !== undefined) results.push(value);
  }
}

// ---------------------------------------------------------------- writing

function propertyNotFound(name: string, errorId = 'PropertyAssignmentException'): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`,
    { errorId, category: 'InvalidOperation' },
  );
}
function customPropertyNotFound(name: string): DotNetException {
  const inner = propertyNotFound(name);
  return new DotNetException(
    'System.Management.Automation.SetValueInvocationException',
    `Exception setting "${name}": "${inner.message}"`,
    {
      inner,
      errorId: 'ExceptionWhenSetting',
      category: 'NotSpecified',
    },
  );
}

export function setMember(target: Value, name: string, value: Value): void {
  if (target === null || target === undefined) throw propertyNotFound(name, 'PropertyNotFound');
  const lower = name.toLowerCase();
  if (typeof target === 'object') {
    if (target instanceof PSObject) {
      const member = target.members.get(lower);
      if (member) return writeMember(target, member, value);
      if (target.base === undefined) {
        const extension = findExtension(target, lower);
        if (extension) return writeMember(target, extension, value);
        throw customPropertyNotFound(name);
      }
      return setMember(target.base, name, value);
    }
    const added = addedMembers(target)?.members.get(lower);
    if (added) return writeMember(target, added, value);
    if (isDictionary(target) && !typeOf(target)?.instanceMember(lower)) return target.set(name, value ?? null);
    if (isDictionary(target) && target.has(name)) return target.set(name, value ?? null);
    if (isAdapted(target) && target.adaptedSet?.(lower, value)) return;
  }
  const extension = findExtension(target, lower);
  if (extension) return writeMember(target, extension, value);
  const member = typeOf(target)!.instanceMember(lower);
  if (member?.kind !== 'property') {
    if (isDictionary(target)) return target.set(name, value ?? null);
    throw propertyNotFound(name);
  }
  if (member.alias !== undefined) return setMember(target, member.alias, value);
  setProperty(target, member, value);
}

function writeMember(target: Value, member: PSMember, value: Value): void {
  switch (member.kind) {
    case 'NoteProperty':
      member.value = value ?? null;
      return;
    case 'AliasProperty':
      return setMember(target, String(member.value), value);
    case 'ScriptProperty':
      if (member.setter === undefined || member.setter === null) throw noSetter(member.name);
      callScriptBlock(member.setter, { this: target, args: [value] });
      return;
    case 'CodeProperty':
      if (typeof member.setter !== 'function') throw readOnlyProperty(member.name);
      (member.setter as unknown as (object: Value, v: Value) => void)(target, value);
      return;
    default:
      throw readOnlyProperty(member.name);
  }
}

function noSetter(name: string): DotNetException {
  return new DotNetException(
    'System.Management.Automation.SetValueException',
    `Set accessor for property "${name}" is unavailable.`,
    {
      errorId: 'SetWithoutSetterFromScriptProperty',
      category: 'NotSpecified',
    },
  );
}

/** Adds a member to one object (Add-Member); gives the object that has it: a primitive comes back wrapped. */
export function addMember(target: Value, member: PSMember, force = false): Value {
  const lower = member.name.toLowerCase();
  let holder: Value = target;
  if (typeof target !== 'object' || target === null) holder = new PSObject(undefined, target);
  const table = holder instanceof PSObject ? holder.members : ensureAddedMembers(holder as object).members;
  if (table.has(lower) && !force) {
    throw new DotNetException(
      'System.InvalidOperationException',
      `Cannot add a member with the name "${member.name}" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.`,
      { errorId: 'MemberAlreadyExists', category: 'InvalidOperation', target },
    );
  }
  table.set(lower, member);
  return holder;
}

// ---------------------------------------------------------------- methods

export function methodNotFound(type: string, name: string): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    `Method invocation failed because [${type}] does not contain a method named '${name}'.`,
    {
      errorId: 'MethodNotFound',
      category: 'InvalidOperation',
      target: type === 'System.Management.Automation.PSCustomObject' ? name : null,
    },
  );
}
function methodOnNull(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    'You cannot call a method on a null-valued expression.',
    {
      errorId: 'InvokeMethodOnNull',
      category: 'InvalidOperation',
    },
  );
}

/**
 * Calls a method; what its body throws comes wrapped as MethodInvocationException. `undefined` for void methods.
 * Elements of a collection are tried when it has no such method.
 */
export function invokeMethod(target: Value, name: string, args: Value[], genericArguments?: PSType[]): Value {
  const lower = name.toLowerCase();
  if (target === null || target === undefined) throw methodOnNull();
  if (target instanceof PSBaseView) return invokeMethod(target.target, name, args, genericArguments);
  const found = tryInvoke(target, lower, args, genericArguments);
  if (found) return found.value;
  if (isEnumerable(target)) {
    const spread = invokeOnElements(target, name, lower, args);
    if (spread) return spread.value;
  }
  const missing = methodNotFound(typeOf(target)?.fullName ?? 'null', name);
  if (!(target instanceof PSObject) || target.base !== undefined) throw missing;
  throw new DotNetException(missing.type, missing.message, { ...missing.options, target: name });
}

function invokeOnElements(target: Value, name: string, lower: string, args: Value[]): { value: Value } | undefined {
  const elements = toArray(target);
  if (elements.length === 0) return undefined;
  const results: Value[] = [];
  for (const element of elements) {
    if (element === null || element === undefined) throw methodOnNull();
    const found = tryInvoke(element, lower, args);
    if (!found) throw methodNotFound(typeOf(element)?.id ?? 'null', name);
    if (found.value !== undefined) results.push(found.value);
  }
  return { value: results.length === 0 ? undefined : results.length === 1 ? results[0] : results };
}

function tryInvoke(
  target: Value,
  lower: string,
  args: Value[],
  genericArguments?: PSType[],
): { value: Value } | undefined {
  if (typeof target === 'object' && target !== null) {
    const added = (target instanceof PSObject ? target.members : addedMembers(target)?.members)?.get(lower);
    if (added) return invokeAdded(target, added, args);
    if (target instanceof PSObject && target.base !== undefined)
      return tryInvoke(target.base, lower, args, genericArguments);
  }
  const extension = findExtension(target, lower);
  if (extension && (extension.kind === 'ScriptMethod' || extension.kind === 'CodeMethod'))
    return invokeAdded(target, extension, args);
  const type = typeOf(target)!;
  const member = type.instanceMember(lower);
  if (member?.kind === 'method')
    return { value: callOverloads(member.overloads, member.name, target, false, withGenerics(args, genericArguments)) };
  const intrinsic = intrinsicMethod(lower);
  if (intrinsic) return { value: intrinsic(target, args) };
  return invokeAccessor(target, type, lower, args);
}
function withGenerics(args: Value[], genericArguments: PSType[] | undefined): Value[] {
  return genericArguments && genericArguments.length > 0 ? args : args;
}

function invokeAdded(target: Value, member: PSMember, args: Value[]): { value: Value } | undefined {
  if (member.kind === 'ScriptMethod') {
    const output = callScriptBlock(member.value, { this: target, args });
    return { value: output.length === 0 ? undefined : output.length === 1 ? output[0] : output };
  }
  if (member.kind === 'CodeMethod')
    return { value: (member.value as unknown as (object: Value, ...a: Value[]) => Value)(target, ...args) };
  const held = readMember(target, member);
  if (held instanceof PSMethod) return { value: held.invoke(args) };
  return undefined;
}

/** `get_Length()`, `set_Name('x')`, and indexed properties called like methods (`$list.Item(0)`). */
function invokeAccessor(target: Value, type: PSType, lower: string, args: Value[]): { value: Value } | undefined {
  const accessor = lower.startsWith('get_') ? 'get' : lower.startsWith('set_') ? 'set' : undefined;
  if (!accessor) return undefined;
  const property = type.instanceMember(lower.slice(4));
  if (property?.kind !== 'property') return undefined;
  if (accessor === 'get' && args.length === 0) return { value: getProperty(target, property) };
  if (accessor === 'set' && args.length === 1) {
    setProperty(target, property, args[0]);
    return { value: undefined };
  }
  return undefined;
}
