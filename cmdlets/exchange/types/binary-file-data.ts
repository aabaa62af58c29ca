// What Export-Message puts out: the bytes of a message, which AssembleMessage writes to a file.

import { convertTo } from '../../../src/runtime/convert.ts';
import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import { typedArray, type Value } from '../../../src/runtime/values.ts';

const typeName = 'Microsoft.Exchange.Data.BinaryFileDataObject';

export class BinaryFileData {
  readonly psType: PSType;
  constructor(
    readonly identity: string,
    readonly data: Uint8Array,
  ) {
    this.psType = binaryFileDataType();
  }
  get fileData(): Value {
    return typedArray(
      [...this.data].map((byte) => convertTo(byte, 'System.Byte')),
      'System.Byte',
    );
  }
  toString(): string {
    return this.identity;
  }
}

function binaryFileDataType(): PSType {
  type Self = BinaryFileData;
  return (
    resolveType(typeName) ??
    declareType({
      name: typeName,
      properties: {
        'byte[] FileData': (self: Self) => self.fileData,
        'string Identity': (self: Self) => self.identity,
        'bool IsValid': () => true,
        'string ObjectState': () => 'Unchanged',
      },
      methods: { 'string ToString()': (self: Self) => self.toString() },
    })
  );
}
