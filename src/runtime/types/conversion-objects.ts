// Conversions to everything that is no primitive: arrays, collections, types with Parse or a one-argument constructor, delegates,
// and objects made from hashtables.

import { convertTo, toText } from '../convert.ts';
import { isEnumerable, toArray } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { isNumber } from '../number/numeric.ts';
import { addedMembers, PSObject, typedArray, type Value } from '../values.ts';
import { isScriptBlock } from './callable.ts';
import { type Dictionary, isDictionary } from './collections/hashtable.ts';
import { constructWith, findOneArgumentConstructor } from './construction.ts';
import { castFailure, castMessage, noConversion, nullConversion } from './conversion-errors.ts';
import { Delegate } from './delegate.ts';
import { setProperty } from './properties.ts';
import { PSReference } from './reference.ts';
import { PSType, resolveType, typeOf } from './registry.ts';

export function convertObject(value: Value, original: Value, type: PSType): Value {
  if (value === null || value === undefined)
    return type.spec.name === 'System.Management.Automation.PSReference' ? new PSReference(null) : convertNull(type);
  const from = typeOf(value);
  if (from === type) return value;
  if (type.spec.name === 'System.Management.Automation.PSReference')
    return value instanceof PSReference ? value : new PSReference(value);
  if (type.spec.name === 'System.Nullable`1') return convertTo(value, type.typeArguments[0]!);
  if (from && type.isAssignableFrom(from)) return original ?? null;
  if (type.elementType) return convertToArray(value, type);
  if (type.spec.name === 'System.Array')
    return Array.isArray(value) ? value : isEnumerable(value) ? [...toArray(value)] : [value];
  if (type.spec.name === 'System.Void') return undefined;
  if (type.spec.name === 'System.Type' || type.spec.name === 'System.RuntimeType') return convertToPSType(value, type);
  if (type.kind === 'delegate' && isScriptBlock(value)) return new Delegate(type, value);
  const special = (type.definition ?? type).spec.convert?.(value, type);
  if (special !== undefined) return special;
  if (typeof value === 'string' && type.spec.parse) return parseText(value, type);
  const operator = implicitOperator(value, type);
  if (operator !== undefined) return operator;
  const constructed = byConstructor(value, type);
  if (constructed !== undefined) return constructed;
  const primitive = fromPrimitive(value, type);
  if (primitive !== undefined) return primitive;
  if (isDictionary(value) || value instanceof PSObject) {
    const made = fromProperties(value, type);
    if (made !== undefined) return made;
  }
  throw noConversion(value, type);
}

/** Numbers are read as their text by types that can be read; truth values have no conversion of that kind. */
function fromPrimitive(value: Value, type: PSType): Value {
  const from = typeOf(value)!.id;
  if (from === 'System.Boolean' || from === 'System.DateTime' || from === 'System.Char') {
    const message = `Invalid cast from '${from}' to '${type.id}'.`;
    throw castFailure(
      value,
      type,
      new DotNetException('System.InvalidCastException', message),
      'InvalidCastIConvertible',
    );
  }
  if (!isNumber(value)) return undefined;
  const text = toText(value);
  if (type.spec.parse) return parseText(text, type);
  return type.spec.convert?.(text, type) ?? byConstructor(text, type);
}

function convertNull(type: PSType): Value {
  if (type.spec.name === 'System.Nullable`1' || !type.isValueType)
    return type.spec.name === 'System.Void' ? undefined : null;
  if (type.spec.name === 'System.Management.Automation.SwitchParameter') return type.spec.zero?.() ?? null;
  throw nullConversion(type);
}

function convertToPSType(value: Value, type: PSType): Value {
  if (value instanceof PSType) return value;
  const found = resolveType(toText(value).replace(/^\[(.*)\]$/, '$1'));
  if (!found) throw noConversion(value, type, 'InvalidCastFromStringToType');
  return found;
}

export function convertToArray(value: Value, type: PSType): Value {
  const element = type.elementType!;
  if (type.rank > 1) throw noConversion(value, type);
  if (typeof value === 'string' && element.id === 'System.Char')
    return typedArray(
      [...splitUnits(value)].map((c) => convertTo(c, element)),
      element.id,
    );
  if (!isEnumerable(value)) return typedArray([soleElement(value, type)], element.id);
  const source = toArray(value);
  const elements = element.id === 'System.Object' ? [...source] : source.map((item) => convertTo(item, element));
  return typedArray(elements, element.id);
}
/** The conversion of a single value to an array; its failure names the array's type. */
function soleElement(value: Value, type: PSType): Value {
  const element = type.elementType!;
  if (element.id === 'System.Object') return value;
  try {
    return convertTo(value, element);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw castFailure(value, type, error, 'InvalidCastExceptionScalarToArray');
  }
}

function splitUnits(text: string): string[] {
  return text.split('');
}

function parseText(text: string, type: PSType): Value {
  try {
    return type.spec.parse!(text);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw castFailure(text, type, error, type.spec.parseErrorId ?? 'InvalidCastParseTargetInvocation');
  }
}

/** op_Implicit and op_Explicit declared by either side. */
function implicitOperator(value: Value, type: PSType): Value {
  const convertible = value as { convertToType?: (type: PSType) => Value };
  return typeof convertible.convertToType === 'function' ? convertible.convertToType(type) : undefined;
}

const COLLECTIONS = /^System\.Collections\.(ArrayList|Queue|Stack|SortedList|BitArray)$/;

/** A constructor that takes exactly this value. */
function byConstructor(value: Value, type: PSType): Value {
  if (type.isInterface || type.spec.abstract) return undefined;
  // A number is no capacity.
  if (isNumber(value) && COLLECTIONS.test(type.id)) return undefined;
  const overload = findOneArgumentConstructor(type, value);
  if (!overload) return undefined;
  try {
    return constructWith(type, overload, [value]);
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    throw castFailure(value, type, error, 'InvalidCastConstructorException');
  }
}

/** What a type gives without arguments. */
function emptyObject(type: PSType): Value {
  if (type.isInterface || type.spec.abstract) return undefined;
  const constructor = type.members.constructors.find((overload) => overload.required === 0);
  if (constructor) return constructWith(type, constructor, []);
  return type.isValueType ? type.spec.zero?.() : undefined;
}

/** A new object whose properties are set from a hashtable or a custom object. */
function fromProperties(source: object, type: PSType): Value {
  const target = emptyObject(type);
  if (target === undefined) return undefined;
  for (const [name, value] of propertiesOf(source)) {
    const member = type.instanceMember(name.toLowerCase());
    if (member?.kind !== 'property' || !member.set) throw propertyMissing(name, type);
    try {
      setProperty(target, member, value);
    } catch (error) {
      if (!(error instanceof DotNetException)) throw error;
      const cause = error.options.inner ?? error;
      const message = `Cannot create object of type "${type.id}". ${cause.message}`;
      throw castMessage(message, 'ObjectCreationError', error);
    }
  }
  return target;
}

export function* propertiesOf(source: object): IterableIterator<[string, Value]> {
  if (isDictionary(source as Value)) {
    for (const [key, value] of (source as unknown as Dictionary).entries()) yield [toText(key), value];
  } else {
    const members = source instanceof PSObject ? source.members : addedMembers(source)?.members;
    for (const member of members?.values() ?? []) if (member.kind === 'NoteProperty') yield [member.name, member.value];
  }
}

function propertyMissing(name: string, type: PSType): DotNetException {
  const settable: string[] = [];
  for (const member of type.members.instance.values()) {
    if (member.kind === 'property' && member.set && !member.owner.spec.hidden?.has(member.name.toLowerCase()))
      settable.push(`[${member.name} <${type.resolve(member.typeName)?.id ?? member.typeName}>]`);
  }
  const known =
    settable.length > 0
      ? `The settable properties are: ${settable.join(', ')}.`
      : 'There is no settable property available.';
  return castMessage(
    `Cannot create object of type "${type.id}". The property '${name}' was not found for the '${type.fullName}' object. ${known}`,
    'ObjectCreationError',
  );
}
