// A property named by -Property and its like: a name, a name with wildcards, or a script block. Shared by Format-*, Select-Object,
// Sort-Object, Group-Object, Measure-Object and Compare-Object.

import { toText } from './convert.ts';
import { findMember, listMembers, MISSING } from './members.ts';
import { hasWildcards, matchesWildcard } from './operators/strings.ts';
import type { ScriptBlock } from './script-block.ts';
import { Hashtable, isDictionary } from './types/collections/hashtable.ts';
import { findExtension } from './types/extensions.ts';
import { typeOf } from './types/registry.ts';
import { addedMembers, PSObject, type Value } from './values.ts';

export interface PropertyResult {
  value: Value;
  /** The expression for the single property the value comes from. */
  resolved: PropertyExpression;
  /** The property's name as the object has it, where it was at hand. */
  name?: string;
  /** What reading it threw, when it failed. */
  error?: object;
}

export class PropertyExpression {
  readonly script: ScriptBlock | undefined;
  readonly text: string;
  private readonly lowerName: string;
  readonly hasWildcards: boolean;
  private readonly isResolved: boolean;

  constructor(source: string | ScriptBlock, isResolved = false) {
    this.script = typeof source === 'string' ? undefined : source;
    this.text = typeof source === 'string' ? source : source.toString();
    this.lowerName = this.text.toLowerCase();
    this.isResolved = isResolved;
    this.hasWildcards = typeof source === 'string' && !isResolved && hasWildcards(source);
  }

  toString(): string {
    return this.text;
  }

  /** One expression for each property of `target` that this one means. */
  resolveNames(target: Value): PropertyExpression[] {
    if (this.isResolved || this.script) return [this];
    if (this.hasWildcards) return this.resolveWildcards(target);
    const set = propertySet(target, this.lowerName);
    if (set) return set.flatMap((name) => new PropertyExpression(name).resolveNames(target));
    const name = propertyName(target, this.lowerName);
    return name === undefined ? [] : [name === this.text ? this : new PropertyExpression(name, true)];
  }

  private resolveWildcards(target: Value): PropertyExpression[] {
    const found: PropertyExpression[] = [];
    for (const name of wildcardNames(target)) {
      if (matchesWildcard(name, this.text, true)) found.push(new PropertyExpression(name, true));
    }
    return found;
  }

  getValues(target: Value): PropertyResult[] {
    if (this.script) return [this.evaluate(target)];
    if (this.hasWildcards) return this.resolveWildcards(target).map((resolved) => resolved.read(target));
    if (target instanceof PSObject && target.base === undefined) {
      const member = target.members.get(this.lowerName);
      if (member?.kind === 'NoteProperty') return [{ value: member.value, resolved: this, name: member.name }];
    }
    if (this.isResolved) return [this.read(target)];
    const set = propertySet(target, this.lowerName);
    if (set)
      return set.flatMap((name) => new PropertyExpression(name).resolveNames(target).map((one) => one.read(target)));
    // Most objects have the property: reading first saves looking for its name.
    const value = readOwnProperty(target, this.lowerName);
    if (value === MISSING) return [];
    return [{ value: value as Value, resolved: this }];
  }

  /** The first value, MISSING when there is no such property. What reading throws is thrown. */
  firstValue(target: Value): Value | typeof MISSING {
    if (this.script) {
      const result = this.evaluate(target);
      if (result.error) throw result.error;
      return result.value;
    }
    if (this.hasWildcards) {
      const first = this.resolveWildcards(target)[0];
      return first ? first.firstValue(target) : MISSING;
    }
    return this.isResolved ? readProperty(target, this.lowerName) : readOwnProperty(target, this.lowerName);
  }

  private read(target: Value): PropertyResult {
    try {
      const value = readProperty(target, this.lowerName);
      return { value: value === MISSING ? null : (value as Value), resolved: this };
    } catch (error) {
      if (!(error instanceof Object)) throw error;
      return { value: null, resolved: this, error: failure(error) };
    }
  }

  private evaluate(target: Value): PropertyResult {
    const { engine } = this.script!;
    const propagated = engine.propagateErrors;
    // An error inside ends the block: the caller decides what becomes of it.
    engine.propagateErrors = true;
    try {
      const output = this.script!.call({ underscore: target, scope: 'new' });
      return { value: output.length === 0 ? null : output.length === 1 ? output[0] : output, resolved: this };
    } catch (error) {
      return { value: null, resolved: this, error: failure(error as object) };
    } finally {
      engine.propagateErrors = propagated;
    }
  }
}

/** Names in a property set of that name, which the object or its type has. */
function propertySet(target: Value, lowerName: string): string[] | undefined {
  const table =
    typeof target === 'object' && target !== null
      ? target instanceof PSObject
        ? target.members
        : addedMembers(target)?.members
      : undefined;
  const member = table?.get(lowerName) ?? findExtension(target, lowerName);
  return member?.kind === 'PropertySet' ? (member.value as string[]) : undefined;
}

/** Only errors of the user's are kept; faults of our own and control flow go on. */
function failure(thrown: object): object {
  if (thrown instanceof Error || !('record' in thrown || 'message' in thrown)) throw thrown;
  return thrown;
}

/** A property's value, never a method. */
function readProperty(target: Value, lowerName: string): Value | typeof MISSING {
  if (target instanceof PSObject && target.base === undefined) {
    const member = target.members.get(lowerName);
    if (member?.kind === 'NoteProperty') return member.value;
  }
  const value = findMember(target, lowerName);
  return isMethod(value) ? MISSING : value;
}
/** Without the Count and Length that every object answers to. */
function readOwnProperty(target: Value, lowerName: string): Value | typeof MISSING {
  const intrinsic = lowerName === 'count' || lowerName === 'length';
  return intrinsic && propertyName(target, lowerName) === undefined ? MISSING : readProperty(target, lowerName);
}
function isMethod(value: Value | typeof MISSING): boolean {
  return typeof value === 'object' && value !== null && (value as object).constructor.name === 'PSMethod';
}

/** The property's name as it is written where it is defined; undefined when there is none. */
export function propertyName(target: Value, lowerName: string): string | undefined {
  if (target === null || target === undefined) return undefined;
  const own = ownPropertyName(target, lowerName);
  if (own !== undefined) return own;
  const value = readQuietly(target, lowerName);
  if (value === MISSING) return undefined;
  if (lowerName === 'count' || lowerName === 'length')
    return listMembers(target, { propertiesOnly: true }).find((m) => m.name.toLowerCase() === lowerName)?.name;
  return (
    listMembers(target, { propertiesOnly: true, force: true }).find((m) => m.name.toLowerCase() === lowerName)?.name ??
    lowerName
  );
}

function ownPropertyName(target: Value, lowerName: string): string | undefined {
  if (typeof target === 'object') {
    const table = target instanceof PSObject ? target.members : addedMembers(target as object)?.members;
    const member = table?.get(lowerName);
    if (member && member.kind !== 'ScriptMethod' && member.kind !== 'CodeMethod') return member.name;
    if (isDictionary(target)) {
      for (const [key] of target.entries()) if (typeof key === 'string' && key.toLowerCase() === lowerName) return key;
    }
  }
  const declared = typeOf(target)?.instanceMember(lowerName);
  return declared?.kind === 'property' ? declared.name : undefined;
}
function readQuietly(target: Value, lowerName: string): Value | typeof MISSING {
  try {
    return readProperty(target, lowerName);
  } catch {
    return null;
  }
}

/** Names of all properties, in the order in which the reference lists them. */
export function propertyNames(target: Value): string[] {
  if (target === null || target === undefined) return [];
  if (target instanceof PSObject && target.base === undefined && !hasTypeExtensions(target)) {
    const names: string[] = [];
    for (const member of target.members.values())
      if (!member.hidden && isPropertyKind(member.kind)) names.push(member.name);
    return names;
  }
  return namesInOrder(target, [Rank.Own, Rank.DotNet, Rank.TypeTable]);
}
/** As wildcards find them: members of the object itself, those of the type tables, then .NET's. */
function wildcardNames(target: Value): string[] {
  if (target === null || target === undefined) return [];
  if (target instanceof PSObject && target.base === undefined) return propertyNames(target);
  if (target instanceof Hashtable) return target.keys().map((key) => toText(key));
  return namesInOrder(target, [Rank.Own, Rank.TypeTable, Rank.DotNet]);
}

/** Where a property comes from: added to the object, .NET's, or PowerShell's type tables'. */
const Rank = { Own: 0, DotNet: 1, TypeTable: 2 } as const;

function namesInOrder(target: Value, order: readonly number[]): string[] {
  const groups: string[][] = [[], [], []];
  const own = ownTable(target);
  for (const member of listMembers(target, { propertiesOnly: true })) {
    if (member.hidden) continue;
    const dotNet = member.kind === 'Property' ? Rank.DotNet : Rank.TypeTable;
    groups[own?.has(member.name.toLowerCase()) ? Rank.Own : dotNet]!.push(member.name);
  }
  return order.flatMap((rank) => groups[rank]!);
}
function ownTable(target: Value): { has(name: string): boolean } | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  return target instanceof PSObject ? target.members : addedMembers(target)?.members;
}
function isPropertyKind(kind: string): boolean {
  return kind.endsWith('Property');
}
/** A custom type name may bring members of its own (Update-TypeData). */
function hasTypeExtensions(target: PSObject): boolean {
  return target.typeNames.length !== 2;
}

/** Names under which objects are known, in the order in which the reference looks for them. */
const EXACT_NAMES = ['name', 'id', 'key'];
const ENDINGS = ['key', 'name', 'id'];

/** The property that looks like the name of the object. */
export function nameProperty(value: Value): string | undefined {
  const all = propertyNames(value);
  const exact = EXACT_NAMES.flatMap((wanted) => all.filter((name) => name.toLowerCase() === wanted))[0];
  return exact ?? ENDINGS.flatMap((ending) => all.filter((name) => name.toLowerCase().endsWith(ending)))[0];
}
