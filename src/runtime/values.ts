// The values scripts compute with, as JavaScript values. Everything in `runtime` relies on this mapping.
//
//   .NET                      here
//   null                      null
//   AutomationNull (nothing)  undefined
//   Boolean                   boolean
//   Int32                     number n with (n | 0) === n
//   Double                    any other number (fraction, NaN, Infinity, beyond Int32); an integral Double
//                             within the Int32 range is a NumberBox of type 'Double' (see `double`)
//   Int64                     bigint
//   String                    string
//   Object[]                  Array without `elementType`
//   T[]                       Array with `elementType` (see `typedArray`)
//   Byte, Int16, UInt64, Single, BigInteger …   NumberBox
//   Decimal                   PSDecimal
//   Char                      PSChar
//   PSCustomObject            PSObject with `base` undefined
//   a primitive with added members             PSObject with `base` the primitive
//   any other .NET object     instance of the class that emulates it; members added to it by Add-Member lie in `addedMembers`

/** Any value of the language. */
export type Value = null | undefined | boolean | number | bigint | string | object;

/** AutomationNull: what a command without output gives. As a value in an expression it acts as null. */
export const NOTHING = undefined;

export type BoxedNumberType =
  | 'Double'
  | 'Single'
  | 'Byte'
  | 'SByte'
  | 'Int16'
  | 'UInt16'
  | 'UInt32'
  | 'UInt64'
  | 'BigInteger';

/** A number whose .NET type the JavaScript type alone cannot tell. `value` is a bigint for UInt64 and BigInteger, else a number. */
export class NumberBox {
  constructor(
    readonly type: BoxedNumberType,
    readonly value: number | bigint,
  ) {}
}

/** True when a primitive number stands for an Int32. */
export function isInt32(value: Value): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** A Double as a value: the primitive where it cannot be taken for an Int32, a box where it could. */
export function double(value: number): number | NumberBox {
  return (value | 0) === value ? new NumberBox('Double', value) : value;
}

/** System.Decimal: mantissa × 10^-scale; the scale is kept (1.10 prints as 1.10). */
export class PSDecimal {
  constructor(
    readonly mantissa: bigint,
    readonly scale: number,
  ) {}
}

/** System.Char: one UTF-16 code unit. */
export class PSChar {
  constructor(readonly code: number) {}
}

/** An array; `elementType` is the full .NET name of the element type when that is not System.Object. */
export interface PSArray extends Array<Value> {
  elementType?: string;
}

/** Marks an array as T[]. `elementType` is a full .NET name such as `System.Int32`. */
export function typedArray(elements: Value[], elementType: string): PSArray {
  const array = elements as PSArray;
  if (elementType !== 'System.Object') array.elementType = elementType;
  return array;
}

// ---------------------------------------------------------------- members added to objects

export type MemberKind =
  | 'NoteProperty'
  | 'ScriptProperty'
  | 'AliasProperty'
  | 'CodeProperty'
  | 'ScriptMethod'
  | 'CodeMethod'
  | 'PropertySet'
  | 'MemberSet';

/** A member of one object (Add-Member, pscustomobject) or of a type (Update-TypeData). */
export interface PSMember {
  kind: MemberKind;
  /** Name as first written; look-up ignores case. */
  name: string;
  /** NoteProperty: the value. AliasProperty: name of the other property. PropertySet: string[]. ScriptMethod: the ScriptBlock. */
  value: Value;
  /** ScriptProperty: ScriptBlock, CodeProperty: function of the object. */
  getter?: Value;
  setter?: Value;
  /** Full .NET name of the type that a typed property keeps, for Get-Member and for assignments. */
  type?: string;
  hidden?: boolean;
}

/** Members by lower-cased name, in the order in which they were added. */
export type MemberTable = Map<string, PSMember>;

/**
 * PSCustomObject (base undefined), or the wrapper that carries added members for a primitive (string, number, boolean, bigint).
 * `typeNames` is the list that `PSTypeNames` shows, most derived first.
 */
export class PSObject {
  readonly members: MemberTable = new Map();
  typeNames: string[];
  readonly base: Value;

  constructor(typeNames?: string[], base?: Value) {
    this.typeNames = typeNames ?? CUSTOM_OBJECT_TYPE_NAMES;
    this.base = base;
  }

  /** A custom object from entries; the quick way for cmdlets to make output. The first of `typeNames` selects the view. */
  static of(properties: Record<string, Value>, ...typeNames: string[]): PSObject {
    const object = new PSObject(typeNames.length > 0 ? [...typeNames, 'System.Object'] : undefined);
    for (const name in properties) object.set(name, properties[name] ?? null);
    return object;
  }

  /** Value of a note property, undefined when there is none. Other kinds of members are the business of `members.ts`. */
  get(name: string): Value {
    return this.members.get(name.toLowerCase())?.value;
  }

  /** Sets or adds a note property. */
  set(name: string, value: Value): void {
    const key = name.toLowerCase();
    const member = this.members.get(key);
    if (member) member.value = value;
    else this.members.set(key, { kind: 'NoteProperty', name, value });
  }
}

/** Shared, never changed in place: give an object its own array before adding a type name. */
export const CUSTOM_OBJECT_TYPE_NAMES: string[] = ['System.Management.Automation.PSCustomObject', 'System.Object'];

interface Added {
  members: MemberTable;
  typeNames?: string[];
}
const added = new WeakMap<object, Added>();

/** Members and type names added to an object that is not a PSObject; undefined when there are none. */
export function addedMembers(object: object): Added | undefined {
  return added.get(object);
}
export function ensureAddedMembers(object: object): Added {
  let entry = added.get(object);
  if (!entry) added.set(object, (entry = { members: new Map() }));
  return entry;
}

/** The value itself where a PSObject merely wraps one; everything else unchanged. */
export function unwrap(value: Value): Value {
  return value instanceof PSObject && value.base !== undefined ? value.base : value;
}
