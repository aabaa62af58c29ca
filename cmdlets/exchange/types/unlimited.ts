// Microsoft.Exchange.Data.Unlimited`1: a size, number or span that may be Unlimited.

import { toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { declareType, genericType, knownType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { byteQuantifiedSizeType } from './byte-quantified-size.ts';

const typeName = 'Microsoft.Exchange.Data.Unlimited`1';

export class UnlimitedValue {
  constructor(
    readonly psType: PSType,
    /** Undefined: unlimited. */
    readonly value: Value,
  ) {}
  toString(): string {
    return this.value === undefined ? 'Unlimited' : toText(this.value);
  }
  hashKey(): string {
    return this.toString();
  }
}

function definition(): PSType {
  const known = resolveType(`${typeName}[System.Int32]`)?.definition;
  if (known) return known;
  type Self = UnlimitedValue;
  return declareType({
    name: typeName,
    kind: 'struct',
    generics: ['T'],
    assembly: 'Microsoft.Exchange.Data, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35',
    properties: {
      'bool IsUnlimited': (self: Self) => self.value === undefined,
      'T Value': (self: Self) => {
        if (self.value !== undefined) return self.value;
        throw new DotNetException('System.InvalidOperationException', 'An unlimited value has no value of its own.');
      },
    },
    methods: { 'string ToString()': (self: Self) => self.toString() },
  });
}

/** `value` undefined means unlimited. */
export function unlimitedOf(kind: 'size' | 'int', value: Value): UnlimitedValue {
  const element = kind === 'size' ? byteQuantifiedSizeType() : knownType('System.Int32');
  return new UnlimitedValue(genericType(definition(), [element]), value);
}
