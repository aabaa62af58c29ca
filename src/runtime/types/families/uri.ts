// Uri, UriBuilder, WebUtility and HttpUtility, MailAddress.

import { DotNetException } from '../../errors.ts';
import type { Value } from '../../values.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { attempt } from './date-types.ts';
import { decodeHtml, encodeHtml } from './html-text.ts';
import { mailAddressType } from './mail-address.ts';

const PORTS: Record<string, number> = {
  http: 80,
  https: 443,
  ftp: 21,
  ldap: 389,
  smtp: 25,
  ssh: 22,
  telnet: 23,
  mailto: 25,
  news: 119,
  nntp: 119,
  gopher: 70,
  ws: 80,
  wss: 443,
};

export class Uri {
  readonly absolute: boolean;
  readonly scheme: string = '';
  readonly userInfo: string = '';
  readonly host: string = '';
  readonly port: number = -1;
  readonly path: string = '';
  readonly query: string = '';
  readonly fragment: string = '';

  constructor(
    readonly original: string,
    kind: number = 1,
  ) {
    const trimmed = original.trim();
    const windows = /^([A-Za-z]:)[\\/]/.test(trimmed) || trimmed.startsWith('\\\\');
    const match = windows ? null : /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/.exec(trimmed);
    this.absolute = (match !== null || windows) && kind !== 2;
    if (!this.absolute) {
      if (kind === 1)
        throw new DotNetException(
          'System.UriFormatException',
          trimmed === ''
            ? 'Invalid URI: The URI is empty.'
            : 'Invalid URI: The format of the URI could not be determined.',
        );
      return;
    }
    const parts = windows ? fileParts(trimmed) : split(match![1]!.toLowerCase(), match![2]!);
    Object.assign(this, parts);
  }
  get psType(): PSType {
    return knownType('System.Uri');
  }
  get defaultPort(): boolean {
    return this.port === (PORTS[this.scheme] ?? -1);
  }
  get authority(): string {
    return this.host + (this.defaultPort || this.port < 0 ? '' : `:${this.port}`);
  }
  get hierarchical(): boolean {
    return this.scheme !== 'mailto' && this.scheme !== 'news' && this.scheme !== 'urn';
  }
  get absoluteUri(): string {
    const user = this.userInfo === '' ? '' : `${this.userInfo}@`;
    const slashes = this.hierarchical || this.host !== '' ? '//' : '';
    if (!this.hierarchical) return `${this.scheme}:${user}${this.host}${this.path}${this.query}${this.fragment}`;
    return `${this.scheme}:${slashes}${user}${this.authority}${encodePath(this.path)}${encodePath(this.query)}${encodePath(this.fragment)}`;
  }
  get pathAndQuery(): string {
    return encodePath(this.path) + encodePath(this.query);
  }
  get localPath(): string {
    const decoded = safeDecode(this.path);
    if (this.scheme !== 'file') return decoded;
    if (this.host !== '') return `\\\\${this.host}${decoded.replace(/\//g, '\\')}`;
    return /^\/[A-Za-z]:/.test(decoded) ? decoded.slice(1).replace(/\//g, '\\') : decoded;
  }
  get segments(): string[] {
    return encodePath(this.path).match(/[^/]*\/|[^/]+$/g) ?? [];
  }
  toString(): string {
    if (!this.absolute) return this.original;
    return this.absoluteUri
      .replace(/%([0-9A-F]{2})/gi, (all, hex) =>
        /[ "<>\\^`{|}]/.test(String.fromCharCode(Number.parseInt(hex, 16)))
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : all,
      )
      .replace(/(?:%[89A-F][0-9A-F])+/gi, safeDecode);
  }
  hashKey(): string {
    return this.absolute ? this.absoluteUri : this.original;
  }
}
function encodePath(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, (c) => encodeURIComponent(c));
}
function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
type Parts = Pick<Uri, 'scheme' | 'userInfo' | 'host' | 'port' | 'path' | 'query' | 'fragment'>;
function fileParts(path: string): Parts {
  const slashed = path.replace(/\\/g, '/');
  if (slashed.startsWith('//')) {
    const rest = /^\/\/([^/]*)(.*)$/.exec(slashed)!;
    return {
      scheme: 'file',
      userInfo: '',
      host: rest[1]!.toLowerCase(),
      port: -1,
      path: rest[2]!,
      query: '',
      fragment: '',
    };
  }
  return { scheme: 'file', userInfo: '', host: '', port: -1, path: `/${slashed}`, query: '', fragment: '' };
}
function split(scheme: string, rest: string): Parts {
  const match = /^(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest)!;
  const [, authority, path, query, fragment] = match;
  if (authority === undefined) {
    const mail = scheme === 'mailto' ? /^([^@]*)@(.*)$/.exec(path!) : null;
    return {
      scheme,
      userInfo: mail?.[1] ?? '',
      host: mail?.[2] ?? '',
      port: PORTS[scheme] ?? -1,
      path: mail ? '' : path!,
      query: query ?? '',
      fragment: fragment ?? '',
    };
  }
  const place = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority);
  if (!place || (place[2] === '' && scheme !== 'file'))
    throw new DotNetException('System.UriFormatException', 'Invalid URI: The hostname could not be parsed.');
  if (/\s/.test(place[2]!))
    throw new DotNetException('System.UriFormatException', 'Invalid URI: The hostname could not be parsed.');
  const port = place[3] ? Number(place[3]) : (PORTS[scheme] ?? -1);
  if (port > 65535) throw new DotNetException('System.UriFormatException', 'Invalid URI: Invalid port specified.');
  return {
    scheme,
    userInfo: place[1] ?? '',
    host: place[2]!.toLowerCase(),
    port,
    path: path === '' && PORTS[scheme] !== undefined ? '/' : normalizeDots(path!),
    query: query === '?' ? '' : (query ?? ''),
    fragment: fragment === '#' ? '' : (fragment ?? ''),
  };
}
function normalizeDots(path: string): string {
  if (!/(^|\/)\.{1,2}(\/|$)/.test(path)) return path;
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') out.length > 1 && out.pop();
    else if (part !== '.') out.push(part);
  }
  return out.join('/') + (/\/\.{1,2}$/.test(path) ? '/' : '');
}

function hostKind(host: string): number {
  if (host === '') return 1;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return 3;
  return host.startsWith('[') ? 4 : 2;
}
function combine(base: Uri, relative: string): Uri {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(relative)) return new Uri(relative);
  const root = `${base.scheme}://${base.userInfo === '' ? '' : `${base.userInfo}@`}${base.authority}`;
  if (relative.startsWith('//')) return new Uri(`${base.scheme}:${relative}`);
  if (relative.startsWith('/')) return new Uri(root + relative);
  if (relative.startsWith('?')) return new Uri(root + base.path + relative);
  if (relative.startsWith('#')) return new Uri(root + base.path + base.query + relative);
  return new Uri(root + base.path.replace(/[^/]*$/, '') + relative);
}

function uriType(): TypeSpec {
  const needs =
    <T>(get: (u: Uri) => T) =>
    (u: Uri): T => {
      if (!u.absolute)
        throw new DotNetException(
          'System.InvalidOperationException',
          'This operation is not supported for a relative URI.',
        );
      return get(u);
    };
  return {
    name: 'System.Uri',
    interfaces: ['System.Runtime.Serialization.ISerializable', 'System.IFormattable'],
    assembly: 'System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a',
    parse: (text) => new Uri(text, 0),
    constructors: {
      '(string uriString)': (text: string) => new Uri(text),
      '(string uriString, System.UriKind uriKind)': (text: string, kind: number) => new Uri(text, kind),
      '(uri baseUri, string relativeUri)': combine,
      '(uri baseUri, uri relativeUri)': (base: Uri, relative: Uri) => combine(base, relative.original),
    },
    properties: {
      'string AbsolutePath': needs((u) => encodePath(u.path)),
      'string AbsoluteUri': needs((u) => u.absoluteUri),
      'string LocalPath': needs((u) => u.localPath),
      'string Authority': needs((u) => u.authority),
      'System.UriHostNameType HostNameType': needs((u) => hostKind(u.host)),
      'bool IsDefaultPort': needs((u) => u.defaultPort),
      'bool IsFile': needs((u) => u.scheme === 'file'),
      'bool IsLoopback': needs(
        (u) => u.host === 'localhost' || u.host.startsWith('127.') || (u.scheme === 'file' && u.host === ''),
      ),
      'string PathAndQuery': needs((u) => u.pathAndQuery),
      'string[] Segments': needs((u) => u.segments),
      'bool IsUnc': needs((u) => u.scheme === 'file' && u.host !== ''),
      'string Host': needs((u) => u.host),
      'int Port': needs((u) => u.port),
      'string Query': needs((u) => encodePath(u.query)),
      'string Fragment': needs((u) => encodePath(u.fragment)),
      'string Scheme': needs((u) => u.scheme),
      'string OriginalString': (u: Uri) => u.original,
      'string DnsSafeHost': needs((u) => u.host),
      'string IdnHost': needs((u) => u.host),
      'bool IsAbsoluteUri': (u: Uri) => u.absolute,
      'bool UserEscaped': () => false,
      'string UserInfo': needs((u) => u.userInfo),
    },
    methods: {
      'string ToString()': (u: Uri) => u.toString(),
      'bool Equals(System.Object comparand)': (u: Uri, other: Value) =>
        other instanceof Uri && other.hashKey() === u.hashKey(),
      'bool IsBaseOf(uri uri)': (u: Uri, other: Uri) =>
        other.absoluteUri.startsWith(u.absoluteUri.replace(/[^/]*$/, '')),
      'string GetLeftPart(System.UriPartial part)': (u: Uri, part: number) =>
        part === 0
          ? `${u.scheme}://`
          : part === 1
            ? `${u.scheme}://${u.authority}`
            : part === 2
              ? `${u.scheme}://${u.authority}${u.path}`
              : `${u.scheme}://${u.authority}${u.path}${u.query}`,
    },
    staticMethods: {
      'string EscapeDataString(string stringToEscape)': escapeData,
      'string EscapeUriString(string stringToEscape)': encodePath,
      'string UnescapeDataString(string stringToUnescape)': safeDecode,
      'bool IsWellFormedUriString(string uriString, System.UriKind uriKind)': wellFormed,
      'bool TryCreate(string uriString, System.UriKind uriKind, ref uri result)': (
        text: string,
        kind: number,
        out: { value: Value },
      ) =>
        attempt(
          out,
          () => null,
          () => new Uri(text, kind),
        ),
      'System.UriHostNameType CheckHostName(string name)': (name: string) =>
        /^[\w.-]+$/.test(name) ? hostKind(name) : 0,
      'bool CheckSchemeName(string schemeName)': (name: string) => /^[A-Za-z][A-Za-z0-9+.-]*$/.test(name),
    },
    staticProperties: {
      'string UriSchemeHttp': () => 'http',
      'string UriSchemeHttps': () => 'https',
      'string UriSchemeFile': () => 'file',
      'string UriSchemeMailto': () => 'mailto',
      'string SchemeDelimiter': () => '://',
    },
  };
}
function escapeData(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
function wellFormed(text: string, kind: number): boolean {
  try {
    const uri = new Uri(text, kind);
    return encodePath(text) === text && (kind !== 1 || uri.absolute);
  } catch (error) {
    if (error instanceof DotNetException) return false;
    throw error;
  }
}

class UriBuilder {
  scheme = 'http';
  userName = '';
  password = '';
  host = 'localhost';
  port = -1;
  path = '/';
  query = '';
  fragment = '';
  static from(uri: Uri): UriBuilder {
    const builder = new UriBuilder();
    const [user, password] = uri.userInfo.split(':');
    return Object.assign(builder, {
      scheme: uri.scheme,
      userName: user ?? '',
      password: password ?? '',
      host: uri.host,
      port: uri.port,
      path: uri.path,
      query: uri.query,
      fragment: uri.fragment,
    });
  }
  get psType(): PSType {
    return knownType('System.UriBuilder');
  }
  toString(): string {
    const user = this.userName === '' ? '' : `${this.userName}${this.password === '' ? '' : `:${this.password}`}@`;
    const port = this.port < 0 ? '' : `:${this.port}`;
    return `${this.scheme}://${user}${this.host}${port}${this.path.startsWith('/') ? '' : '/'}${this.path}${this.query}${this.fragment}`;
  }
}
function builderType(): TypeSpec {
  const text = (
    key: 'scheme' | 'userName' | 'password' | 'host' | 'path',
    shape: (value: string) => string = (value) => value,
  ) => ({ get: (b: UriBuilder) => b[key], set: (b: UriBuilder, value: string) => void (b[key] = shape(value)) });
  const marked = (key: 'query' | 'fragment', mark: string) => ({
    get: (b: UriBuilder) => b[key],
    set: (b: UriBuilder, value: string) =>
      void (b[key] = value === '' || value.startsWith(mark) ? value : mark + value),
  });
  const make = (...args: [string?, string?, number?, string?, string?]): UriBuilder => {
    const [scheme, host, port, path, extra] = args;
    return Object.assign(new UriBuilder(), {
      scheme: scheme ?? 'http',
      host: host ?? 'localhost',
      port: port ?? -1,
      path: path ? (path.startsWith('/') ? path : `/${path}`) : '/',
      query: extra ?? '',
    });
  };
  return {
    name: 'System.UriBuilder',
    constructors: {
      '()': () => new UriBuilder(),
      '(string uri)': (uri: string) => UriBuilder.from(new Uri(uri.includes('://') ? uri : `http://${uri}`)),
      '(uri uri)': (uri: Uri) => UriBuilder.from(uri),
      '(string schemeName, string hostName)': make,
      '(string scheme, string host, int portNumber)': make,
      '(string scheme, string host, int port, string pathValue)': make,
      '(string scheme, string host, int port, string path, string extraValue)': make,
    },
    properties: {
      'string Scheme': text('scheme', (value) => value.toLowerCase()),
      'string UserName': text('userName'),
      'string Password': text('password'),
      'string Host': text('host'),
      'int Port': { get: (b: UriBuilder) => b.port, set: (b: UriBuilder, value: number) => void (b.port = value) },
      'string Path': text('path', (value) => (value.startsWith('/') ? value : `/${value}`)),
      'string Query': marked('query', '?'),
      'string Fragment': marked('fragment', '#'),
      'uri Uri': (b: UriBuilder) => new Uri(b.toString()),
    },
    methods: { 'string ToString()': (b: UriBuilder) => b.toString() },
  };
}

export function uriTypes(): TypeSpec[] {
  const urlEncode = (text: string): string =>
    encodeURIComponent(text)
      .replace(/%20/g, '+')
      .replace(/['~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const urlDecode = (text: string): string => safeDecode(text.replace(/\+/g, ' '));
  const statics = {
    'string HtmlEncode(string value)': encodeHtml,
    'string HtmlDecode(string value)': decodeHtml,
    'string UrlEncode(string value)': urlEncode,
    'string UrlDecode(string encodedValue)': urlDecode,
  };
  return [
    uriType(),
    builderType(),
    { name: 'System.Net.WebUtility', kind: 'static', staticMethods: statics },
    {
      name: 'System.Web.HttpUtility',
      staticMethods: {
        ...statics,
        'string UrlEncode(string value)': (text: string) =>
          urlEncode(text).replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
      },
    },
    mailAddressType(),
  ];
}
