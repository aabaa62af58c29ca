// Microsoft.PowerShell.Commands.ByteCollection: sixteen bytes of what Format-Hex shows.

import { byte, makeNumber } from '../../../../src/runtime/number/numeric.ts';
import { declareType, type PSType } from '../../../../src/runtime/types/registry.ts';
import { typedArray, type Value } from '../../../../src/runtime/values.ts';

export const BYTES_PER_LINE = 16;
let type: PSType | undefined;

export class ByteCollection {
  constructor(
    readonly label: string,
    readonly path: string | null,
    readonly offset: number,
    readonly bytes: Uint8Array,
  ) {}

  get hexOffset(): string {
    return this.offset.toString(16).toUpperCase().padStart(16, '0');
  }
  get hexBytes(): string {
    return [...this.bytes]
      .map((value) => value.toString(16).toUpperCase().padStart(2, '0'))
      .join(' ')
      .padEnd(BYTES_PER_LINE * 3 - 1);
  }
  /** The bytes as Latin-1 characters; 0 is a blank, other control characters the replacement character. */
  get ascii(): string {
    return [...this.bytes].map(asciiOf).join('');
  }
  get psType(): PSType {
    return (type ??= declareType({
      name: 'Microsoft.PowerShell.Commands.ByteCollection',
      properties: {
        'string Path': (lines: ByteCollection) => lines.path,
        'ulong Offset64': (lines: ByteCollection) => makeNumber('UInt64', BigInt(lines.offset)),
        'uint Offset': (lines: ByteCollection) => makeNumber('UInt32', lines.offset),
        'byte[] Bytes': (lines: ByteCollection) =>
          typedArray(
            [...lines.bytes].map((value) => byte(value) as Value),
            'System.Byte',
          ),
        'string HexOffset': (lines: ByteCollection) => lines.hexOffset,
        'string HexBytes': (lines: ByteCollection) => lines.hexBytes,
        'string Ascii': (lines: ByteCollection) => lines.ascii,
        'string Label': (lines: ByteCollection) => lines.label,
      },
      methods: { 'string ToString()': (lines: ByteCollection) => lines.toString() },
    }));
  }
  toString(): string {
    return `${this.hexOffset}   ${this.hexBytes} ${this.ascii}`;
  }
}

function asciiOf(value: number): string {
  if (value === 0) return ' ';
  return value < 32 || (value > 126 && value < 160) ? '\ufffd' : String.fromCharCode(value);
}
