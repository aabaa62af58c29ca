// The part of JSON Schema that configuration files use: types, properties, items, enumerations, bounds, combinations.

import { isNumber, numberTypeOf, toPlainNumber } from '../../../../src/runtime/number/numeric.ts';
import { isDictionary } from '../../../../src/runtime/types/collections/hashtable.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export interface SchemaFault {
  message: string;
  path: string;
}

function typeName(value: Value): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isDictionary(value)) return 'object';
  if (typeof value === 'boolean') return 'boolean';
  if (!isNumber(value)) return 'string';
  const type = numberTypeOf(value);
  return type === 'Double' && !Number.isInteger(toPlainNumber(value)) ? 'number' : 'integer';
}

export function checkSchema(value: Value, schema: Value, path = ''): SchemaFault[] {
  if (schema === true || !isDictionary(schema))
    return schema === false ? [{ message: 'All values fail against the false schema', path }] : [];
  return [
    ...checkType(value, schema, path),
    ...checkScalars(value, schema, path),
    ...checkParts(value, schema, path),
    ...checkCombinations(value, schema, path),
  ];
}

type Schema = { get(key: Value): Value };

function checkType(value: Value, schema: Schema, path: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const wanted = schema.get('type');
  if (wanted !== undefined) {
    const names = Array.isArray(wanted) ? wanted.map(String) : [String(wanted)];
    const actual = typeName(value);
    if (!names.includes(actual) && !(actual === 'integer' && names.includes('number'))) {
      faults.push({ message: `Value is "${actual}" but should be "${names.join('", "')}"`, path });
    }
  }
  const allowed = schema.get('enum');
  if (Array.isArray(allowed) && !allowed.some((item) => same(item, value))) {
    faults.push({ message: 'Value should match one of the values specified by the enum', path });
  }
  const constant = schema.get('const');
  if (constant !== undefined && !same(constant, value))
    faults.push({ message: `Expected ${JSON.stringify(String(constant))}`, path });
  return faults;
}
function same(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return toPlainNumber(left) === toPlainNumber(right);
  return left === right;
}

function checkScalars(value: Value, schema: Schema, path: string): SchemaFault[] {
  const faults: SchemaFault[] = [];
  const limit = (name: string): number | undefined => {
    const given = schema.get(name);
    return isNumber(given) ? toPlainNumber(given) : undefined;
  };
  const test = (name: string, actual: number, fits: (actual: number, bound: number) => boolean, text: string): void => {
    const bound = limit(name);
    if (bound !== undefined && !fits(actual, bound)) faults.push({ message: `${actual} ${text} ${bound}`, path });
  };
  if (isNumber(value)) {
    const number = toPlainNumber(value);
    test('minimum', number, (a, b) => a >= b, 'should be at least');
    test('maximum', number, (a, b) => a <= b, 'should be at most');
    test('exclusiveMinimum', number, (a, b) => a > b, 'should be greater than');
    test('exclusiveMaximum', number, (a, b) => a < b, 'should be less than');
  } else if (typeof value === 'string') {
    test('minLength', value.length, (a, b) => a >= b, 'characters; the value should be at least');
    test('maxLength', value.length, (a, b) => a <= b, 'characters; the value should be at most');
    const pattern = schema.get('pattern');
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) {
      faults.push({ message: 'The string value is not a match for the indicated regular expression', path });
    }
  } else if (Array.isArray(value)) {
    test('minItems', value.length, (a, b) => a >= b, 'items; the value should have at least');
    test('maxItems', value.length, (a, b) => a <= b, 'items; the value should have at most');
  }
  return faults;
}

function checkParts(value: Value, schema: Schema, path: string): SchemaFault[] {
  if (Array.isArray(value)) {
    const items = schema.get('items');
    return items === undefined ? [] : value.flatMap((item, index) => checkSchema(item, items, `${path}/${index}`));
  }
  if (!isDictionary(value)) return [];
  const faults: SchemaFault[] = [];
  const required = schema.get('required');
  const missing = Array.isArray(required) ? required.filter((name) => !value.has(name)) : [];
  if (missing.length > 0)
    faults.push({ message: `Required properties ["${missing.join('","')}"] are not present`, path });
  const properties = schema.get('properties');
  const additional = schema.get('additionalProperties');
  for (const [name, item] of value.entries()) {
    const own = isDictionary(properties) ? properties.get(name) : undefined;
    if (own !== undefined) faults.push(...checkSchema(item, own, `${path}/${name}`));
    else if (additional !== undefined) faults.push(...checkSchema(item, additional, `${path}/${name}`));
  }
  return faults;
}

function checkCombinations(value: Value, schema: Schema, path: string): SchemaFault[] {
  const list = (name: string): Value[] => {
    const given = schema.get(name);
    return Array.isArray(given) ? given : [];
  };
  const faults = list('allOf').flatMap((part) => checkSchema(value, part, path));
  const fits = (part: Value): boolean => checkSchema(value, part, path).length === 0;
  const [any, one, not] = [list('anyOf'), list('oneOf'), schema.get('not')];
  if (any.length > 0 && !any.some(fits)) faults.push({ message: 'Expected at least one matching subschema', path });
  const matching = one.filter(fits).length;
  if (one.length > 0 && matching !== 1)
    faults.push({ message: `Expected 1 matching subschema but found ${matching}`, path });
  if (not !== undefined && fits(not)) faults.push({ message: 'The value should not match the subschema', path });
  return faults;
}
