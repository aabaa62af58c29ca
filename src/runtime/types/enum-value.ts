// A value of an enumeration, .NET's or a script's.

import type { PSType } from './ps-type.ts';

export class EnumValue {
  constructor(
    readonly psType: PSType,
    readonly value: number | bigint,
  ) {}

  /** Name, names of flags, or the number. */
  toString(): string {
    return enumText(this.psType, this.value);
  }
  hashKey(): string {
    return String(this.value);
  }
}

export function enumText(type: PSType, value: number | bigint): string {
  const values = type.spec.enumValues ?? {};
  for (const name in values) if (BigInt(values[name]!) === BigInt(value)) return name;
  if (type.spec.flags && value !== 0 && value !== 0n) return flagsText(values, BigInt(value)) ?? String(value);
  return String(value);
}

function flagsText(values: Record<string, number | bigint>, value: bigint): string | undefined {
  const names: string[] = [];
  let rest = value;
  const entries = Object.entries(values).map(([name, bits]) => [name, BigInt(bits)] as const);
  entries.sort((a, b) => (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : 0));
  for (const [name, bits] of entries) {
    if (bits !== 0n && (rest & bits) === bits) {
      names.unshift(name);
      rest &= ~bits;
    }
  }
  return rest === 0n ? names.join(', ') : undefined;
}
