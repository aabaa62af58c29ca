// File, Directory, StreamReader, StreamWriter, MemoryStream over the sandbox's files.

import { toText } from '../../convert.ts';
import { toArray } from '../../enumerate.ts';
import { DotNetException } from '../../errors.ts';
import { FileError } from '../../host.ts';
import { matchesWildcard } from '../../operators/wildcard.ts';
import type { Value } from '../../values.ts';
import { host } from '../ambient.ts';
import { construct } from '../construction.ts';
import { DateTime, LOCAL, UTC } from '../date/date-time.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType, resolveType } from '../registry.ts';
import { Encoding } from './encoding.ts';
import { readerMembers, TextReader, TextWriter, writerMembers } from './text-types.ts';
import { fullPath, pathType } from './windows-path.ts';

/** Runs a file operation; its fault becomes .NET's exception. */
export function withFile<T>(path: string, run: (full: string) => T, kind: 'file' | 'folder' = 'file'): T {
  const full = fullPath(path);
  try {
    return run(full);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw fileException(error, full, kind);
  }
}
function fileException(error: FileError, full: string, kind: 'file' | 'folder'): DotNetException {
  switch (error.fault) {
    case 'not-found': {
      const parent = full.slice(0, Math.max(3, full.lastIndexOf('\\')));
      const missingFolder = kind === 'folder' || host().files.stat(parent) === undefined;
      if (missingFolder)
        return new DotNetException(
          'System.IO.DirectoryNotFoundException',
          `Could not find a part of the path '${full}'.`,
        );
      return new DotNetException('System.IO.FileNotFoundException', `Could not find file '${full}'.`, {
        properties: { FileName: full },
      });
    }
    case 'not-directory':
      return new DotNetException(
        'System.IO.DirectoryNotFoundException',
        `Could not find a part of the path '${full}'.`,
      );
    case 'denied':
    case 'is-directory':
      return new DotNetException('System.UnauthorizedAccessException', `Access to the path '${full}' is denied.`);
    case 'exists':
      return new DotNetException('System.IO.IOException', `The file '${full}' already exists.`);
    case 'not-empty':
      return new DotNetException('System.IO.IOException', `The directory is not empty. : '${full}'`);
    case 'no-space':
      return new DotNetException('System.IO.IOException', `There is not enough space on the disk. : '${full}'`);
    case 'invalid-name':
      return new DotNetException(
        'System.IO.IOException',
        `The filename, directory name, or volume label syntax is incorrect. : '${full}'`,
      );
    default:
      return new DotNetException(
        'System.IO.IOException',
        `The process cannot access the file '${full}' because it is being used by another process.`,
      );
  }
}

/** Text of a file: a byte order mark decides over the encoding given. */
export function decodeFile(bytes: Uint8Array, encoding?: Encoding | null): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new Encoding('utf-8').decode(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new Encoding('utf-16').decode(bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new Encoding('utf-16BE').decode(bytes.subarray(2));
  return (encoding ?? new Encoding('utf-8')).decode(bytes);
}
const plain = (): Encoding => new Encoding('utf-8');
function encodeFile(text: string, encoding: Encoding = plain()): Uint8Array {
  return Uint8Array.from([...encoding.preamble, ...encoding.encode(text)]);
}
const readText = (path: string, encoding?: Encoding): string =>
  withFile(path, (full) => decodeFile(host().files.read(full), encoding));
const writeText = (path: string, text: string, encoding?: Encoding): void =>
  withFile(path, (full) => host().files.write(full, encodeFile(text ?? '', encoding)));
function appendText(path: string, text: string, encoding: Encoding = plain()): void {
  withFile(path, (full) => {
    if (host().files.stat(full)) host().files.append(full, encoding.encode(text));
    else host().files.write(full, encodeFile(text, encoding));
  });
}
function lines(text: string): string[] {
  const parts = text.split(/\r\n|\r|\n/);
  if (parts.at(-1) === '') parts.pop();
  return parts;
}
const joinLines = (values: Value): string =>
  toArray(values)
    .map((line) => `${toText(line)}\n`)
    .join('');
const exists = (path: string, directory: boolean): boolean => {
  if (path === '') return false;
  const entry = host().files.stat(fullPath(path).replace(/(?<=[^:])\\$/, ''));
  return entry !== undefined && entry.directory === directory;
};
function stamp(path: string, key: 'writtenTicks' | 'createdTicks' | 'accessedTicks', utc: boolean): DateTime {
  const entry = host().files.stat(fullPath(path));
  const time = new DateTime(entry?.[key] ?? 504911232000000000n, UTC);
  return utc ? time : time.toLocal();
}
const setStamp = (path: string, key: 'writtenTicks' | 'createdTicks' | 'accessedTicks', time: DateTime): void =>
  withFile(path, (full) =>
    host().files.setTimes(full, { [key]: time.kind === UTC ? time.ticks : time.withKind(LOCAL).toUniversal().ticks }),
  );

function fileStatics(): NonNullable<TypeSpec['staticMethods']> {
  const E = 'System.Text.Encoding encoding';
  const remove = (path: string): void => {
    if (exists(path, false)) withFile(path, (full) => host().files.remove(full));
  };
  const copy = (from: string, to: string, overwrite = false): void => {
    const bytes = withFile(from, (full) => host().files.read(full));
    if (!overwrite && exists(to, false))
      throw new DotNetException('System.IO.IOException', `The file '${fullPath(to)}' already exists.`);
    withFile(to, (full) => host().files.write(full, bytes));
  };
  return {
    'bool Exists(string path)': (path: string) => exists(path, false),
    'string ReadAllText(string path)': (path: string) => readText(path),
    [`string ReadAllText(string path, ${E})`]: readText,
    'string[] ReadAllLines(string path)': (path: string) => lines(readText(path)),
    [`string[] ReadAllLines(string path, ${E})`]: (path: string, e: Encoding) => lines(readText(path, e)),
    'System.Object ReadLines(string path)': (path: string) => lines(readText(path)),
    'byte[] ReadAllBytes(string path)': (path: string) => withFile(path, (full) => host().files.read(full)),
    'void WriteAllText(string path, string contents)': (path: string, text: string) => writeText(path, text),
    [`void WriteAllText(string path, string contents, ${E})`]: writeText,
    'void WriteAllLines(string path, System.Collections.IEnumerable contents)': (path: string, values: Value) =>
      writeText(path, joinLines(values)),
    [`void WriteAllLines(string path, System.Collections.IEnumerable contents, ${E})`]: (
      path: string,
      values: Value,
      e: Encoding,
    ) => writeText(path, joinLines(values), e),
    'void WriteAllBytes(string path, byte[] bytes)': (path: string, bytes: Uint8Array) =>
      withFile(path, (full) => host().files.write(full, bytes)),
    'void AppendAllText(string path, string contents)': (path: string, text: string) => appendText(path, text),
    [`void AppendAllText(string path, string contents, ${E})`]: appendText,
    'void AppendAllLines(string path, System.Collections.IEnumerable contents)': (path: string, values: Value) =>
      appendText(path, joinLines(values)),
    'void Delete(string path)': remove,
    'void Copy(string sourceFileName, string destFileName)': copy,
    'void Copy(string sourceFileName, string destFileName, bool overwrite)': copy,
    'void Move(string sourceFileName, string destFileName)': (from: string, to: string) =>
      withFile(from, (full) => host().files.move(full, fullPath(to))),
    'System.IO.FileAttributes GetAttributes(string path)': (path: string) => withFile(path, (full) => attributes(full)),
    'datetime GetLastWriteTime(string path)': (path: string) => stamp(path, 'writtenTicks', false),
    'datetime GetLastWriteTimeUtc(string path)': (path: string) => stamp(path, 'writtenTicks', true),
    'datetime GetCreationTime(string path)': (path: string) => stamp(path, 'createdTicks', false),
    'datetime GetLastAccessTime(string path)': (path: string) => stamp(path, 'accessedTicks', false),
    'void SetLastWriteTime(string path, datetime lastWriteTime)': (path: string, time: DateTime) =>
      setStamp(path, 'writtenTicks', time),
    'void SetCreationTime(string path, datetime creationTime)': (path: string, time: DateTime) =>
      setStamp(path, 'createdTicks', time),
    'System.IO.StreamReader OpenText(string path)': (path: string) =>
      new TextReader(readText(path), 'System.IO.StreamReader'),
    'System.IO.StreamWriter CreateText(string path)': (path: string) => writer(path, false),
    'System.IO.StreamWriter AppendText(string path)': (path: string) => writer(path, true),
  };
}
function attributes(full: string): number {
  const entry = host().files.stat(full);
  if (!entry) throw new FileError('not-found', full);
  return (entry.readOnly ? 1 : 0) | (entry.hidden ? 2 : 0) | (entry.directory ? 16 : 32);
}
function writer(path: string, append: boolean, encoding?: Encoding): TextWriter {
  if (!append) writeText(path, '', encoding);
  return new TextWriter('System.IO.StreamWriter', (text) => appendText(path, text, encoding));
}

function listFolder(path: string, pattern: string, option: number, want: 'files' | 'folders' | 'all'): string[] {
  return withFile(
    path,
    (full) => {
      const entry = host().files.stat(full.replace(/(?<=[^:])\\$/, ''));
      if (!entry?.directory) throw new FileError('not-found', full);
      const found: string[] = [];
      const visit = (folder: string): void => {
        for (const item of host().files.list(folder)) {
          const name = `${folder.endsWith('\\') ? folder : `${folder}\\`}${item.name}`;
          const fits =
            pattern === '*' || pattern === '*.*' || matchesWildcard(item.name, pattern.replace(/[[\]`]/g, '`$&'));
          if (fits && (want === 'all' || item.directory === (want === 'folders'))) found.push(name);
          if (item.directory && option === 1) visit(name);
        }
      };
      visit(full.replace(/(?<=[^:])\\$/, ''));
      return found;
    },
    'folder',
  );
}
function makeFolder(path: string): Value {
  const full = fullPath(path).replace(/(?<=[^:])\\$/, '');
  withFile(full, () => {
    const parts = full.split('\\');
    for (let i = full.startsWith('\\\\') ? 5 : 2; i <= parts.length; i++) {
      const part = parts.slice(0, i).join('\\');
      if (part !== '' && host().files.stat(part) === undefined) host().files.makeDirectory(part);
    }
  });
  const type = resolveType('System.IO.DirectoryInfo');
  return type ? construct(type, [full]) : full;
}
function removeFolder(path: string, recursive: boolean): void {
  withFile(
    path,
    (full) => {
      const remove = (folder: string): void => {
        if (recursive) {
          for (const item of host().files.list(folder)) {
            const name = `${folder}\\${item.name}`;
            if (item.directory) remove(name);
            else host().files.remove(name);
          }
        }
        host().files.remove(folder);
      };
      if (host().files.stat(full) === undefined) throw new FileError('not-found', full);
      remove(full.replace(/\\$/, ''));
    },
    'folder',
  );
}

function directoryStatics(): NonNullable<TypeSpec['staticMethods']> {
  const methods: NonNullable<TypeSpec['staticMethods']> = {
    'bool Exists(string path)': (path: string) => exists(path, true),
    'System.Object CreateDirectory(string path)': makeFolder,
    'void Delete(string path)': (path: string) => removeFolder(path, false),
    'void Delete(string path, bool recursive)': removeFolder,
    'string GetCurrentDirectory()': () => fullPath('.'),
    'void Move(string sourceDirName, string destDirName)': (from: string, to: string) =>
      withFile(from, (full) => host().files.move(full, fullPath(to)), 'folder'),
    'System.Object GetParent(string path)': (path: string) => {
      const full = fullPath(path);
      const parent = full.slice(0, full.lastIndexOf('\\')) || null;
      const type = resolveType('System.IO.DirectoryInfo');
      return parent !== null && type ? construct(type, [parent.endsWith(':') ? `${parent}\\` : parent]) : null;
    },
    'string[] GetLogicalDrives()': () =>
      host()
        .files.drives()
        .map((drive) => drive.root),
    'datetime GetLastWriteTime(string path)': (path: string) => stamp(path, 'writtenTicks', false),
  };
  for (const [name, want] of [
    ['Files', 'files'],
    ['Directories', 'folders'],
    ['FileSystemEntries', 'all'],
  ] as const) {
    for (const verb of ['Get', 'Enumerate']) {
      methods[`string[] ${verb}${name}(string path)`] = (path: string) => listFolder(path, '*', 0, want);
      methods[`string[] ${verb}${name}(string path, string searchPattern)`] = (path: string, pattern: string) =>
        listFolder(path, pattern, 0, want);
      methods[`string[] ${verb}${name}(string path, string searchPattern, System.IO.SearchOption searchOption)`] = (
        path: string,
        pattern: string,
        option: number,
      ) => listFolder(path, pattern, option, want);
    }
  }
  return methods;
}

export class MemoryStream {
  bytes: Uint8Array;
  position = 0;
  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.bytes = bytes;
  }
  get psType(): PSType {
    return knownType('System.IO.MemoryStream');
  }
  write(data: Uint8Array): void {
    const grown = new Uint8Array(Math.max(this.bytes.length, this.position + data.length));
    grown.set(this.bytes);
    grown.set(data, this.position);
    this.bytes = grown;
    this.position += data.length;
  }
}

export function fileTypes(): TypeSpec[] {
  const E = 'System.Text.Encoding encoding';
  const closes = {
    'void Close()': () => undefined,
    'void Dispose()': () => undefined,
    'void Flush()': () => undefined,
  };
  const reader = (source: Value, encoding?: Encoding): TextReader =>
    new TextReader(
      source instanceof MemoryStream
        ? decodeFile(source.bytes.subarray(source.position), encoding)
        : readText(String(source), encoding),
      'System.IO.StreamReader',
    );
  return [
    pathType(),
    { name: 'System.IO.File', kind: 'static', staticMethods: fileStatics() },
    { name: 'System.IO.Directory', kind: 'static', staticMethods: directoryStatics() },
    {
      name: 'System.IO.StreamReader',
      base: 'System.IO.TextReader',
      interfaces: ['System.IDisposable'],
      constructors: {
        '(string path)': reader,
        '(System.IO.Stream stream)': reader,
        [`(string path, ${E})`]: reader,
        [`(System.IO.Stream stream, ${E})`]: reader,
      },
      ...readerMembers(),
    },
    {
      name: 'System.IO.StreamWriter',
      base: 'System.IO.TextWriter',
      interfaces: ['System.IDisposable'],
      constructors: {
        '(string path)': (path: string) => writer(path, false),
        '(string path, bool append)': writer,
        [`(string path, bool append, ${E})`]: writer,
        '(System.IO.Stream stream)': (stream: MemoryStream) =>
          new TextWriter('System.IO.StreamWriter', (text) => stream.write(plain().encode(text))),
      },
      ...writerMembers(),
    },
    { name: 'System.IO.Stream', base: 'System.MarshalByRefObject', abstract: true, interfaces: ['System.IDisposable'] },
    {
      name: 'System.IO.MemoryStream',
      base: 'System.IO.Stream',
      constructors: {
        '()': () => new MemoryStream(),
        '(byte[] buffer)': (bytes: Uint8Array) => new MemoryStream(bytes),
        '(int capacity)': () => new MemoryStream(),
      },
      properties: {
        'bool CanRead': () => true,
        'bool CanSeek': () => true,
        'bool CanWrite': () => true,
        'long Length': (s: MemoryStream) => BigInt(s.bytes.length),
        'long Position': {
          get: (s: MemoryStream) => BigInt(s.position),
          set: (s: MemoryStream, value: bigint) => void (s.position = Number(value)),
        },
      },
      methods: {
        ...closes,
        'byte[] ToArray()': (s: MemoryStream) => s.bytes,
        'void Write(byte[] buffer, int offset, int count)': (
          s: MemoryStream,
          bytes: Uint8Array,
          offset: number,
          count: number,
        ) => s.write(bytes.subarray(offset, offset + count)),
        'void WriteByte(byte value)': (s: MemoryStream, byte: number) => s.write(Uint8Array.of(byte)),
        'int ReadByte()': (s: MemoryStream) => s.bytes[s.position++] ?? -1,
        'long Seek(long offset, System.IO.SeekOrigin loc)': (s: MemoryStream, offset: bigint, origin: number) =>
          BigInt((s.position = Number(offset) + (origin === 1 ? s.position : origin === 2 ? s.bytes.length : 0))),
      },
    },
  ];
}
