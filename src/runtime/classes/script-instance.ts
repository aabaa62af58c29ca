// Objects of script classes: which type they are of, and where their properties lie.

import { DotNetException } from '../errors.ts';
import { callOverloads } from '../types/overloads.ts';
import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';

/** An object of a class that derives from nothing but System.Object. */
export class ScriptInstance {
  constructor(readonly psType: PSType) {}
  /** What the class's own Equals says; undefined when it has none. */
  equalsTo(other: Value): boolean | undefined {
    const member = this.psType.instanceMember('equals');
    if (member?.kind !== 'method' || member.owner.spec.assembly !== 'script') return undefined;
    return callOverloads(member.overloads, 'Equals', this, false, [other]) === true;
  }
  toString(): string {
    return textOf(this, this.psType);
  }
}

/** The class's own ToString(), else the name of the class. */
function textOf(instance: object, type: PSType): string {
  const member = type.instanceMember('tostring');
  if (member?.kind !== 'method' || member.owner.spec.assembly !== 'script') return type.spec.name;
  return String(callOverloads(member.overloads, 'ToString', instance, false, []));
}

const fields = new WeakMap<object, Map<string, Value>>();

export function fieldsOf(instance: object): Map<string, Value> {
  let own = fields.get(instance);
  if (own === undefined) fields.set(instance, (own = new Map()));
  return own;
}

/** Makes an object of a .NET base class count as one of the derived script class. */
export function retype(instance: object, type: PSType): object {
  if (instance instanceof DotNetException) {
    Object.assign(instance, { type: type.spec.name });
    return instance;
  }
  Object.defineProperty(instance, 'psType', { value: type, configurable: true });
  return instance;
}
