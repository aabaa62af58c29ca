// From an argument to the value of a parameter: conversion, the checks on null and empty, validation attributes.

import type { Extent } from '../../language/ast.ts';
import { convertTo, toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { typeNames } from '../members.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { PSReference } from '../types/reference.ts';
import { type PSType, typeOf } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { type BindingFault, type BindingSite, bindingError, faults } from './binding-errors.ts';
import { refuseText } from './boolean-argument.ts';
import type { ParameterMetadata } from './metadata.ts';
import { validateAttribute } from './validation.ts';

export interface Coercion {
  engine: Engine;
  site: BindingSite;
  extent: Extent | undefined;
  /** A number as it was written. */
  literal?: string;
  /** False for functions without CmdletBinding. */
  advanced: boolean;
}

/** True when the value can be taken without any conversion. */
export function needsNoCoercion(parameter: ParameterMetadata, value: Value): boolean {
  const { type } = parameter;
  if (parameter.opaque) return false;
  if (type.id === 'System.Object' || type.id === 'System.Management.Automation.PSObject') return true;
  if (value === null || value === undefined) return false;
  const own = typeOf(value);
  if (own === undefined) return false;
  if (type.isAssignableFrom(own)) return true;
  // An array parameter takes one element of its type.
  return (
    type.elementType !== undefined &&
    (type.elementType.id === 'System.Object' ||
      type.elementType.id === 'System.Management.Automation.PSObject' ||
      type.elementType.isAssignableFrom(own))
  );
}

export function coerceArgument(parameter: ParameterMetadata, value: Value, how: Coercion): Value {
  if (isMandatory(parameter) && !parameter.allowNull && isEnumerable(value)) refuseNulls(parameter, value, how);
  if (parameter.psTypeName !== undefined) requireTypeName(parameter, parameter.psTypeName, value, how);
  const converted =
    parameter.enumValues !== undefined
      ? (specialForm(parameter, value, how) ?? enumArgument(parameter, value, how))
      : convert(parameter, value, how);
  for (const attribute of parameter.validations) {
    const fault = validateAttribute(attribute, converted, how.engine);
    if (fault !== undefined)
      throw bindingError(how.site, {
        ...faults.validation(parameter, fault, how.extent),
        inner: new DotNetException('System.Management.Automation.ValidationMetadataException', fault),
      });
  }
  checkEmptiness(parameter, converted, how);
  return converted;
}

function convert(parameter: ParameterMetadata, value: Value, how: Coercion): Value {
  const { type } = parameter;
  if (parameter.transform !== undefined) return transformed(parameter, parameter.transform, value, how);
  if (type.id === 'System.Object') return value ?? null;
  if (type.id === 'System.Int32' && typeof value === 'number' && (value | 0) === value) return value;
  if (type.id === 'System.String' && typeof value === 'string') return value;
  // compiled cmdlets keep null; only script parameters make an empty string of it.
  if (type.id === 'System.String' && !parameter.scriptTyped && (value === null || value === undefined)) return null;
  if (type.id === 'System.Management.Automation.PSObject') return value ?? null;
  if (!parameter.scriptTyped && type.id === 'System.String' && isEnumerable(value)) {
    throw bindingError(how.site, faults.notSupported(parameter, typeOf(value)?.fullName ?? '', how.extent));
  }
  try {
    if (type.id === 'System.Boolean' || parameter.isSwitch) refuseText(value, type);
    if (how.literal !== undefined && takesText(type)) return convertTo(how.literal, type);
    if (type.id === 'System.Management.Automation.PSReference' && !(value instanceof PSReference))
      throw new DotNetException(
        'System.Management.Automation.ArgumentTransformationMetadataException',
        'Reference type is expected in argument.',
      );
    if (type.id === 'System.String' && isEnumerable(value) && how.advanced) throw arrayToText();
    return convertTo(value, type);
  } catch (error) {
    const thrown = elementFault(parameter, value, error);
    if (!(thrown instanceof DotNetException)) throw thrown;
    throw bindingError(how.site, conversionFault(parameter, remoteFault(parameter, value, thrown), how));
  }
}

/** Cmdlets convert a single value for a list to the type of its elements; the error tells of that. */
function elementFault(parameter: ParameterMetadata, value: Value, error: unknown): unknown {
  const element = parameter.type.elementType;
  if (parameter.scriptTyped || parameter.convertedRemotely || element === undefined || isEnumerable(value))
    return error;
  try {
    convertTo(value, element);
    return error;
  } catch (thrown) {
    return thrown;
  }
}

/** A type's own complaint within the sentence that says what should have become what. */
function remoteFault(parameter: ParameterMetadata, value: Value, thrown: DotNetException): DotNetException {
  if (!parameter.convertedRemotely || thrown.message.startsWith('Cannot convert')) return thrown;
  const message = `Cannot convert value "${toText(value)}" to type "${parameter.type.fullName}". Error: "${thrown.message}"`;
  return new DotNetException('System.Management.Automation.PSInvalidCastException', message);
}

/** Script parameters and those that are converted elsewhere tell of a transformation. */
function conversionFault(parameter: ParameterMetadata, thrown: DotNetException, { extent }: Coercion): BindingFault {
  return parameter.scriptTyped || parameter.convertedRemotely
    ? faults.transformation(parameter, thrown, extent)
    : faults.conversion(parameter, thrown, extent);
}

/** What a transformation makes of an argument that is no value of the enumeration; undefined when it leaves it alone. */
function specialForm(parameter: ParameterMetadata, value: Value, how: Coercion): Value {
  return parameter.transform && transformed(parameter, parameter.transform, value, how);
}

function transformed(
  parameter: ParameterMetadata,
  transform: (value: Value) => Value,
  value: Value,
  how: Coercion,
): Value {
  try {
    return transform(value);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    throw bindingError(how.site, faults.transformation(parameter, thrown, how.extent));
  }
}

/** Types that are made from text: a number argument counts as the text it was written as. */
function takesText(type: PSType): boolean {
  return type.id === 'System.String' || type.id === 'System.Version' || type.elementType?.id === 'System.String';
}

function arrayToText(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.PSInvalidCastException',
    'Cannot convert value to type System.String.',
  );
}

/** An enumeration of the cmdlet's own: names by unambiguous prefix, comma lists for arrays. */
function enumArgument(parameter: ParameterMetadata, value: Value, how: Coercion): Value {
  const isArray = parameter.type.elementType !== undefined;
  const given = isEnumerable(value) ? [...enumerate(value)] : [value];
  if (isArray) return given.map((name) => enumName(parameter, name, how));
  if (parameter.enumFlags) return flagNames(parameter, given, how);
  return enumName(parameter, given.length === 1 ? given[0] : given.map((each) => toText(each)).join(','), how);
}

/** Values that may stand together, as a list or in one text; they show in the order of the enumeration. */
function flagNames(parameter: ParameterMetadata, given: readonly Value[], how: Coercion): Value {
  if (given.every((value) => value === null || value === undefined)) return null;
  const names = new Set(
    given.flatMap((value) => toText(value).split(',')).map((name) => enumName(parameter, name.trim(), how)),
  );
  return parameter.enumValues!.filter((name) => names.has(name)).join(', ');
}

function enumName(parameter: ParameterMetadata, value: Value, how: Coercion): Value {
  const values = parameter.enumValues!;
  if (value === null || value === undefined) return null;
  const text = toText(value);
  const lower = text.toLowerCase();
  const exact = values.find((name) => name.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const starting = values.filter((name) => name.toLowerCase().startsWith(lower));
  if (starting.length === 1 && lower !== '') return starting[0]!;
  const typeName = parameter.typeName === 'enum' ? 'System.Enum' : parameter.typeName;
  const message = `Cannot convert value "${text}" to type "${typeName}". Error: "Unable to match the identifier name ${text} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${values.join(', ')}"`;
  throw bindingError(
    how.site,
    conversionFault(
      parameter,
      new DotNetException('System.Management.Automation.PSInvalidCastException', message),
      how,
    ),
  );
}

/** Mandatory parameters take no null and nothing empty, unless an attribute allows it. */
function checkEmptiness(parameter: ParameterMetadata, value: Value, how: Coercion): void {
  if (!isMandatory(parameter)) return;
  if (value === null || value === undefined) {
    if (!parameter.allowNull) throw bindingError(how.site, faults.notAllowed(parameter, 'Null', how.extent));
    return;
  }
  if (typeof value === 'string') {
    if (value === '' && !parameter.allowEmptyString)
      throw bindingError(how.site, faults.notAllowed(parameter, 'EmptyString', how.extent));
    return;
  }
  if (
    typeof value !== 'object' ||
    isDictionary(value) ||
    !isEnumerable(value) ||
    (parameter.type.elementType === undefined && parameter.type.id !== 'System.Array')
  )
    return;
  checkElements(parameter, value, how);
}

/** [PSTypeName('…')]: the argument must carry that name among its PSTypeNames. */
function requireTypeName(parameter: ParameterMetadata, name: string, value: Value, how: Coercion): void {
  const values = parameter.type.elementType !== undefined && isEnumerable(value) ? enumerate(value) : [value];
  for (const item of values) {
    if (typeNames(item).some((candidate) => candidate.toLowerCase() === name.toLowerCase())) continue;
    throw bindingError(how.site, faults.typeNameMismatch(parameter, name, how.extent));
  }
}

/** An element that is null is refused before a conversion could make something of it. */
function refuseNulls(parameter: ParameterMetadata, value: Value, how: Coercion): void {
  if (parameter.type.elementType === undefined) return;
  for (const element of enumerate(value)) {
    if (element === null || element === undefined)
      throw bindingError(how.site, faults.notAllowed(parameter, 'Null', how.extent));
  }
}

function checkElements(parameter: ParameterMetadata, value: object, how: Coercion): void {
  let count = 0;
  for (const element of enumerate(value)) {
    count++;
    if ((element === null || element === undefined) && !parameter.allowNull)
      throw bindingError(how.site, faults.notAllowed(parameter, 'Null', how.extent));
    if (element === '' && !parameter.allowEmptyString && parameter.type.elementType?.id === 'System.String') {
      throw bindingError(how.site, faults.notAllowed(parameter, 'EmptyString', how.extent));
    }
  }
  if (count === 0 && !parameter.allowEmptyCollection) {
    throw bindingError(
      how.site,
      faults.notAllowed(parameter, Array.isArray(value) ? 'EmptyArray' : 'EmptyCollection', how.extent),
    );
  }
}

function isMandatory(parameter: ParameterMetadata): boolean {
  for (const data of parameter.sets.values()) if (data.mandatory) return true;
  return false;
}
