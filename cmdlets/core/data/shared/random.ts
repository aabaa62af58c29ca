// Random numbers and choices for Get-Random, Get-SecureRandom and New-Guid, from the sandbox's seeded source or from -SetSeed.

import type { CmdletContext, CmdletRun } from '../../../../src/runtime/cmdlet.ts';
import { convertTo } from '../../../../src/runtime/convert.ts';
import { enumerate } from '../../../../src/runtime/enumerate.ts';
import { DotNetException } from '../../../../src/runtime/errors.ts';
import type { RandomSource } from '../../../../src/runtime/host.ts';
import { isNumber, numberTypeOf, toPlainBigInt, toPlainNumber } from '../../../../src/runtime/number/numeric.ts';
import { recordOf } from '../../../../src/runtime/providers/provider-errors.ts';
import { double, isInt32, NumberBox, type Value } from '../../../../src/runtime/values.ts';

/** mulberry32: a small generator for -SetSeed. */
export class SeededRandom implements RandomSource {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  nextUint32(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
}

/** Uniform integer in [0, bound) without bias. */
export function below(source: RandomSource, bound: bigint): bigint {
  const words = bound <= 1n << 32n ? 1 : 2;
  const span = 1n << BigInt(32 * words);
  const limit = span - (span % bound);
  for (;;) {
    let drawn = 0n;
    for (let i = 0; i < words; i++) drawn = (drawn << 32n) | BigInt(source.nextUint32());
    if (drawn < limit) return drawn % bound;
  }
}
/** Uniform double in [0, 1). */
function fraction(source: RandomSource): number {
  return ((source.nextUint32() >>> 5) * 67108864 + (source.nextUint32() >>> 6)) / 9007199254740992;
}

export function randomGuid(source: RandomSource): string {
  let digits = '';
  for (let i = 0; i < 4; i++) digits += source.nextUint32().toString(16).padStart(8, '0');
  const variant = '89ab'[Number.parseInt(digits[16]!, 16) & 3]!;
  const text = `${digits.slice(0, 12)}4${digits.slice(13, 16)}${variant}${digits.slice(17)}`;
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

const INT32_MAX = 2147483647;
const EXTENSION = 'get-random';

/** The generator that -SetSeed started stays for the session. */
function sourceOf(cmdlet: CmdletContext): RandomSource {
  const seed = cmdlet.args.SetSeed as Value;
  if (seed !== undefined && seed !== null)
    cmdlet.engine.extensions.set(EXTENSION, new SeededRandom(toPlainNumber(seed)));
  return (cmdlet.engine.extensions.get(EXTENSION) as RandomSource | undefined) ?? cmdlet.host.random;
}

/** -Minimum and -Maximum as numbers; text is read as a number. */
function boundOf(value: Value, absent: number): Value {
  if (value === undefined || value === null) return absent;
  if (isNumber(value)) return value;
  const text = String(value);
  return /[.eE]/.test(text)
    ? convertTo(text, 'System.Double')
    : convertTo(text, /^-?\d{11,}$/.test(text) ? 'System.Int64' : 'System.Int32');
}

function isDouble(value: Value): boolean {
  const type = numberTypeOf(value);
  return type === 'Double' || type === 'Single' || type === 'Decimal';
}

/** Draws numbers between the bounds; the kind of the bounds is that of the result. */
function drawNumber(cmdlet: CmdletContext, source: RandomSource, minimum: Value, maximum: Value): Value {
  if (isDouble(minimum) || isDouble(maximum)) {
    const [low, high] = [toPlainNumber(minimum), toPlainNumber(maximum)];
    if (low >= high) tooSmall(cmdlet, minimum, maximum);
    return double(low + fraction(source) * (high - low));
  }
  const [low, high] = [toPlainBigInt(minimum)!, toPlainBigInt(maximum)!];
  if (low >= high) tooSmall(cmdlet, minimum, maximum);
  const drawn = low + below(source, high - low);
  return isInt32(minimum) && isInt32(maximum) ? Number(drawn) : drawn;
}
function tooSmall(cmdlet: CmdletContext, minimum: Value, maximum: Value): never {
  const shown = (value: Value): string => String(value instanceof NumberBox ? value.value : value);
  const message = `The Minimum value (${shown(minimum)}) cannot be greater than or equal to the Maximum value (${shown(maximum)}).`;
  return cmdlet.fail(
    cmdlet.makeError(message, 'MinGreaterThanOrEqualMax', 'InvalidArgument', null, 'System.ArgumentException'),
  );
}

/** `count` of the items in random order. */
function choose(source: RandomSource, items: Value[], count: number): Value[] {
  const left = [...items];
  const chosen: Value[] = [];
  while (chosen.length < count && left.length > 0) {
    const index = Number(below(source, BigInt(left.length)));
    chosen.push(left[index]);
    left[index] = left[left.length - 1];
    left.pop();
  }
  return chosen;
}

/** What Get-Random and Get-SecureRandom do. */
export function randomRun(cmdlet: CmdletContext): CmdletRun {
  const items: Value[] = [];
  const byItems = (): boolean =>
    cmdlet.parameterSet === 'RandomListItemParameterSet' || cmdlet.parameterSet === 'ShuffleParameterSet';
  const numbers = (): void => {
    const source = sourceOf(cmdlet);
    const maximum = boundOf(cmdlet.args.Maximum, INT32_MAX);
    const minimum = boundOf(cmdlet.args.Minimum, 0);
    const count = (cmdlet.args.Count as number | undefined) ?? 1;
    for (let i = 0; i < count; i++) cmdlet.write(drawNumber(cmdlet, source, minimum, maximum));
  };
  return {
    process() {
      if (byItems() && cmdlet.args.InputObject !== undefined) items.push(...enumerate(cmdlet.args.InputObject));
    },
    end() {
      try {
        if (!byItems()) return numbers();
      } catch (error) {
        if (error instanceof DotNetException) cmdlet.fail(recordOf(error));
        throw error;
      }
      const count = cmdlet.args.Shuffle ? items.length : ((cmdlet.args.Count as number | undefined) ?? 1);
      cmdlet.writeAll(choose(sourceOf(cmdlet), items, count));
    },
  };
}
