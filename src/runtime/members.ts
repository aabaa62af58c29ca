// Properties and methods of values: .NET's, PowerShell's type tables', and those added to single objects.

import type { PSType } from './types/registry.ts';
import type { MemberKind, PSMember, Value } from './values.ts';

/** What findMember gives for a name that does not exist (strict mode is the caller's). */
export const MISSING: unique symbol = Symbol('missing member');

/** A property's value; `lowerName` is the name in lower case. MISSING when there is no such property. A method gives a PSMethod object. */
export function findMember(_target: Value, _lowerName: string): Value | typeof MISSING {
  throw new Error('being written');
}
/** A property's value; null when there is no such property (or on null). No member enumeration. */
export function getMember(_target: Value, _name: string): Value {
  throw new Error('being written');
}
/** As findMember; a collection without such a property gives that of its elements. */
export function findMemberEnumerating(_target: Value, _lowerName: string): Value | typeof MISSING {
  throw new Error('being written');
}
export function getMemberEnumerating(_target: Value, _name: string): Value {
  throw new Error('being written');
}
export function setMember(_target: Value, _name: string, _value: Value): void {
  throw new Error('being written');
}
/** Calls a method; what its body throws comes wrapped as MethodInvocationException. `undefined` for void methods. Elements of a collection are tried when it has no such method. */
export function invokeMethod(_target: Value, _name: string, _args: Value[], _genericArguments?: PSType[]): Value {
  throw new Error('being written');
}
export function getStatic(_type: PSType, _name: string): Value {
  throw new Error('being written');
}
export function findStatic(_type: PSType, _lowerName: string): Value | typeof MISSING {
  throw new Error('being written');
}
export function setStatic(_type: PSType, _name: string, _value: Value): void {
  throw new Error('being written');
}
export function invokeStatic(_type: PSType, _name: string, _args: Value[], _genericArguments?: PSType[]): Value {
  throw new Error('being written');
}
/** `[T]::new(…)`. */
export function construct(_type: PSType, _args: Value[]): Value {
  throw new Error('being written');
}

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
  /** Value of a property; throws a GetValueInvocationException as reading it does. */
  get(): Value;
}
export interface ListOptions {
  /** Only properties of all kinds (no methods, no member sets). */
  propertiesOnly?: boolean;
  static?: boolean;
  force?: boolean;
}
/** Members in the order in which the reference enumerates them. */
export function listMembers(_value: Value, _options?: ListOptions): MemberInfo[] {
  throw new Error('being written');
}
/** PSTypeNames, most derived first. */
export function typeNames(_value: Value): string[] {
  throw new Error('being written');
}
/** Adds a member to one object (Add-Member); gives the object that has it: a primitive comes back wrapped. */
export function addMember(_target: Value, _member: PSMember, _force?: boolean): Value {
  throw new Error('being written');
}
/** Adds a member to a type by its PSTypeNames entry (Update-TypeData). */
export function extendType(_typeName: string, _member: PSMember, _force?: boolean): void {
  throw new Error('being written');
}
export function removeTypeExtension(_typeName: string): void {
  throw new Error('being written');
}
