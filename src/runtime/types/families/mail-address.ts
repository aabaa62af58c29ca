// System.Net.Mail.MailAddress.

import { DotNetException } from '../../errors.ts';
import { formatException } from '../../number/format-number.ts';
import type { Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { attempt } from './date-types.ts';

export class MailAddress {
  constructor(
    readonly displayName: string,
    readonly user: string,
    readonly host: string,
  ) {}
  static parse(text: string, displayName?: string): MailAddress {
    if (text === '')
      throw new DotNetException(
        'System.ArgumentException',
        "The value cannot be an empty string. (Parameter 'address')",
      );
    const trimmed = text.trim();
    const bad = formatException('The specified string is not in the form required for an e-mail address.');
    const named = /^(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*<([^<>]+)>$/.exec(trimmed);
    const address = named ? named[3]!.trim() : trimmed;
    const parts =
      /^("(?:[^"\\]|\\.)+"|[^\s@<>()[\],;:\\"]+)@((?:[A-Za-z0-9_\u0080-\uffff-]+\.)*[A-Za-z0-9_\u0080-\uffff-]+|\[[^\]\s]+\])$/.exec(
        address,
      );
    if (!parts || parts[1]!.startsWith('.') || parts[1]!.includes('..') || parts[1]!.endsWith('.')) throw bad;
    const shown = displayName ?? (named ? (named[1]?.replace(/\\(.)/g, '$1') ?? named[2] ?? '') : '');
    return new MailAddress(shown, parts[1]!, parts[2]!);
  }
  get psType(): PSType {
    return knownType('System.Net.Mail.MailAddress');
  }
  get address(): string {
    return `${this.user}@${this.host}`;
  }
  toString(): string {
    return this.displayName === '' ? this.address : `"${this.displayName.replace(/["\\]/g, '\\$&')}" <${this.address}>`;
  }
  hashKey(): string {
    return this.toString().toLowerCase();
  }
}

export function mailAddressType(): TypeSpec {
  return {
    name: 'System.Net.Mail.MailAddress',
    assembly: 'System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51',
    constructors: {
      '(string address)': (text: string) => MailAddress.parse(text),
      '(string address, string displayName)': (text: string, name: string) => MailAddress.parse(text, name),
    },
    properties: {
      'string DisplayName': (m: MailAddress) => m.displayName,
      'string User': (m: MailAddress) => m.user,
      'string Host': (m: MailAddress) => m.host,
      'string Address': (m: MailAddress) => m.address,
    },
    methods: {
      'string ToString()': (m: MailAddress) => m.toString(),
      'bool Equals(System.Object value)': (m: MailAddress, other: Value) =>
        other instanceof MailAddress && other.hashKey() === m.hashKey(),
    },
    staticMethods: {
      'bool TryCreate(string address, ref mailaddress result)': (text: string, out: { value: Value }) =>
        attempt(
          out,
          () => null,
          () => MailAddress.parse(text),
        ),
    },
  };
}
