// Paths as text, in Windows' form: separators, drives, parents, leaves. Nothing here looks at a drive or a file.

/** Separators of both kinds become backslashes. */
export function backslashes(path: string): string {
  return path.includes('/') ? path.replace(/\//g, '\\') : path;
}

/** `Microsoft.PowerShell.Core\FileSystem::C:\x`: the provider's name and the path after it. */
export function splitProvider(path: string): { provider: string; rest: string } | undefined {
  const match = /^(?:[\w.]+\\)?(\w+)::(.*)$/s.exec(path);
  return match ? { provider: match[1]!, rest: match[2]! } : undefined;
}

/** `env:x`: the drive's name and the path after the colon. */
export function splitDrive(path: string): { drive: string; rest: string } | undefined {
  const match = /^([^:\\/*?[\]]+):(?!:)(.*)$/s.exec(path);
  return match ? { drive: match[1]!, rest: match[2]! } : undefined;
}

/** `\\SERVER\share\…` */
export function isNetworkPath(path: string): boolean {
  return /^[\\/]{2}[^\\/]/.test(path);
}

/** The part of a file-system path that no `..` can climb over: `C:\`, `\\SERVER\share\`, or nothing. */
export function rootOf(path: string): string {
  const drive = /^[A-Za-z]:\\?/.exec(path);
  if (drive) return drive[0].length === 2 ? `${drive[0]}\\` : drive[0];
  const network = /^\\\\[^\\]+(?:\\[^\\]+)?\\?/.exec(path);
  if (network) return network[0].endsWith('\\') ? network[0] : `${network[0]}\\`;
  return path.startsWith('\\') ? '\\' : '';
}

/** Takes `.`, `..`, doubled and closing separators out of an absolute file-system path. */
export function normalizeFilePath(path: string): string {
  const text = backslashes(path);
  const root = rootOf(text);
  const names: string[] = [];
  for (const name of text.slice(Math.min(root.length, text.length)).split('\\')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  if (names.length === 0) return root.startsWith('\\\\') ? root.replace(/\\$/, '') : root;
  return root + names.join('\\');
}

/** Takes `.` and `..` out of a path below a drive's root. */
export function normalizeRelative(path: string): string {
  const names: string[] = [];
  for (const name of backslashes(path).split('\\')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names.join('\\');
}

/** Joins two parts with exactly one separator, as Join-Path does. */
export function joinPath(parent: string, child: string): string {
  const head = backslashes(parent);
  const tail = backslashes(child);
  if (head === '') return tail;
  if (tail === '') return head.endsWith('\\') ? head : `${head}\\`;
  return `${head.replace(/\\+$/, '')}\\${tail.replace(/^\\+/, '')}`;
}

/** The path without its last part; empty when there is none above it. */
export function parentPath(path: string): string {
  const text = backslashes(path);
  const root = rootOf(text);
  const body = text.length > root.length || text.endsWith('\\') ? text.replace(/\\+$/, '') : text;
  if (body.length < root.length || (root !== '' && body === root.replace(/\\$/, ''))) return '';
  const index = body.lastIndexOf('\\');
  if (index < 0) return /^[^:\\]+:./.test(body) ? body.slice(0, body.indexOf(':') + 1) : '';
  const parent = body.slice(0, index);
  return parent.length < root.length ? root : parent;
}

/** The last part of a path. */
export function leafName(path: string): string {
  const text = backslashes(path);
  const body = text.replace(/\\+$/, '');
  if (body === '' || /^[^:\\]+:$/.test(body)) return text;
  const drive = body.lastIndexOf(':');
  return body.slice(Math.max(body.lastIndexOf('\\'), drive) + 1);
}

/** `.txt` of `a.txt`; empty when there is none. A name that ends in a dot has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
}

/** Path of `path` as seen from the folder `base`; both absolute. */
export function relativePath(base: string, path: string): string {
  if (rootOf(base).toLowerCase() !== rootOf(path).toLowerCase()) return path;
  const from = base.split('\\').filter((name) => name !== '');
  const to = path.split('\\').filter((name) => name !== '');
  let common = 0;
  while (common < from.length && common < to.length && from[common]!.toLowerCase() === to[common]!.toLowerCase())
    common++;
  const up = from.slice(common).map(() => '..');
  const down = to.slice(common);
  if (up.length === 0) return down.length === 0 ? `.\\` : `.\\${down.join('\\')}`;
  return [...up, ...down].join('\\');
}

const WILDCARD = /(^|[^`])(``)*[*?[]/;
/** True when the path names several items by wildcard characters that are not escaped. */
export function hasWildcard(path: string): boolean {
  return WILDCARD.test(path);
}

/** Takes the backticks off escaped wildcard characters. */
export function unescapeWildcards(path: string): string {
  return path.includes('`') ? path.replace(/`([*?[\]`])/g, '$1') : path;
}
