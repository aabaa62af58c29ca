// Microsoft.Exchange.Data.ByteQuantifiedSize: a size that prints as `10 MB (10,485,760 bytes)`.

import { toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { NumberBox, unwrap } from '../../../src/runtime/values.ts';
import { byteQuantifiedSizeText, parseByteQuantifiedSize } from '../support/sizes.ts';

const typeName = 'Microsoft.Exchange.Data.ByteQuantifiedSize';

export class ByteQuantifiedSize {
  readonly psType: PSType;
  constructor(readonly bytes: number) {
    this.psType = byteQuantifiedSizeType();
  }
  toString(): string {
    return byteQuantifiedSizeText(this.bytes);
  }
  hashKey(): string {
    return String(this.bytes);
  }
  compareTo(other: Value): number {
    const bytes = other instanceof ByteQuantifiedSize ? other.bytes : Number(other);
    return this.bytes < bytes ? -1 : this.bytes > bytes ? 1 : 0;
  }
}

function uint64(value: number): NumberBox {
  return new NumberBox('UInt64', BigInt(Math.floor(value)));
}

function parse(text: string): ByteQuantifiedSize {
  const bytes = parseByteQuantifiedSize(text);
  if (bytes !== undefined) return new ByteQuantifiedSize(bytes);
  throw new DotNetException(
    'System.FormatException',
    `"${text}" isn't a valid size. Type a number with B, KB, MB, GB or TB, for example 10MB.`,
  );
}

/** A parameter's value: a number of bytes, a text, or what a property shows. */
function convert(value: Value): Value {
  const raw = unwrap(value);
  if (raw instanceof ByteQuantifiedSize || raw === null || raw === undefined) return raw;
  return typeof raw === 'number' && raw >= 0 ? new ByteQuantifiedSize(raw) : parse(toText(raw));
}

export function byteQuantifiedSizeType(): PSType {
  const known = resolveType(typeName);
  if (known) return known;
  type Self = ByteQuantifiedSize;
  const spec = {
    name: typeName,
    kind: 'struct' as const,
    convert,
    interfaces: ['System.IComparable'],
    assembly: 'Microsoft.Exchange.Data, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35',
    methods: {
      'ulong ToBytes()': (self: Self) => uint64(self.bytes),
      'ulong ToKB()': (self: Self) => uint64(self.bytes / 1024),
      'ulong ToMB()': (self: Self) => uint64(self.bytes / 1024 ** 2),
      'ulong ToGB()': (self: Self) => uint64(self.bytes / 1024 ** 3),
      'ulong ToTB()': (self: Self) => uint64(self.bytes / 1024 ** 4),
      'int CompareTo(object other)': (self: Self, other: Value) => self.compareTo(other),
      'string ToString()': (self: Self) => self.toString(),
    },
    staticMethods: {
      [`${typeName} Parse(string expression)`]: parse,
      [`${typeName} FromBytes(ulong bytes)`]: (bytes: NumberBox) => new ByteQuantifiedSize(Number(bytes.value)),
      [`${typeName} FromKB(ulong size)`]: (size: NumberBox) => new ByteQuantifiedSize(Number(size.value) * 1024),
      [`${typeName} FromMB(ulong size)`]: (size: NumberBox) => new ByteQuantifiedSize(Number(size.value) * 1024 ** 2),
      [`${typeName} FromGB(ulong size)`]: (size: NumberBox) => new ByteQuantifiedSize(Number(size.value) * 1024 ** 3),
    },
  };
  return declareType(spec);
}
