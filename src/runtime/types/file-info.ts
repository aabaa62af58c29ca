// System.IO.FileInfo and DirectoryInfo over the sandbox's files.

import { DotNetException } from '../errors.ts';
import { type FileEntry, FileError } from '../host.ts';
import type { Value } from '../values.ts';
import { typedArray } from '../values.ts';
import { host } from './ambient.ts';
import { localFromUtc, utcDate, utcFromDate } from './file-times.ts';
import type { TypeSpec } from './ps-type.ts';
import { knownType, type PSType } from './registry.ts';

const READ_ONLY = 1;
const HIDDEN = 2;
const DIRECTORY = 16;
const ARCHIVE = 32;

function lastName(path: string): string {
  const body = path.replace(/\\+$/, '');
  return body.endsWith(':') ? `${body}\\` : body.slice(body.lastIndexOf('\\') + 1);
}
function above(path: string): string | undefined {
  const body = path.replace(/\\+$/, '');
  const index = body.lastIndexOf('\\');
  if (index < 0) return undefined;
  const parent = body.slice(0, index);
  return parent.endsWith(':')
    ? `${parent}\\`
    : parent.startsWith('\\\\') && !parent.slice(2).includes('\\')
      ? undefined
      : parent;
}

/** Runs a file operation with .NET's exceptions. */
function io<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw ioException(error);
  }
}
function ioException(error: FileError): DotNetException {
  const { fault, path } = error;
  if (fault === 'not-found')
    return new DotNetException('System.IO.FileNotFoundException', `Could not find file '${path}'.`);
  if (fault === 'denied' || fault === 'is-directory')
    return new DotNetException('System.UnauthorizedAccessException', `Access to the path '${path}' is denied.`);
  if (fault === 'exists') return new DotNetException('System.IO.IOException', `The file '${path}' already exists.`);
  if (fault === 'not-empty')
    return new DotNetException('System.IO.IOException', `The directory is not empty. : '${path}'`);
  return new DotNetException('System.IO.IOException', `The process cannot access the file '${path}'.`);
}

/** System.IO.FileSystemInfo: a path, and what the disk said about it when first asked. */
export abstract class FileSystemInfo {
  private known: FileEntry | null | undefined;

  constructor(
    public fullName: string,
    entry?: FileEntry,
  ) {
    this.known = entry;
  }
  abstract get psType(): PSType;
  /** Undefined when nothing of that name exists. */
  get entry(): FileEntry | undefined {
    if (this.known === undefined) this.known = host().files.stat(this.fullName) ?? null;
    return this.known ?? undefined;
  }
  refresh(): void {
    this.known = undefined;
  }
  get name(): string {
    return lastName(this.fullName);
  }
  get extension(): string {
    const dot = this.name.lastIndexOf('.');
    return dot < 0 || dot === this.name.length - 1 ? '' : this.name.slice(dot);
  }
  get attributes(): number {
    const entry = this.entry;
    if (!entry) return -1;
    return (entry.directory ? DIRECTORY : ARCHIVE) | (entry.readOnly ? READ_ONLY : 0) | (entry.hidden ? HIDDEN : 0);
  }
  /** `d-r--`, as Get-ChildItem shows it. */
  get mode(): string {
    const bits = this.attributes;
    const flag = (bit: number, letter: string): string => ((bits & bit) !== 0 && bits !== -1 ? letter : '-');
    return flag(DIRECTORY, 'd') + flag(ARCHIVE, 'a') + flag(READ_ONLY, 'r') + flag(HIDDEN, 'h') + flag(4, 's');
  }
  toString(): string {
    return this.fullName;
  }
}

export class FileInfo extends FileSystemInfo {
  get psType(): PSType {
    return knownType('System.IO.FileInfo');
  }
  get length(): bigint {
    if (!this.entry || this.entry.directory) {
      throw new DotNetException('System.IO.FileNotFoundException', `Could not find file '${this.fullName}'.`);
    }
    return BigInt(this.entry.size);
  }
}

export class DirectoryInfo extends FileSystemInfo {
  get psType(): PSType {
    return knownType('System.IO.DirectoryInfo');
  }
  children(pattern = '*', recurse = false): FileSystemInfo[] {
    const found: FileSystemInfo[] = [];
    const match = filePattern(pattern);
    const prefix = this.fullName.endsWith('\\') ? this.fullName : `${this.fullName}\\`;
    for (const entry of io(() => host().files.list(this.fullName))) {
      const info = entry.directory
        ? new DirectoryInfo(prefix + entry.name, entry)
        : new FileInfo(prefix + entry.name, entry);
      if (match(entry.name)) found.push(info);
      if (recurse && info instanceof DirectoryInfo) found.push(...info.children(pattern, true));
    }
    return found;
  }
}

/** Windows' own file patterns: `*`, `?`; `*.*` means everything. */
export function filePattern(pattern: string): (name: string) => boolean {
  if (pattern === '*' || pattern === '*.*' || pattern === '') return () => true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const regex = new RegExp(`^${source}$`, 'is');
  return (name) => regex.test(name);
}

// ---------------------------------------------------------------- declarations

type Times = 'createdTicks' | 'writtenTicks' | 'accessedTicks';

/** 1601-01-01, what .NET says for a file that does not exist. */
const NO_FILE_TICKS = 504911232000000000n;

function timeProperties(name: string, field: Times): NonNullable<TypeSpec['properties']> {
  const ticks = (self: FileSystemInfo): bigint => self.entry?.[field] ?? NO_FILE_TICKS;
  const store = (self: FileSystemInfo, value: bigint): void => {
    io(() => host().files.setTimes(self.fullName, { [field]: value }));
    self.refresh();
  };
  return {
    [`datetime ${name}`]: {
      get: (self: FileSystemInfo) => localFromUtc(ticks(self)),
      set: (self: FileSystemInfo, value: object) => store(self, utcFromDate(value)),
    },
    [`datetime ${name}Utc`]: {
      get: (self: FileSystemInfo) => utcDate(ticks(self)),
      set: (self: FileSystemInfo, value: object) => store(self, utcFromDate(value)),
    },
  };
}

function setFlag(self: FileSystemInfo, attributes: { readOnly?: boolean; hidden?: boolean }): void {
  io(() => host().files.setAttributes(self.fullName, attributes));
  self.refresh();
}

/** The path a method names, below the current folder of the process when it is relative. */
function absolute(path: string): string {
  const text = path.replace(/\//g, '\\');
  return /^([A-Za-z]:|\\\\)/.test(text) ? text : `C:\\${text}`;
}

const infoProperties = (): TypeSpec['properties'] => ({
  'string Name': (self: FileSystemInfo) => self.name,
  'string FullName': (self: FileSystemInfo) => self.fullName,
  'string Extension': (self: FileSystemInfo) => self.extension,
  'bool Exists': (self: FileSystemInfo) =>
    self.entry !== undefined && self.entry.directory === self instanceof DirectoryInfo,
  ...timeProperties('CreationTime', 'createdTicks'),
  ...timeProperties('LastAccessTime', 'accessedTicks'),
  ...timeProperties('LastWriteTime', 'writtenTicks'),
  'string LinkTarget': () => null,
  'System.IO.FileAttributes Attributes': {
    get: (self: FileSystemInfo) => self.attributes,
    set: (self: FileSystemInfo, bits: number) =>
      setFlag(self, { readOnly: (bits & READ_ONLY) !== 0, hidden: (bits & HIDDEN) !== 0 }),
  },
});

const extensions = (baseName: (self: FileSystemInfo) => string): TypeSpec['extensions'] => ({
  'System.String Mode': (self: FileSystemInfo) => self.mode,
  'System.String ModeWithoutHardLink': (self: FileSystemInfo) => self.mode,
  'System.Object BaseName': baseName,
  'System.String ResolvedTarget': (self: FileSystemInfo) => self.fullName,
  'System.String LinkType': () => null,
});

function copyFile(self: FileInfo, to: string, overwrite: boolean): FileInfo {
  const target = absolute(to);
  return io(() => {
    const files = host().files;
    if (!overwrite && files.stat(target)) throw new FileError('exists', target);
    files.write(target, files.read(self.fullName));
    return new FileInfo(target);
  });
}
function moveInfo(self: FileSystemInfo, to: string): void {
  const target = absolute(to);
  io(() => host().files.move(self.fullName, target));
  self.fullName = target;
  self.refresh();
}
function removeTree(path: string): void {
  const files = host().files;
  for (const entry of files.list(path)) {
    const child = `${path.replace(/\\$/, '')}\\${entry.name}`;
    if (entry.directory) removeTree(child);
    else files.remove(child);
  }
  files.remove(path);
}

function listed(self: DirectoryInfo, pattern: string, option: number, keep: 'files' | 'directories' | 'both'): Value {
  const found = self
    .children(pattern, option === 1)
    .filter((info) => keep === 'both' || (keep === 'files') === info instanceof FileInfo);
  const type =
    keep === 'files'
      ? 'System.IO.FileInfo'
      : keep === 'directories'
        ? 'System.IO.DirectoryInfo'
        : 'System.IO.FileSystemInfo';
  return typedArray(found, type);
}
function listMethods(): NonNullable<TypeSpec['methods']> {
  const methods: NonNullable<TypeSpec['methods']> = {};
  const kinds = [
    ['Files', 'FileInfo', 'files'],
    ['Directories', 'DirectoryInfo', 'directories'],
    ['FileSystemInfos', 'FileSystemInfo', 'both'],
  ] as const;
  for (const [name, type, keep] of kinds) {
    for (const verb of ['Get', 'Enumerate']) {
      const head = `System.IO.${type}[] ${verb}${name}`;
      methods[`${head}()`] = (self: DirectoryInfo) => listed(self, '*', 0, keep);
      methods[`${head}(string searchPattern)`] = (self: DirectoryInfo, pattern: string) =>
        listed(self, pattern, 0, keep);
      methods[`${head}(string searchPattern, System.IO.SearchOption searchOption)`] = (
        self: DirectoryInfo,
        pattern: string,
        option: number,
      ) => listed(self, pattern, option, keep);
    }
  }
  return methods;
}

export const FILE_INFO_TYPE_NAMES = ['System.IO.FileSystemInfo', 'System.IO.FileInfo', 'System.IO.DirectoryInfo'];

/** FileSystemInfo, FileInfo, DirectoryInfo. */
export function fileInfoTypes(): TypeSpec[] {
  return [
    {
      name: 'System.IO.FileSystemInfo',
      base: 'System.MarshalByRefObject',
      abstract: true,
      properties: infoProperties(),
      methods: {
        'void Refresh()': (self: FileSystemInfo) => self.refresh(),
        'string ToString()': (self: FileSystemInfo) => self.fullName,
      },
      aliasProperties: { Target: 'LinkTarget' },
    },
    {
      name: 'System.IO.FileInfo',
      base: 'System.IO.FileSystemInfo',
      constructors: { '(string fileName)': (path: string) => new FileInfo(absolute(path)) },
      properties: {
        'long Length': (self: FileInfo) => self.length,
        'string DirectoryName': (self: FileInfo) => above(self.fullName) ?? null,
        'System.IO.DirectoryInfo Directory': (self: FileInfo) =>
          new DirectoryInfo(above(self.fullName) ?? self.fullName),
        'bool IsReadOnly': {
          get: (self: FileInfo) => self.entry?.readOnly ?? true,
          set: (self: FileInfo, value: boolean) => setFlag(self, { readOnly: value }),
        },
      },
      methods: {
        'System.IO.FileInfo CopyTo(string destFileName)': (self: FileInfo, to: string) => copyFile(self, to, false),
        'System.IO.FileInfo CopyTo(string destFileName, bool overwrite)': copyFile,
        'void Delete()': (self: FileInfo) =>
          void (host().files.stat(self.fullName) && io(() => host().files.remove(self.fullName))),
        'void MoveTo(string destFileName)': moveInfo,
      },
      extensions: extensions((self) => self.name.slice(0, self.name.length - self.extension.length)),
    },
    {
      name: 'System.IO.DirectoryInfo',
      base: 'System.IO.FileSystemInfo',
      constructors: { '(string path)': (path: string) => new DirectoryInfo(absolute(path)) },
      properties: {
        'System.IO.DirectoryInfo Parent': (self: DirectoryInfo) => {
          const parent = above(self.fullName);
          return parent === undefined ? null : new DirectoryInfo(parent);
        },
        'System.IO.DirectoryInfo Root': (self: DirectoryInfo) =>
          new DirectoryInfo(/^([A-Za-z]:\\|\\\\[^\\]+\\[^\\]+)/.exec(self.fullName)?.[0] ?? self.fullName),
      },
      methods: {
        'void Create()': (self: DirectoryInfo) =>
          void (self.entry ?? io(() => host().files.makeDirectory(self.fullName))),
        'System.IO.DirectoryInfo CreateSubdirectory(string path)': (self: DirectoryInfo, name: string) => {
          const path = `${self.fullName.replace(/\\$/, '')}\\${name}`;
          if (!host().files.stat(path)) io(() => host().files.makeDirectory(path));
          return new DirectoryInfo(path);
        },
        'void Delete()': (self: DirectoryInfo) => io(() => host().files.remove(self.fullName)),
        'void Delete(bool recursive)': (self: DirectoryInfo, recurse: boolean) =>
          io(() => (recurse ? removeTree(self.fullName) : host().files.remove(self.fullName))),
        'void MoveTo(string destDirName)': moveInfo,
        ...listMethods(),
      },
      extensions: extensions((self) => self.name),
    },
  ];
}
