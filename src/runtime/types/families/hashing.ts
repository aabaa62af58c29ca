// MD5, SHA1, SHA256, SHA384 and SHA512 in plain JavaScript, and the classes around them.

import { byte } from '../../number/numeric.ts';
import type { Value } from '../../values.ts';
import { nextUint32 } from '../ambient.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import type { MemoryStream } from './file-types.ts';

export type HashName = 'MD5' | 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';

function padded(bytes: Uint8Array, block: 64 | 128, littleEndian: boolean): DataView {
  const lengthBytes = block / 8;
  const total = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const data = new Uint8Array(total);
  data.set(bytes);
  data[bytes.length] = 0x80;
  const view = new DataView(data.buffer);
  const bits = BigInt(bytes.length) * 8n;
  if (littleEndian) view.setBigUint64(total - 8, bits, true);
  else view.setBigUint64(total - 8, bits, false);
  return view;
}
const rotateLeft = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
const rotateRight = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
function md5(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, true);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let start = 0; start < view.byteLength; start += 64) {
    let [a, b, c, d] = state as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const f =
        round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
      const g = round === 0 ? i : round === 1 ? (5 * i + 1) % 16 : round === 2 ? (3 * i + 5) % 16 : (7 * i) % 16;
      const constant = Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296);
      const sum = (a + f + constant + view.getUint32(start + g * 4, true)) | 0;
      a = d;
      d = c;
      c = b;
      b = (b + rotateLeft(sum, MD5_SHIFTS[round * 4 + (i % 4)]!)) | 0;
    }
    [a, b, c, d].forEach((value, i) => void (state[i] = (state[i]! + value) | 0));
  }
  return pack(state, true);
}
function pack(state: readonly number[], littleEndian: boolean): Uint8Array {
  const out = new DataView(new ArrayBuffer(state.length * 4));
  state.forEach((value, i) => void out.setUint32(i * 4, value, littleEndian));
  return new Uint8Array(out.buffer);
}

function sha1(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, false);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const w = new Int32Array(80);
  for (let start = 0; start < view.byteLength; start += 64) {
    for (let i = 0; i < 80; i++)
      w[i] = i < 16 ? view.getInt32(start + i * 4) : rotateLeft(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1);
    let [a, b, c, d, e] = state as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const f = i < 20 ? (b & c) | (~b & d) : i < 40 || i >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
      const k = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
      const sum = (rotateLeft(a, 5) + f + e + k + w[i]!) | 0;
      e = d;
      d = c;
      c = rotateLeft(b, 30);
      b = a;
      a = sum;
    }
    [a, b, c, d, e].forEach((value, i) => void (state[i] = (state[i]! + value) | 0));
  }
  return pack(state, false);
}

let primes: number[] | undefined;
function firstPrimes(count: number): number[] {
  if (!primes) {
    primes = [];
    for (let n = 2; primes.length < 80; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  }
  return primes.slice(0, count);
}
/** Fractional bits of a root of a prime, computed exactly with integers. */
function rootBits(prime: number, degree: 2n | 3n, bits: bigint): bigint {
  const target = BigInt(prime) << (bits * degree);
  let low = 0n;
  let high = 1n << (bits + 8n);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle - 1n;
  }
  return low & ((1n << bits) - 1n);
}

let k256: Int32Array | undefined;
function sha256(bytes: Uint8Array): Uint8Array {
  const k = (k256 ??= Int32Array.from(firstPrimes(64), (p) => Number(BigInt.asIntN(32, rootBits(p, 3n, 32n)))));
  const state = firstPrimes(8).map((p) => Number(rootBits(p, 2n, 32n)) | 0);
  const view = padded(bytes, 64, false);
  const w = new Int32Array(64);
  for (let start = 0; start < view.byteLength; start += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) w[i] = view.getInt32(start + i * 4);
      else {
        const a = w[i - 15]!;
        const b = w[i - 2]!;
        w[i] =
          (w[i - 16]! +
            (rotateRight(a, 7) ^ rotateRight(a, 18) ^ (a >>> 3)) +
            w[i - 7]! +
            (rotateRight(b, 17) ^ rotateRight(b, 19) ^ (b >>> 10))) |
          0;
      }
    }
    let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const t1 =
        (h + (rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)) + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
      const t2 = ((rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => void (state[i] = (state[i]! + value) | 0));
  }
  return pack(state, false);
}

const MASK = (1n << 64n) - 1n;
const right64 = (x: bigint, n: bigint): bigint => ((x >> n) | (x << (64n - n))) & MASK;
let k512: bigint[] | undefined;
function sha512(bytes: Uint8Array, short: boolean): Uint8Array {
  const k = (k512 ??= firstPrimes(80).map((p) => rootBits(p, 3n, 64n)));
  const state = (short ? firstPrimes(16).slice(8) : firstPrimes(8)).map((p) => rootBits(p, 2n, 64n));
  const view = padded(bytes, 128, false);
  const w: bigint[] = new Array(80);
  for (let start = 0; start < view.byteLength; start += 128) {
    for (let i = 0; i < 80; i++) {
      if (i < 16) w[i] = view.getBigUint64(start + i * 8);
      else {
        const a = w[i - 15]!;
        const b = w[i - 2]!;
        w[i] =
          (w[i - 16]! +
            (right64(a, 1n) ^ right64(a, 8n) ^ (a >> 7n)) +
            w[i - 7]! +
            (right64(b, 19n) ^ right64(b, 61n) ^ (b >> 6n))) &
          MASK;
      }
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const t1 =
        (h + (right64(e, 14n) ^ right64(e, 18n) ^ right64(e, 41n)) + ((e & f) ^ (~e & MASK & g)) + k[i]! + w[i]!) &
        MASK;
      const t2 = ((right64(a, 28n) ^ right64(a, 34n) ^ right64(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => void (state[i] = (state[i]! + value) & MASK));
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((value, i) => void out.setBigUint64(i * 8, value));
  return new Uint8Array(out.buffer).slice(0, short ? 48 : 64);
}

export function hashBytes(name: HashName, bytes: Uint8Array): Uint8Array {
  switch (name) {
    case 'MD5':
      return md5(bytes);
    case 'SHA1':
      return sha1(bytes);
    case 'SHA256':
      return sha256(bytes);
    default:
      return sha512(bytes, name === 'SHA384');
  }
}

export function hmac(name: HashName, key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const size = name === 'SHA384' || name === 'SHA512' ? 128 : 64;
  const block = new Uint8Array(size);
  block.set(key.length > size ? hashBytes(name, key) : key);
  const inner = Uint8Array.from([...block.map((b) => b ^ 0x36), ...bytes]);
  return hashBytes(name, Uint8Array.from([...block.map((b) => b ^ 0x5c), ...hashBytes(name, inner)]));
}

class HashAlgorithm {
  hash: Uint8Array | null = null;
  constructor(
    readonly name: HashName,
    readonly psType: PSType,
    readonly key?: Uint8Array,
  ) {}
  compute(bytes: Uint8Array): Uint8Array {
    this.hash = this.key ? hmac(this.name, this.key, bytes) : hashBytes(this.name, bytes);
    return this.hash;
  }
}

const N = 'System.Security.Cryptography';
export function hashTypes(): TypeSpec[] {
  const names: HashName[] = ['MD5', 'SHA1', 'SHA256', 'SHA384', 'SHA512'];
  const specs: TypeSpec[] = [
    {
      name: `${N}.HashAlgorithm`,
      abstract: true,
      interfaces: ['System.IDisposable'],
      properties: {
        'byte[] Hash': (h: HashAlgorithm) => h.hash,
        'int HashSize': (h: HashAlgorithm) => hashBytes(h.name, new Uint8Array()).length * 8,
      },
      methods: {
        'byte[] ComputeHash(byte[] buffer)': (h: HashAlgorithm, bytes: Uint8Array) => h.compute(bytes),
        'byte[] ComputeHash(System.IO.Stream inputStream)': (h: HashAlgorithm, stream: MemoryStream) =>
          h.compute(stream.bytes),
        'void Dispose()': () => undefined,
        'void Clear()': () => undefined,
        'void Initialize()': () => undefined,
      },
      staticMethods: { 'System.Object Create(string hashName)': (name: string) => create(name) },
    },
    {
      name: `${N}.RandomNumberGenerator`,
      abstract: true,
      staticMethods: {
        'System.Object Create()': () => new RandomNumberGenerator(),
        'byte[] GetBytes(int count)': (count: number) => Uint8Array.from({ length: count }, () => nextUint32() & 255),
        'int GetInt32(int toExclusive)': (max: number) => nextUint32() % max,
        'int GetInt32(int fromInclusive, int toExclusive)': (min: number, max: number) =>
          min + (nextUint32() % (max - min)),
      },
      methods: {
        'void GetBytes(System.Object data)': (_r: object, data: Value[]) =>
          void data.forEach((_b, i) => void (data[i] = byte(nextUint32() & 255))),
        'void Dispose()': () => undefined,
      },
    },
  ];
  for (const name of names) {
    const make = () => new HashAlgorithm(name, knownType(`${N}.${name}`));
    specs.push({
      name: `${N}.${name}`,
      base: `${N}.HashAlgorithm`,
      staticMethods: {
        [`${N}.${name} Create()`]: make,
        'byte[] HashData(byte[] source)': (bytes: Uint8Array) => hashBytes(name, bytes),
      },
    });
    specs.push(
      { name: `${N}.${name}CryptoServiceProvider`, base: `${N}.${name}`, constructors: { '()': make } },
      { name: `${N}.${name}Managed`, base: `${N}.${name}`, constructors: { '()': make } },
    );
    specs.push({
      name: `${N}.HMAC${name}`,
      base: `${N}.HashAlgorithm`,
      constructors: {
        '(byte[] key)': (key: Uint8Array) => new HashAlgorithm(name, knownType(`${N}.HMAC${name}`), key),
      },
    });
  }
  return specs;
}
class RandomNumberGenerator {
  get psType(): PSType {
    return knownType(`${N}.RandomNumberGenerator`);
  }
}
function create(name: string): Value {
  const found = (['MD5', 'SHA1', 'SHA256', 'SHA384', 'SHA512'] as const).find(
    (known) => known === name.toUpperCase().replace('-', ''),
  );
  return found ? new HashAlgorithm(found, knownType(`${N}.${found}`)) : null;
}
