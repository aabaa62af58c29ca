// Reading and writing properties declared by types.

import { convertTo } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import type { Value } from '../values.ts';
import { fromBody, toBody } from './marshal.ts';
import type { PropertyMember } from './member-tables.ts';
import { knownType, type PSType } from './registry.ts';

const propertyTypes = new WeakMap<PropertyMember, PSType>();
export function propertyType(member: PropertyMember): PSType {
  let type = propertyTypes.get(member);
  if (!type) {
    type = member.owner.resolve(member.typeName) ?? knownType('System.Object');
    propertyTypes.set(member, type);
  }
  return type;
}

/** Value of a property; `self` is undefined for static ones. What the getter throws comes as GetValueInvocationException. */
export function getProperty(self: Value, member: PropertyMember): Value {
  if (!member.get) return null;
  try {
    return fromBody(self === undefined ? member.get() : member.get(self), propertyType(member));
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw new DotNetException(
      'System.Management.Automation.GetValueInvocationException',
      `Exception getting "${member.name}": "${error.message}"`,
      {
        inner: error,
        errorId: 'ExceptionWhenGetting',
        category: 'NotSpecified',
      },
    );
  }
}

export function readOnlyProperty(name: string): DotNetException {
  const message = `'${name}' is a ReadOnly property.`;
  const inner = new DotNetException('System.Management.Automation.SetValueException', message);
  return new DotNetException('System.Management.Automation.RuntimeException', message, {
    inner,
    errorId: 'PropertyAssignmentException',
    category: 'InvalidOperation',
  });
}

export function setProperty(self: Value, member: PropertyMember, value: Value): void {
  if (!member.set) throw readOnlyProperty(member.name);
  const type = propertyType(member);
  let prepared: unknown;
  try {
    prepared = toBody(convertTo(value, type), type);
    if (self === undefined) member.set(prepared);
    else member.set(self, prepared);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    const cause =
      error.type === 'System.Management.Automation.RuntimeException' && error.options.inner
        ? error.options.inner
        : error;
    throw new DotNetException(
      'System.Management.Automation.SetValueInvocationException',
      `Exception setting "${member.name}": "${cause.message}"`,
      {
        inner: cause,
        errorId: 'ExceptionWhenSetting',
        category: 'NotSpecified',
      },
    );
  }
}
