// An inline cache for method calls: where a type has just one overload and that takes objects as they are, its body is called
// directly the next time a value of the same type stands there.

import { DotNetException } from '../errors.ts';
import { invokeMethod } from '../members.ts';
import { parameterType } from '../types/member-tables.ts';
import { methodInvocationException } from '../types/overloads.ts';
import type { Body } from '../types/ps-type.ts';
import { type PSType, typeOf } from '../types/registry.ts';
import { addedMembers, PSObject, type Value } from '../values.ts';

/** Return types whose values need no conversion. */
const PLAIN_RETURNS = new Set(['void', 'int', 'bool', 'string', 'System.Object']);

export class MethodCache {
  private type: PSType | undefined;
  private body: Body | undefined;
  private isVoid = false;

  constructor(
    private readonly name: string,
    private readonly count: number,
  ) {}

  call(target: object, args: Value[]): Value {
    const type = (target as { psType?: PSType }).psType;
    if (type === undefined || target instanceof PSObject || addedMembers(target) !== undefined)
      return invokeMethod(target, this.name, args);
    if (type !== this.type) this.learn(type, target);
    const { body } = this;
    if (body === undefined) return invokeMethod(target, this.name, args);
    let result: Value;
    try {
      result = args.length === 1 ? body(target, args[0] ?? null) : body(target, ...args);
    } catch (thrown) {
      if (thrown instanceof DotNetException && !thrown.options.properties?.unwrapped)
        throw methodInvocationException(this.name, this.count, thrown);
      throw thrown;
    }
    return this.isVoid ? undefined : (result ?? null);
  }

  private learn(type: PSType, target: object): void {
    this.type = type;
    this.body = undefined;
    const member = typeOf(target)?.instanceMember(this.name.toLowerCase());
    if (member?.kind !== 'method' || member.overloads.length !== 1) return;
    const overload = member.overloads[0]!;
    const plain =
      overload.simple &&
      overload.parameters.length === this.count &&
      PLAIN_RETURNS.has(overload.returns) &&
      overload.parameters.every((_, index) => parameterType(overload, index).id === 'System.Object');
    if (!plain || type.spec.assembly === 'script') return;
    this.body = overload.body;
    this.isVoid = overload.returns === 'void';
  }
}
