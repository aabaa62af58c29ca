// SecureString, PSCredential, NetworkCredential.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

export class SecureString {
  constructor(public plain = '') {}
  readOnly = false;
  get psType(): PSType {
    return knownType('System.Security.SecureString');
  }
  toString(): string {
    return 'System.Security.SecureString';
  }
}
export class PSCredential {
  constructor(
    readonly userName: string,
    readonly password: SecureString,
  ) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.PSCredential');
  }
  get network(): NetworkCredential {
    const [domain, user] = this.userName.includes('\\') ? this.userName.split('\\') : ['', this.userName];
    return new NetworkCredential(user!, this.password.plain, domain!);
  }
}
export class NetworkCredential {
  constructor(
    public userName: string,
    public password: string,
    public domain = '',
  ) {}
  get psType(): PSType {
    return knownType('System.Net.NetworkCredential');
  }
}

export function credentialTypes(): TypeSpec[] {
  const M = 'System.Management.Automation.PSCredential';
  const make = (name: string, password: SecureString): PSCredential => {
    if (name === '')
      throw new DotNetException(
        'System.Management.Automation.PSArgumentException',
        'Cannot process argument because the value of argument "userName" is not valid. Change the value of the "userName" argument and run the operation again.',
      );
    return new PSCredential(name, password);
  };
  const append = (s: SecureString, c: string): void => {
    if (s.readOnly) throw new DotNetException('System.InvalidOperationException', 'Instance is read-only.');
    s.plain += c;
  };
  return [
    {
      name: 'System.Security.SecureString',
      interfaces: ['System.IDisposable'],
      constructors: { '()': () => new SecureString() },
      properties: { 'int Length': (s: SecureString) => s.plain.length },
      methods: {
        'void AppendChar(char c)': append,
        'void Clear()': (s: SecureString) => void (s.plain = ''),
        'void MakeReadOnly()': (s: SecureString) => void (s.readOnly = true),
        'bool IsReadOnly()': (s: SecureString) => s.readOnly,
        'System.Security.SecureString Copy()': (s: SecureString) => new SecureString(s.plain),
        'void Dispose()': () => undefined,
      },
    },
    {
      name: M,
      constructors: { '(string userName, securestring password)': make },
      properties: {
        'string UserName': (c: PSCredential) => c.userName,
        'securestring Password': (c: PSCredential) => c.password,
      },
      methods: { 'System.Net.NetworkCredential GetNetworkCredential()': (c: PSCredential) => c.network },
      staticProperties: { [`${M} Empty`]: () => new PSCredential('', new SecureString()) },
    },
    {
      name: 'System.Net.NetworkCredential',
      constructors: {
        '(string userName, string password)': (user: string, password: string) => new NetworkCredential(user, password),
        '(string userName, string password, string domain)': (user: string, password: string, domain: string) =>
          new NetworkCredential(user, password, domain),
        '(string userName, securestring password)': (user: string, password: SecureString) =>
          new NetworkCredential(user, password.plain),
      },
      properties: {
        'string UserName': {
          get: (c: NetworkCredential) => c.userName,
          set: (c: NetworkCredential, v: string) => void (c.userName = v),
        },
        'string Password': {
          get: (c: NetworkCredential) => c.password,
          set: (c: NetworkCredential, v: string) => void (c.password = v),
        },
        'securestring SecurePassword': (c: NetworkCredential) => new SecureString(c.password),
        'string Domain': {
          get: (c: NetworkCredential) => c.domain,
          set: (c: NetworkCredential, v: string) => void (c.domain = v),
        },
      },
    },
    {
      name: 'System.Runtime.InteropServices.Marshal',
      kind: 'static',
      staticMethods: {
        'System.Object SecureStringToBSTR(securestring s)': (s: SecureString) => s,
        'System.Object SecureStringToGlobalAllocUnicode(securestring s)': (s: SecureString) => s,
        'string PtrToStringAuto(System.Object ptr)': plainOf,
        'string PtrToStringBSTR(System.Object ptr)': plainOf,
        'string PtrToStringUni(System.Object ptr)': plainOf,
        'void ZeroFreeBSTR(System.Object s)': () => undefined,
        'int ReleaseComObject(System.Object o)': () => 0,
      },
    },
  ];
}
function plainOf(value: Value): string {
  return value instanceof SecureString ? value.plain : '';
}
