// IPAddress and IPEndPoint.

import { DotNetException } from '../../errors.ts';
import { formatException } from '../../number/format-number.ts';
import type { Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { attempt } from './date-types.ts';

export class IPAddress {
  /** Four or sixteen bytes. */
  constructor(
    readonly bytes: readonly number[],
    readonly scope = 0,
  ) {}
  static parse(text: string): IPAddress {
    const bytes = text.includes(':') ? parseV6(text) : parseV4(text);
    if (!bytes)
      throw new DotNetException('System.FormatException', 'An invalid IP address was specified.', {
        inner: new DotNetException('System.Net.Sockets.SocketException', 'Invalid argument'),
      });
    const zone = /%(\d+)$/.exec(text);
    return new IPAddress(bytes, zone ? Number(zone[1]) : 0);
  }
  get psType(): PSType {
    return knownType('System.Net.IPAddress');
  }
  get isV6(): boolean {
    return this.bytes.length === 16;
  }
  toString(): string {
    return this.isV6 ? textV6(this.bytes) + (this.scope === 0 ? '' : `%${this.scope}`) : this.bytes.join('.');
  }
  hashKey(): string {
    return `${this.bytes.join('.')}%${this.scope}`;
  }
  get isLoopback(): boolean {
    return this.isV6 ? this.bytes.every((byte, i) => byte === (i === 15 ? 1 : 0)) : this.bytes[0] === 127;
  }
}

function parseV4(text: string): number[] | undefined {
  const parts = text.trim().split('.');
  if (parts.length > 4 || parts.some((part) => !/^(0x[0-9a-f]+|\d+)$/i.test(part))) return undefined;
  const numbers = parts.map((part) => (/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = numbers.pop()!;
  if (numbers.some((number) => number > 255) || last >= 256 ** (4 - numbers.length)) return undefined;
  const rest: number[] = [];
  for (let i = 3 - numbers.length; i >= 0; i--) rest.push(Math.floor(last / 256 ** i) % 256);
  return [...numbers, ...rest];
}
function parseV6(source: string): number[] | undefined {
  let text = source.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/%\w+$/, '');
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (embedded) {
    const v4 = parseV4(embedded[2]!);
    if (!v4) return undefined;
    text = `${embedded[1]}${((v4[0]! << 8) | v4[1]!).toString(16)}:${((v4[2]! << 8) | v4[3]!).toString(16)}`;
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = (half: string | undefined): string[] => (half === undefined || half === '' ? [] : half.split(':'));
  const head = groups(halves[0]);
  const tail = groups(halves[1]);
  if ([...head, ...tail].some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...new Array(halves.length === 1 ? 0 : missing).fill('0'), ...tail];
  return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
}
function textV6(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, i) => (bytes[i * 2]! << 8) | bytes[i * 2 + 1]!);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return `::ffff:${bytes.slice(12).join('.')}`;
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > length) {
      start = i;
      length = end - i;
    }
  }
  const hex = (part: number[]): string => part.map((group) => group.toString(16)).join(':');
  return start < 0 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

export class IPEndPoint {
  constructor(
    readonly address: IPAddress,
    readonly port: number,
  ) {}
  get psType(): PSType {
    return knownType('System.Net.IPEndPoint');
  }
  toString(): string {
    return this.address.isV6 ? `[${this.address}]:${this.port}` : `${this.address}:${this.port}`;
  }
  hashKey(): string {
    return this.toString();
  }
  static parse(text: string): IPEndPoint {
    const match = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(text);
    if (!match) throw formatException('An invalid IPEndPoint was specified.');
    return new IPEndPoint(IPAddress.parse(match[1] ?? match[2]!), Number(match[3] ?? 0));
  }
}

const fromNumber = (value: bigint): IPAddress =>
  new IPAddress([0n, 8n, 16n, 24n].map((shift) => Number((value >> shift) & 255n)));
export function ipTypes(): TypeSpec[] {
  const fixed = (text: string) => () => IPAddress.parse(text);
  const I = 'ipaddress';
  return [
    {
      name: 'System.Net.IPAddress',
      assembly: 'System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a',
      parse: IPAddress.parse,
      convert: (value: Value) =>
        typeof value === 'number'
          ? fromNumber(BigInt(value))
          : typeof value === 'bigint'
            ? fromNumber(value)
            : undefined,
      constructors: {
        '(long newAddress)': fromNumber,
        '(byte[] address)': (bytes: Uint8Array) => new IPAddress([...bytes]),
      },
      properties: {
        'System.Net.Sockets.AddressFamily AddressFamily': (a: IPAddress) => (a.isV6 ? 23 : 2),
        'long ScopeId': (a: IPAddress) => {
          if (!a.isV6)
            throw new DotNetException(
              'System.Net.Sockets.SocketException',
              'The attempted operation is not supported for the type of object referenced.',
            );
          return BigInt(a.scope);
        },
        'bool IsIPv6Multicast': (a: IPAddress) => a.isV6 && a.bytes[0] === 255,
        'bool IsIPv6LinkLocal': (a: IPAddress) => a.isV6 && a.bytes[0] === 0xfe && (a.bytes[1]! & 0xc0) === 0x80,
        'bool IsIPv6SiteLocal': (a: IPAddress) => a.isV6 && a.bytes[0] === 0xfe && (a.bytes[1]! & 0xc0) === 0xc0,
        'bool IsIPv6Teredo': () => false,
        'bool IsIPv6UniqueLocal': (a: IPAddress) => a.isV6 && (a.bytes[0]! & 0xfe) === 0xfc,
        'bool IsIPv4MappedToIPv6': (a: IPAddress) => a.isV6 && textV6(a.bytes).startsWith('::ffff:'),
        'long Address': (a: IPAddress) =>
          a.isV6 ? 0n : a.bytes.reduce((sum, byte, i) => sum + (BigInt(byte) << BigInt(8 * i)), 0n),
      },
      extensions: { 'string IPAddressToString': (a: IPAddress) => a.toString() },
      methods: {
        'byte[] GetAddressBytes()': (a: IPAddress) => Uint8Array.from(a.bytes),
        'string ToString()': (a: IPAddress) => a.toString(),
        'bool Equals(System.Object comparand)': (a: IPAddress, b: Value) =>
          b instanceof IPAddress && a.hashKey() === b.hashKey(),
        [`${I} MapToIPv6()`]: (a: IPAddress) =>
          a.isV6 ? a : new IPAddress([...new Array(10).fill(0), 255, 255, ...a.bytes]),
        [`${I} MapToIPv4()`]: (a: IPAddress) => (a.isV6 ? new IPAddress(a.bytes.slice(12)) : a),
      },
      staticProperties: {
        [`${I} Any`]: fixed('0.0.0.0'),
        [`${I} Loopback`]: fixed('127.0.0.1'),
        [`${I} Broadcast`]: fixed('255.255.255.255'),
        [`${I} None`]: fixed('255.255.255.255'),
        [`${I} IPv6Any`]: fixed('::'),
        [`${I} IPv6Loopback`]: fixed('::1'),
        [`${I} IPv6None`]: fixed('::'),
      },
      staticMethods: {
        [`${I} Parse(string ipString)`]: IPAddress.parse,
        [`bool TryParse(string ipString, ref ${I} address)`]: (text: string, out: { value: Value }) =>
          attempt(
            out,
            () => null,
            () => IPAddress.parse(text),
          ),
        [`bool IsLoopback(${I} address)`]: (a: IPAddress) => a.isLoopback,
      },
    },
    { name: 'System.Net.EndPoint', abstract: true },
    {
      name: 'System.Net.IPEndPoint',
      parse: IPEndPoint.parse,
      base: 'System.Net.EndPoint',
      constructors: {
        [`(${I} address, int port)`]: (a: IPAddress, port: number) => new IPEndPoint(a, port),
        '(long address, int port)': (a: bigint, port: number) => new IPEndPoint(fromNumber(a), port),
      },
      properties: {
        'System.Net.Sockets.AddressFamily AddressFamily': (e: IPEndPoint) => (e.address.isV6 ? 23 : 2),
        [`${I} Address`]: (e: IPEndPoint) => e.address,
        'int Port': (e: IPEndPoint) => e.port,
      },
      methods: { 'string ToString()': (e: IPEndPoint) => e.toString() },
      staticMethods: { 'System.Net.IPEndPoint Parse(string s)': IPEndPoint.parse },
    },
  ];
}
