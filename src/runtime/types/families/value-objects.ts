// Guid, Version, SemanticVersion, Random, Stopwatch, Lazy.

import { DotNetException } from '../../errors.ts';
import { formatException } from '../../number/format-number.ts';
import { byte as byteOf } from '../../number/numeric.ts';
import type { Value } from '../../values.ts';
import { host, nextUint32 } from '../ambient.ts';
import { checkNonNegative, negative } from '../argument-errors.ts';
import { callDelegate } from '../callable.ts';
import { argumentOutOfRange } from '../collections/list.ts';
import { TimeSpan } from '../date/time-span.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { attempt } from './date-types.ts';
import { semanticVersionType } from './semantic-version.ts';

export class Guid {
  /** Thirty-two lower-case hexadecimal digits. */
  constructor(readonly digits: string) {}
  static random(): Guid {
    let digits = '';
    for (let i = 0; i < 4; i++) digits += nextUint32().toString(16).padStart(8, '0');
    const variant = '89ab'[Number.parseInt(digits[16]!, 16) & 3]!;
    return new Guid(`${digits.slice(0, 12)}4${digits.slice(13, 16)}${variant}${digits.slice(17)}`);
  }
  static parse(text: string): Guid {
    const trimmed = text.trim();
    const dashed = /^([{(]?)([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})([})]?)$/i.exec(
      trimmed,
    );
    const closing: Record<string, string> = { '{': '}', '(': ')', '': '' };
    if (dashed && closing[dashed[1]!] === dashed[7]) return new Guid(dashed.slice(2, 7).join('').toLowerCase());
    if (/^[0-9a-f]{32}$/i.test(trimmed)) return new Guid(trimmed.toLowerCase());
    if (/^\S{8}-\S{4}-\S{4}-\S{4}-\S{12}$/.test(trimmed))
      throw formatException('Guid string should only contain hexadecimal characters.');
    if (/^[0-9a-f{}()-]+$/i.test(trimmed) && trimmed.includes('-'))
      throw formatException('Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).');
    throw formatException('Unrecognized Guid format.');
  }
  get psType(): PSType {
    return knownType('System.Guid');
  }
  text(format = 'D'): string {
    const d = this.digits;
    const dashed = `${d.slice(0, 8)}-${d.slice(8, 12)}-${d.slice(12, 16)}-${d.slice(16, 20)}-${d.slice(20)}`;
    switch ((format || 'D').toUpperCase()) {
      case 'N':
        return d;
      case 'D':
        return dashed;
      case 'B':
        return `{${dashed}}`;
      case 'P':
        return `(${dashed})`;
      case 'X':
        return `{0x${d.slice(0, 8)},0x${d.slice(8, 12)},0x${d.slice(12, 16)},{${d
          .slice(16)
          .match(/../g)!
          .map((b) => `0x${b}`)
          .join(',')}}}`;
      default:
        throw formatException('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
    }
  }
  format(format: string | null): string {
    return this.text(format ?? 'D');
  }
  toString(): string {
    return this.text();
  }
  hashKey(): string {
    return this.digits;
  }
  compareTo(other: Value): number {
    const b = (other as Guid).digits;
    return this.digits < b ? -1 : this.digits > b ? 1 : 0;
  }
  bytes(): Uint8Array {
    const raw = this.digits.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
    return Uint8Array.from([
      ...raw.slice(0, 4).reverse(),
      ...raw.slice(4, 6).reverse(),
      ...raw.slice(6, 8).reverse(),
      ...raw.slice(8),
    ]);
  }
  static fromBytes(bytes: Uint8Array): Guid {
    if (bytes.length !== 16)
      throw new DotNetException(
        'System.ArgumentException',
        "Byte array for Guid must be exactly 16 bytes long. (Parameter 'b')",
      );
    const ordered = [...bytes.slice(0, 4)]
      .reverse()
      .concat([...bytes.slice(4, 6)].reverse(), [...bytes.slice(6, 8)].reverse(), [...bytes.slice(8)]);
    return new Guid(ordered.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
}

export class Version {
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly build = -1,
    readonly revision = -1,
  ) {
    checkNonNegative('major', major);
    checkNonNegative('minor', minor);
  }
  static parse(text: string): Version {
    const parts = text.split('.');
    if (parts.length < 2 || parts.length > 4)
      throw new DotNetException(
        'System.ArgumentException',
        "Version string portion was too short or too long. (Parameter 'input')",
        { properties: { ParamName: 'input' } },
      );
    for (const part of parts) {
      if (!/^\s*[-+]?\d+\s*$/.test(part))
        throw formatException(`The input string '${part}' was not in a correct format.`);
      if (Number(part) < 0) throw negative('input', Number(part));
      if (Number(part) > 2147483647)
        throw new DotNetException('System.OverflowException', 'Value was either too large or too small for an Int32.');
    }
    const [major, minor, build, revision] = parts.map(Number);
    return new Version(major!, minor!, build ?? -1, revision ?? -1);
  }
  get psType(): PSType {
    return knownType('System.Version');
  }
  private get numbers(): number[] {
    return [this.major, this.minor, this.build, this.revision];
  }
  toString(): string {
    return this.numbers.filter((number) => number >= 0).join('.');
  }
  text(count: number): string {
    const present = this.numbers.filter((number) => number >= 0);
    if (count < 0 || count > present.length)
      throw new DotNetException(
        'System.ArgumentException',
        `Argument must be between 0 and ${present.length}. (Parameter 'fieldCount')`,
      );
    return present.slice(0, count).join('.');
  }
  compareTo(other: Value): number {
    const b = (other as Version).numbers;
    for (let i = 0; i < 4; i++) if (this.numbers[i] !== b[i]) return this.numbers[i]! < b[i]! ? -1 : 1;
    return 0;
  }
  hashKey(): string {
    return this.numbers.join('.');
  }
}

/** A generator of its own: with a seed its sequence is fixed (not .NET's numbers). */
export class RandomGenerator {
  private state: number | undefined;
  constructor(seed?: number) {
    this.state = seed === undefined ? undefined : (seed ^ 0x5deece66) | 0;
  }
  get psType(): PSType {
    return knownType('System.Random');
  }
  /** Uniform in [0, 1). */
  sample(): number {
    if (this.state === undefined) return nextUint32() / 4294967296;
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  next(min: number, max: number): number {
    if (min > max) throw argumentOutOfRange('minValue', "'minValue' cannot be greater than maxValue.");
    return min + Math.floor(this.sample() * (max - min));
  }
}

export class Stopwatch {
  private startedAt: number | undefined;
  private passedMs = 0;
  get psType(): PSType {
    return knownType('System.Diagnostics.Stopwatch');
  }
  get running(): boolean {
    return this.startedAt !== undefined;
  }
  start(): void {
    this.startedAt ??= host().clock.monotonicMs();
  }
  stop(): void {
    this.passedMs = this.elapsedMs;
    this.startedAt = undefined;
  }
  reset(): void {
    this.passedMs = 0;
    this.startedAt = undefined;
  }
  get elapsedMs(): number {
    return this.passedMs + (this.startedAt === undefined ? 0 : host().clock.monotonicMs() - this.startedAt);
  }
  get elapsed(): TimeSpan {
    return new TimeSpan(BigInt(Math.round(this.elapsedMs * 10000)));
  }
  toString(): string {
    return this.elapsed.toString();
  }
}

export class Lazy {
  private held: { value: Value } | undefined;
  constructor(
    readonly psType: PSType,
    private readonly make: () => Value,
  ) {}
  get isValueCreated(): boolean {
    return this.held !== undefined;
  }
  get value(): Value {
    this.held ??= { value: this.make() };
    return this.held.value;
  }
}

function guidType(): TypeSpec {
  const empty = (): Value => new Guid('0'.repeat(32));
  return {
    name: 'System.Guid',
    kind: 'struct',
    zero: empty,
    interfaces: [
      'System.IComparable',
      'System.IFormattable',
      'System.IComparable`1[System.Guid]',
      'System.IEquatable`1[System.Guid]',
    ],
    parse: Guid.parse,
    parseErrorId: 'InvalidCastParseTargetInvocationWithFormatProvider',
    constructors: { '()': empty, '(string g)': Guid.parse, '(byte[] b)': Guid.fromBytes },
    properties: {
      'int Variant': (g: Guid) => Number.parseInt(g.digits[16]!, 16),
      'int Version': (g: Guid) => Number.parseInt(g.digits[12]!, 16),
    },
    extensions: { 'string Guid': (g: Guid) => g.text() },
    methods: {
      'int CompareTo(System.Object value)': (g: Guid, other: Guid) => g.compareTo(other),
      'bool Equals(System.Object o)': (g: Guid, other: Value) => other instanceof Guid && other.digits === g.digits,
      'byte[] ToByteArray()': (g: Guid) => g.bytes(),
      'string ToString()': (g: Guid) => g.text(),
      'string ToString(string format)': (g: Guid, format: string) => g.text(format),
    },
    staticProperties: { 'guid Empty': empty },
    staticMethods: {
      'guid NewGuid()': Guid.random,
      'guid Parse(string input)': Guid.parse,
      'bool TryParse(string input, ref guid result)': (text: string, out: { value: Value }) =>
        attempt(out, empty, () => Guid.parse(text)),
      'guid ParseExact(string input, string format)': (text: string) => Guid.parse(text),
    },
  };
}
function versionType(): TypeSpec {
  return {
    name: 'System.Version',
    interfaces: [
      'System.ICloneable',
      'System.IComparable',
      'System.IComparable`1[System.Version]',
      'System.IEquatable`1[System.Version]',
    ],
    parse: Version.parse,
    constructors: {
      '()': () => new Version(0, 0),
      '(string version)': Version.parse,
      '(int major, int minor)': (a: number, b: number) => new Version(a, b),
      '(int major, int minor, int build)': (a: number, b: number, c: number) => new Version(a, b, c),
      '(int major, int minor, int build, int revision)': (a: number, b: number, c: number, d: number) =>
        new Version(a, b, c, d),
    },
    properties: {
      'int Major': (v: Version) => v.major,
      'int Minor': (v: Version) => v.minor,
      'int Build': (v: Version) => v.build,
      'int Revision': (v: Version) => v.revision,
      'short MajorRevision': (v: Version) => v.revision >> 16,
      'short MinorRevision': (v: Version) => (v.revision << 16) >> 16,
    },
    methods: {
      'int CompareTo(System.Object version)': (v: Version, other: Version) => (other === null ? 1 : v.compareTo(other)),
      'bool Equals(System.Object obj)': (v: Version, other: Value) =>
        other instanceof Version && v.compareTo(other) === 0,
      'string ToString()': (v: Version) => v.toString(),
      'string ToString(int fieldCount)': (v: Version, count: number) => v.text(count),
      'System.Object Clone()': (v: Version) => v,
    },
    staticMethods: {
      'version Parse(string input)': Version.parse,
      'bool TryParse(string input, ref version result)': (text: string, out: { value: Value }) =>
        attempt(
          out,
          () => null,
          () => Version.parse(text),
        ),
    },
  };
}
function randomType(): TypeSpec {
  return {
    name: 'System.Random',
    constructors: { '()': () => new RandomGenerator(), '(int Seed)': (seed: number) => new RandomGenerator(seed) },
    methods: {
      'int Next()': (r: RandomGenerator) => r.next(0, 2147483647),
      'int Next(int maxValue)': (r: RandomGenerator, max: number) => {
        if (max < 0) throw argumentOutOfRange('maxValue', `maxValue ('${max}') must be a non-negative value.`);
        return r.next(0, max);
      },
      'int Next(int minValue, int maxValue)': (r: RandomGenerator, min: number, max: number) => r.next(min, max),
      'double NextDouble()': (r: RandomGenerator) => r.sample(),
      'long NextInt64()': (r: RandomGenerator) => BigInt(Math.floor(r.sample() * 2 ** 53)),
      'void NextBytes(System.Object buffer)': (r: RandomGenerator, buffer: Value[]) =>
        void buffer.forEach((_b, i) => void (buffer[i] = byteOf(r.next(0, 256)))),
      'void Shuffle(System.Object values)': (r: RandomGenerator, values: Value[]) => {
        for (let i = values.length - 1; i > 0; i--) {
          const j = r.next(0, i + 1);
          [values[i], values[j]] = [values[j], values[i]];
        }
      },
    },
    staticProperties: { 'random Shared': () => new RandomGenerator() },
  };
}
function stopwatchType(): TypeSpec {
  const started = (): Stopwatch => {
    const watch = new Stopwatch();
    watch.start();
    return watch;
  };
  return {
    name: 'System.Diagnostics.Stopwatch',
    constructors: { '()': () => new Stopwatch() },
    properties: {
      'bool IsRunning': (s: Stopwatch) => s.running,
      'timespan Elapsed': (s: Stopwatch) => s.elapsed,
      'long ElapsedMilliseconds': (s: Stopwatch) => BigInt(Math.floor(s.elapsedMs)),
      'long ElapsedTicks': (s: Stopwatch) => BigInt(Math.floor(s.elapsedMs * 1e6)),
    },
    methods: {
      'void Start()': (s: Stopwatch) => s.start(),
      'void Stop()': (s: Stopwatch) => s.stop(),
      'void Reset()': (s: Stopwatch) => s.reset(),
      'void Restart()': (s: Stopwatch) => {
        s.reset();
        s.start();
      },
      'string ToString()': (s: Stopwatch) => s.toString(),
    },
    staticProperties: { 'long Frequency': () => 1000000000n, 'bool IsHighResolution': () => true },
    staticMethods: {
      'System.Diagnostics.Stopwatch StartNew()': started,
      'long GetTimestamp()': () => BigInt(Math.floor(host().clock.monotonicMs() * 1e6)),
    },
  };
}
function lazyType(): TypeSpec {
  const make = function (this: PSType, factory: Value): Lazy {
    return new Lazy(this, () => callDelegate(factory, []));
  };
  return {
    name: 'System.Lazy`1',
    generics: ['T'],
    constructors: { '(System.Func[T] valueFactory)': make, '(System.Func[T] valueFactory, bool isThreadSafe)': make },
    properties: { 'bool IsValueCreated': (l: Lazy) => l.isValueCreated, 'T Value': (l: Lazy) => l.value },
  };
}
export function valueObjectTypes(): TypeSpec[] {
  return [guidType(), versionType(), semanticVersionType(), randomType(), stopwatchType(), lazyType()];
}
