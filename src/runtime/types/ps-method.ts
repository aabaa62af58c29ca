// A method as a value: `$x.Substring` without parentheses. It shows its overloads and can be invoked.

import type { PSMember, Value } from '../values.ts';
import { callScriptBlock } from './callable.ts';
import type { MethodMember } from './member-tables.ts';
import { callOverloads } from './overloads.ts';
import { knownType, type PSType } from './registry.ts';

export class PSMethod {
  constructor(
    readonly member: MethodMember | PSMember,
    readonly target: Value,
    readonly isStatic = false,
  ) {}
  get name(): string {
    return this.member.name;
  }
  get psType(): PSType {
    return knownType(`System.Management.Automation.${this.member.kind === 'method' ? 'PSMethod' : 'PSScriptMethod'}`);
  }
  get definitions(): string[] {
    if (this.member.kind !== 'method') return [`System.Object ${this.member.name}();`];
    return this.member.overloads.map((overload) =>
      this.isStatic ? `static ${overload.definition}` : overload.definition,
    );
  }
  invoke(args: Value[]): Value {
    if (this.member.kind === 'method')
      return callOverloads(this.member.overloads, this.member.name, this.target, this.isStatic, args);
    if (typeof this.member.value === 'function')
      return (this.member.value as unknown as (...a: Value[]) => Value)(this.target, ...args);
    const output = callScriptBlock(this.member.value, { this: this.target, args });
    return output.length <= 1 ? output[0] : output;
  }
  /** Text as PowerShell shows a method: its definitions joined. */
  toString(): string {
    return this.definitions.join(', ');
  }
}
