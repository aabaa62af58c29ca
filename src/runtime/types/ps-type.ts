// System.Type as the shell models it: a name, a base, and tables of members that are parsed from readable signatures when the
// type is first used. One PSType object stands for one .NET type, so identity is type equality.

import type { Value } from '../values.ts';
import { buildMembers, type Member, type MemberTables } from './member-tables.ts';

export type TypeKind = 'class' | 'struct' | 'interface' | 'enum' | 'delegate' | 'static';

// biome-ignore lint/suspicious/noExplicitAny: bodies get their arguments marshalled as their signature says.
export type Body = (...args: any[]) => any;

export interface PropertyBody {
  get?: Body;
  set?: Body;
}

/**
 * Declaration of a type. Signatures read like C#: `'int Length'`, `'string Substring(int startIndex, int length)'`; types in them
 * are short names (`int`, `string`, `T`) or full .NET names. `this` comes as first argument of instance bodies.
 */
export interface TypeSpec {
  /** Full name; of a generic definition with its arity (System.Collections.Generic.List`1). */
  name: string;
  kind?: TypeKind;
  base?: string;
  interfaces?: string[];
  abstract?: boolean;
  /** Names of the type parameters of a generic definition. */
  generics?: string[];
  constructors?: Record<string, Body>;
  properties?: Record<string, Body | PropertyBody>;
  methods?: Record<string, Body>;
  staticProperties?: Record<string, Body | PropertyBody>;
  staticMethods?: Record<string, Body>;
  /** Members of PowerShell's own type tables (types.ps1xml): aliases, code properties, default display sets. */
  extensions?: Record<string, Body | PropertyBody>;
  aliasProperties?: Record<string, string>;
  enumValues?: Record<string, number | bigint>;
  flags?: boolean;
  underlying?: string;
  /** Value of `default(T)` for value types, e.g. `[timespan]::new()`. */
  zero?: () => Value;
  /** `[T]text`: what a static Parse gives; a DotNetException it throws is quoted in the cast's error. */
  parse?: (text: string) => Value;
  parseErrorId?: string;
  /** Conversion from other values; undefined when there is none from that one. */
  convert?: (value: Value, type: PSType) => Value;
  /** Element type when the type is enumerated by the pipeline, for generic collections `T`. */
  assembly?: string;
  /** Lower-case names of members that a script class hides. */
  hidden?: ReadonlySet<string>;
}

const CORE = 'System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e';

export class PSType {
  readonly spec: TypeSpec;
  /** Arguments of a constructed generic type. */
  readonly typeArguments: readonly PSType[];
  readonly definition: PSType | undefined;
  readonly elementType: PSType | undefined;
  readonly rank: number;
  /** Set by the registry: finds other types by name, with this type's parameters in force. */
  readonly resolve: (name: string) => PSType | undefined;
  private tables: MemberTables | undefined;
  private baseType: PSType | null | undefined;
  private ancestors: Map<string, PSType> | undefined;

  constructor(
    spec: TypeSpec,
    resolve: (name: string) => PSType | undefined,
    parts: { typeArguments?: PSType[]; definition?: PSType; elementType?: PSType; rank?: number } = {},
  ) {
    this.spec = spec;
    this.resolve = resolve;
    this.typeArguments = parts.typeArguments ?? [];
    this.definition = parts.definition;
    this.elementType = parts.elementType;
    this.rank = parts.rank ?? 0;
  }

  get kind(): TypeKind {
    return this.spec.kind ?? 'class';
  }
  get isEnum(): boolean {
    return this.spec.kind === 'enum';
  }
  get isArray(): boolean {
    return this.elementType !== undefined;
  }
  get isInterface(): boolean {
    return this.spec.kind === 'interface';
  }
  get isValueType(): boolean {
    return this.spec.kind === 'struct' || this.spec.kind === 'enum';
  }
  get isGenericDefinition(): boolean {
    return this.spec.generics !== undefined && this.typeArguments.length === 0;
  }

  /** Name that identifies the type everywhere here: like .NET's ToString(), e.g. System.Collections.Generic.List`1[System.Int32]. */
  get id(): string {
    return this.cachedId ?? (this.cachedId = this.makeId());
  }
  private cachedId: string | undefined;
  private makeId(): string {
    if (this.elementType) return `${this.elementType.id}[${','.repeat(this.rank - 1)}]`;
    if (this.typeArguments.length > 0) return `${this.spec.name}[${this.typeArguments.map((a) => a.id).join(',')}]`;
    return this.spec.name;
  }

  /** Type.FullName: arguments of generics are assembly-qualified. */
  get fullName(): string {
    if (this.elementType) return `${this.elementType.fullName}[${','.repeat(this.rank - 1)}]`;
    if (this.typeArguments.length === 0) return this.spec.name;
    return `${this.spec.name}[${this.typeArguments.map((a) => `[${a.fullName}, ${a.assembly}]`).join(',')}]`;
  }
  get assembly(): string {
    return this.elementType?.assembly ?? this.spec.assembly ?? CORE;
  }
  /** Type.Name: `Int32`, `List`1`, `Int32[]`. */
  get name(): string {
    if (this.elementType) return `${this.elementType.name}[${','.repeat(this.rank - 1)}]`;
    const dot = this.spec.name.lastIndexOf('.');
    const name = this.spec.name.slice(dot + 1);
    const plus = name.lastIndexOf('+');
    return plus < 0 ? name : name.slice(plus + 1);
  }
  get namespace(): string | null {
    if (this.elementType) return this.elementType.namespace;
    const dot = this.spec.name.lastIndexOf('.');
    return dot < 0 ? null : this.spec.name.slice(0, dot);
  }

  get base(): PSType | undefined {
    if (this.baseType === undefined) {
      const name = this.baseName();
      this.baseType = (name === undefined ? undefined : this.resolve(name)) ?? null;
    }
    return this.baseType ?? undefined;
  }
  private baseName(): string | undefined {
    if (this.elementType) return 'System.Array';
    if (this.spec.base !== undefined) return this.spec.base;
    if (this.spec.name === 'System.Object' || this.isInterface) return undefined;
    if (this.spec.kind === 'struct') return 'System.ValueType';
    if (this.spec.kind === 'enum') return 'System.Enum';
    if (this.spec.kind === 'delegate') return 'System.MulticastDelegate';
    return 'System.Object';
  }

  /** Interfaces of this type and its bases, by id. */
  get allInterfaces(): PSType[] {
    return [...this.allAncestors().values()].filter((type) => type.isInterface);
  }

  /** True when a value of type `other` is a value of this type. */
  isAssignableFrom(other: PSType): boolean {
    if (other === this || this.spec.name === 'System.Object') return true;
    if (other.allAncestors().has(this.id)) return true;
    if (this.elementType && other.elementType && this.rank === other.rank) {
      return !other.elementType.isValueType && this.elementType.isAssignableFrom(other.elementType);
    }
    return false;
  }
  isSubclassOf(other: PSType): boolean {
    for (let type = this.base; type; type = type.base) if (type === other) return true;
    return false;
  }

  private allAncestors(): Map<string, PSType> {
    if (this.ancestors) return this.ancestors;
    const found = new Map<string, PSType>();
    const visit = (name: string): void => {
      const type = this.resolve(name);
      if (!type || found.has(type.id)) return;
      found.set(type.id, type);
      for (const [id, ancestor] of type.allAncestors()) found.set(id, ancestor);
    };
    const names = this.elementType ? arrayInterfaces(this.elementType) : (this.spec.interfaces ?? []);
    for (const name of names) visit(name);
    if (this.base) {
      found.set(this.base.id, this.base);
      for (const [id, ancestor] of this.base.allAncestors()) found.set(id, ancestor);
    }
    this.ancestors = found;
    return found;
  }

  /** Member tables, inherited members included. */
  get members(): MemberTables {
    return this.tables ?? (this.tables = buildMembers(this));
  }
  /** Drops what was derived, after members were added (Update-TypeData, script classes being completed). */
  invalidate(): void {
    this.tables = undefined;
    this.ancestors = undefined;
    this.baseType = undefined;
  }
  instanceMember(lowerName: string): Member | undefined {
    return this.members.instance.get(lowerName);
  }
  staticMember(lowerName: string): Member | undefined {
    return this.members.static.get(lowerName);
  }
  toString(): string {
    return this.id;
  }
}

function arrayInterfaces(element: PSType): string[] {
  const of = ['IList', 'ICollection', 'IEnumerable', 'IReadOnlyList', 'IReadOnlyCollection'];
  return of.map((name) => `System.Collections.Generic.${name}\`1[${element.id}]`);
}
