// `$x.psobject` and its relatives: an object's members as objects.

import { toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { addMember, getMember, invokeMethod, setMember, typeNames } from '../members.ts';
import { addedMembers, ensureAddedMembers, type PSMember, PSObject, type Value } from '../values.ts';
import { GenericList } from './collections/list.ts';
import { listMembers, type MemberInfo } from './listing.ts';
import { knownType, type PSType, typeOf } from './registry.ts';

/** Members by the reserved names; undefined when it is none of them. */
export function psObjectMember(target: Value, lowerName: string): Value {
  switch (lowerName) {
    case 'psobject':
      return new PSObjectView(target);
    case 'psbase':
      return new PSBaseView(target);
    case 'psadapted':
    case 'psextended':
      return target;
    case 'pstypenames':
      return new TypeNameList(target);
    default:
      return undefined;
  }
}

/** `.psbase`: the object as .NET has it, without keys and added members in front. */
export class PSBaseView {
  constructor(readonly target: Value) {}
  get psType(): PSType {
    return typeOf(this.target) ?? knownType('System.Object');
  }
  toString(): string {
    return toText(this.target);
  }
}

export class PSObjectView {
  constructor(readonly target: Value) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.PSMemberInfoView');
  }
  get baseObject(): Value {
    return this.target instanceof PSObject && this.target.base !== undefined ? this.target.base : this.target;
  }
  members(options: { propertiesOnly?: boolean; methodsOnly?: boolean } = {}): PropertyCollection {
    return new PropertyCollection(this.target, options);
  }
  typeNames(): Value {
    return new TypeNameList(this.target);
  }
  copy(): Value {
    return copyObject(this.target);
  }
  toString(): string {
    return 'System.Management.Automation.PSObject';
  }
}

/** A shallow copy with its own added members. */
export function copyObject(target: Value): Value {
  if (!(target instanceof PSObject)) return target;
  const copy = new PSObject([...target.typeNames], target.base);
  for (const [name, member] of target.members) copy.members.set(name, { ...member });
  return copy;
}

/** PSTypeNames: changes go to the object. */
export class TypeNameList extends GenericList {
  constructor(target: Value) {
    super(knownType('System.Collections.ObjectModel.Collection`1[System.String]'), ownTypeNames(target));
  }
}
function ownTypeNames(target: Value): string[] {
  if (target instanceof PSObject) {
    if (target.base !== undefined || target.typeNames.length === 2) target.typeNames = [...typeNames(target)];
    return target.typeNames;
  }
  if (typeof target !== 'object' || target === null) return [...typeNames(target)];
  const added = ensureAddedMembers(target);
  added.typeNames ??= [...typeNames(target)];
  return added.typeNames;
}

/** `.psobject.Properties`, `.Methods`, `.Members`: enumerable, indexed by name, changeable. */
export class PropertyCollection {
  constructor(
    readonly target: Value,
    readonly options: { propertiesOnly?: boolean; methodsOnly?: boolean },
  ) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.PSMemberInfoCollection');
  }
  list(): PropertyView[] {
    let members = listMembers(this.target, { propertiesOnly: this.options.propertiesOnly });
    if (this.options.methodsOnly) members = members.filter((member) => /Method$/.test(member.kind));
    return members.map((member) => new PropertyView(this.target, member));
  }
  find(name: string): PropertyView | undefined {
    const lower = name.toLowerCase();
    return this.list().find((view) => view.member.name.toLowerCase() === lower);
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.list()[Symbol.iterator]();
  }
  add(member: PSMember): void {
    if (this.find(member.name)) {
      throw new DotNetException(
        'System.Management.Automation.ExtendedTypeSystemException',
        `Cannot add a member with the name "${member.name}" because a member with that name is already present.`,
      );
    }
    addMember(this.target, member, true);
  }
  remove(name: string): void {
    const lower = name.toLowerCase();
    if (this.target instanceof PSObject) this.target.members.delete(lower);
    else if (typeof this.target === 'object' && this.target !== null) addedMembers(this.target)?.members.delete(lower);
  }
}

/** One property or method of an object: Name, Value, MemberType, IsSettable … */
export class PropertyView {
  constructor(
    readonly target: Value,
    readonly member: MemberInfo,
  ) {}
  get psType(): PSType {
    const kind = this.member.kind;
    return knownType(`System.Management.Automation.PS${kind === 'Method' ? 'Method' : kind}`);
  }
  get value(): Value {
    return /Method$/.test(this.member.kind) ? getMember(this.target, this.member.name) : this.member.get();
  }
  set value(value: Value) {
    setMember(this.target, this.member.name, value);
  }
  invoke(args: Value[]): Value {
    return invokeMethod(this.target, this.member.name, args);
  }
  toString(): string {
    return this.member.definition;
  }
}
