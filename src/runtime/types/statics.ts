// Static members: `[T]::Name`, `[T]::Method(…)`.

import { DotNetException } from '../errors.ts';
import { MISSING, methodNotFound } from '../members.ts';
import type { Value } from '../values.ts';
import { construct } from './construction.ts';
import { callOverloads } from './overloads.ts';
import { getProperty, setProperty } from './properties.ts';
import { PSMethod } from './ps-method.ts';
import type { PSType } from './registry.ts';

export function findStatic(type: PSType, lowerName: string): Value | typeof MISSING {
  const member = type.staticMember(lowerName);
  if (member === undefined) return MISSING;
  if (member.kind === 'method') return new PSMethod(member, undefined, true);
  return getProperty(undefined, member);
}
/** Null when there is no such property, as the language has it outside of strict mode. */
export function getStatic(type: PSType, name: string): Value {
  const value = findStatic(type, name.toLowerCase());
  return value === MISSING ? null : value;
}

export function setStatic(type: PSType, name: string, value: Value): void {
  const member = type.staticMember(name.toLowerCase());
  if (member?.kind !== 'property') {
    throw new DotNetException(
      'System.Management.Automation.RuntimeException',
      `The property '${name}' cannot be found on this object. Verify that the property exists and can be set.`,
      { errorId: 'PropertyAssignmentException', category: 'InvalidOperation' },
    );
  }
  setProperty(undefined, member, value);
}

export function invokeStatic(type: PSType, name: string, args: Value[], genericArguments?: PSType[]): Value {
  const lower = name.toLowerCase();
  if (lower === 'new') return construct(type, args);
  const member = type.staticMember(lower);
  if (member?.kind === 'method') return callOverloads(member.overloads, member.name, undefined, true, args);
  if (lower.startsWith('get_') && args.length === 0) {
    const property = type.staticMember(lower.slice(4));
    if (property?.kind === 'property') return getProperty(undefined, property);
  }
  void genericArguments;
  throw methodNotFound(type.id, name);
}
