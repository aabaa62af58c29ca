// Format-Hex.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toArray } from '../../../src/runtime/enumerate.ts';
import { isNumber, numberTypeOf, toPlainBigInt, toPlainNumber } from '../../../src/runtime/number/numeric.ts';
import { type EncodingName, encodeText, encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { typeOf } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { eachItem } from '../management/shared/items.ts';
import { BYTES_PER_LINE, ByteCollection } from './types/byte-collection.ts';

const SIZES: Record<string, number> = {
  Byte: 1,
  SByte: 1,
  Int16: 2,
  UInt16: 2,
  Int32: 4,
  UInt32: 4,
  Int64: 8,
  UInt64: 8,
  Single: 4,
  Double: 8,
};

export default defineCmdlet({
  name: 'Format-Hex',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.FormatHex',
  aliases: ['fhx'],
  synopsis: 'Shows bytes as hexadecimal numbers.',
  defaultSet: 'Path',
  parameters: {
    Path: { type: 'string[]', mandatory: true, position: 0, sets: 'Path', wildcards: true, help: 'The files.' },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      sets: 'LiteralPath',
      help: 'The files, their paths taken as they are.',
    },
    InputObject: {
      type: 'psobject',
      mandatory: true,
      pipeline: 'value',
      sets: 'ByInputObject',
      help: 'Text or numbers.',
    },
    Encoding: {
      type: 'System.Text.Encoding',
      sets: 'ByInputObject',
      transform: encodingArgument,
      default: 'utf8NoBOM',
      help: 'How text is turned into bytes.',
    },
    Count: { type: 'long', help: 'Only that many bytes.' },
    Offset: { type: 'long', help: 'Leaves out that many bytes at the beginning.' },
    Raw: { type: 'switch', sets: 'ByInputObject', help: 'Accepted for compatibility.' },
  },
  outputs: ['Microsoft.PowerShell.Commands.ByteCollection'],
  examples: [{ script: "('mail' | Format-Hex).HexBytes.Trim()", output: '6D 61 69 6C' }],
  create(cmdlet) {
    let pending: { type: string; bytes: number[] } | undefined;
    const flush = (): void => {
      if (pending) write(cmdlet, labelOf(pending.type, pending.bytes), null, Uint8Array.from(pending.bytes));
      pending = undefined;
    };
    return {
      process() {
        if (!cmdlet.has('InputObject')) {
          eachItem(cmdlet, (item) => write(cmdlet, item.path, item.path, cmdlet.host.files.read(item.path)));
          return;
        }
        const input = cmdlet.args.InputObject as Value;
        for (const value of typeof input === 'string' ? [input] : toArray(input)) {
          const id = typeOf(value)?.id ?? '';
          const bytes = bytesOf(cmdlet, value);
          if (!bytes) continue;
          if (typeof value === 'string' || pending?.type !== id) flush();
          pending ??= { type: id, bytes: [] };
          pending.bytes.push(...bytes);
        }
      },
      end: flush,
    };
  },
});

function bytesOf(cmdlet: CmdletContext, value: Value): number[] | undefined {
  if (typeof value === 'string') return [...encodeText(value, cmdlet.args.Encoding as EncodingName | undefined)];
  if (typeof value === 'boolean') return [value ? 1 : 0];
  const size = isNumber(value) ? SIZES[numberTypeOf(value)!] : undefined;
  if (size === undefined) {
    const message = `Cannot convert input of type '${typeOf(value)?.id}' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.`;
    cmdlet.error(
      cmdlet.makeError(message, 'FormatHexTypeNotSupported', 'InvalidType', value, 'System.ArgumentException'),
    );
    return undefined;
  }
  const view = new DataView(new ArrayBuffer(8));
  const type = numberTypeOf(value)!;
  if (type === 'Double') view.setFloat64(0, toPlainNumber(value), true);
  else if (type === 'Single') view.setFloat32(0, toPlainNumber(value), true);
  else view.setBigInt64(0, BigInt.asIntN(64, toPlainBigInt(value) ?? 0n), true);
  return [...new Uint8Array(view.buffer)].slice(0, size);
}

/** The reference shows a hash code that changes from run to run; here it depends on the bytes. */
function labelOf(type: string, bytes: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const value of bytes) hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  return `${type.slice(type.lastIndexOf('.') + 1)} (${type}) <${hash.toString(16).toUpperCase().padStart(8, '0')}>`;
}

function write(cmdlet: CmdletContext, label: string, path: string | null, all: Uint8Array): void {
  const from = Number(cmdlet.args.Offset ?? 0);
  const count = cmdlet.args.Count === undefined ? all.length : Number(cmdlet.args.Count);
  const bytes = all.slice(from, from + count);
  for (let at = 0; at < bytes.length; at += BYTES_PER_LINE) {
    cmdlet.write(new ByteCollection(label, path, at, bytes.slice(at, at + BYTES_PER_LINE)));
  }
}
