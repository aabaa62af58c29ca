// System.IO.Path with Windows' rules, and full paths against the current folder of the sandbox.

import { DotNetException } from '../../errors.ts';
import { PSChar, typedArray } from '../../values.ts';
import { host, nextUint32 } from '../ambient.ts';
import type { TypeSpec } from '../ps-type.ts';

const isSeparator = (c: string | undefined): boolean => c === '\\' || c === '/';

function rootLength(path: string): number {
  if (/^[A-Za-z]:/.test(path)) return isSeparator(path[2]) ? 3 : 2;
  if (isSeparator(path[0]) && isSeparator(path[1])) {
    const match = /^[\\/]{2}[^\\/]+(?:[\\/][^\\/]+)?/.exec(path);
    return match ? match[0].length : 2;
  }
  return isSeparator(path[0]) ? 1 : 0;
}
export function isRooted(path: string): boolean {
  return rootLength(path) > 0;
}
export function combinePaths(...parts: string[]): string {
  let result = '';
  for (const part of parts) {
    if (part === '') continue;
    if (result === '' || isRooted(part)) result = part;
    else result = isSeparator(result.at(-1)) || result.endsWith(':') ? result + part : `${result}\\${part}`;
  }
  return result;
}
export function fileName(path: string): string {
  const root = rootLength(path);
  let at = path.length;
  while (at > root && !isSeparator(path[at - 1]) && path[at - 1] !== ':') at--;
  return path.slice(at);
}
export function extension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
}
function withoutExtension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
function directoryName(path: string): string | null {
  const root = rootLength(path);
  if (path === '' || path.length <= root) return null;
  let at = path.length;
  while (at > root && !isSeparator(path[at - 1])) at--;
  while (at > root && isSeparator(path[at - 1])) at--;
  return path.slice(0, at).replace(/\//g, '\\');
}
function changeExtension(path: string, to: string | null): string {
  const dot = path.length - extension(path).length;
  const bare = extension(path) === '' && path.endsWith('.') ? path.slice(0, -1) : path.slice(0, dot);
  if (to === null) return bare;
  return `${bare}${to.startsWith('.') || to === '' ? '' : '.'}${to}`;
}

/** The sandbox's current folder for .NET: what `x-location` of the host says, else C:\. */
function currentFolder(): string {
  const location = host()['x-location'];
  return typeof location === 'string' ? location : 'C:\\';
}
/** An absolute path without `.`, `..` and doubled separators. */
export function fullPath(path: string): string {
  if (path === '')
    throw new DotNetException('System.ArgumentException', "The value cannot be an empty string. (Parameter 'path')", {
      properties: { ParamName: 'path' },
    });
  let whole = path.replace(/\//g, '\\');
  if (/^[A-Za-z]:/.test(whole)) {
    if (whole[2] !== '\\') whole = `${whole.slice(0, 2)}\\${whole.slice(2)}`;
  } else if (!whole.startsWith('\\\\')) {
    const folder = currentFolder();
    whole = whole.startsWith('\\') ? folder.slice(0, 2) + whole : combinePaths(folder, whole);
  }
  const root = whole.startsWith('\\\\') ? /^\\\\[^\\]+(\\[^\\]+)?/.exec(whole)![0] : whole.slice(0, 2);
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('\\')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const tail = whole.endsWith('\\') && parts.length > 0 ? '\\' : '';
  return `${root}\\${parts.join('\\')}${tail}`;
}
function relativePath(from: string, to: string): string {
  const a = fullPath(from).replace(/\\$/, '').split('\\');
  const b = fullPath(to).replace(/\\$/, '').split('\\');
  let same = 0;
  while (same < a.length && same < b.length && a[same]!.toLowerCase() === b[same]!.toLowerCase()) same++;
  if (same === 0) return to;
  return [...new Array(a.length - same).fill('..'), ...b.slice(same)].join('\\') || '.';
}
const RANDOM_LETTERS = 'abcdefghijklmnopqrstuvwxyz012345';
function randomName(): string {
  let name = '';
  for (let i = 0; i < 11; i++) name += RANDOM_LETTERS[nextUint32() & 31]!;
  return `${name.slice(0, 8)}.${name.slice(8)}`;
}
export function tempFolder(): string {
  const folder = host().environment.get('TEMP') ?? host().environment.get('TMP') ?? 'C:\\Windows\\Temp';
  return folder.endsWith('\\') ? folder : `${folder}\\`;
}
function tempFile(): string {
  const path = `${tempFolder()}tmp${nextUint32().toString(16).slice(0, 6).padStart(6, '0')}.tmp`;
  host().files.write(path, new Uint8Array());
  return path;
}
const chars = (text: string) => () =>
  typedArray(
    Array.from(text, (c) => new PSChar(c.charCodeAt(0))),
    'System.Char',
  );
const CONTROLS = Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join('');

export function pathType(): TypeSpec {
  return {
    name: 'System.IO.Path',
    kind: 'static',
    staticProperties: {
      'char DirectorySeparatorChar': () => '\\',
      'char AltDirectorySeparatorChar': () => '/',
      'char PathSeparator': () => ';',
      'char VolumeSeparatorChar': () => ':',
      'char[] InvalidPathChars': chars(`|${CONTROLS}`),
    },
    staticMethods: {
      'string ChangeExtension(string path, string extension)': changeExtension,
      'string Combine(string path1, string path2)': combinePaths,
      'string Combine(string path1, string path2, string path3)': combinePaths,
      'string Combine(params string[] paths)': (paths: string[]) => combinePaths(...paths),
      'string Join(string path1, string path2)': joinPaths,
      'string Join(params string[] paths)': (paths: string[]) => joinPaths(...paths),
      'string GetDirectoryName(string path)': directoryName,
      'string GetExtension(string path)': extension,
      'string GetFileName(string path)': fileName,
      'string GetFileNameWithoutExtension(string path)': withoutExtension,
      'string GetFullPath(string path)': fullPath,
      'string GetFullPath(string path, string basePath)': (path: string, base: string) =>
        fullPath(combinePaths(base, path)),
      'char[] GetInvalidFileNameChars()': chars(`"<>|${CONTROLS}:*?\\/`),
      'char[] GetInvalidPathChars()': chars(`|${CONTROLS}`),
      'string GetPathRoot(string path)': (path: string) => path.slice(0, rootLength(path)).replace(/\//g, '\\'),
      'string GetRandomFileName()': randomName,
      'string GetRelativePath(string relativeTo, string path)': relativePath,
      'string GetTempFileName()': tempFile,
      'string GetTempPath()': tempFolder,
      'bool HasExtension(string path)': (path: string) => extension(path) !== '',
      'bool IsPathRooted(string path)': isRooted,
      'bool IsPathFullyQualified(string path)': (path: string) => /^[A-Za-z]:[\\/]|^[\\/]{2}/.test(path),
      'bool EndsInDirectorySeparator(string path)': (path: string) => isSeparator(path.at(-1)),
      'string TrimEndingDirectorySeparator(string path)': (path: string) =>
        isSeparator(path.at(-1)) && path.length > rootLength(path) ? path.slice(0, -1) : path,
      'bool Exists(string path)': (path: string) => path !== '' && host().files.stat(fullPath(path)) !== undefined,
    },
  };
}
function joinPaths(...parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (left, right) =>
        left === '' ? right : isSeparator(left.at(-1)) || isSeparator(right[0]) ? left + right : `${left}\\${right}`,
      '',
    );
}
