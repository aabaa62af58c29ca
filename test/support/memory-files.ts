// Files in memory for tests: drives C: and G:, the interface the runtime sees, no host behind it.

import { type FileEntry, FileError, type FileSystem } from '../../src/runtime/host.ts';

interface Node {
  entry: FileEntry;
  data: Uint8Array;
  /** Children by lower-cased name; absent for a file. */
  children?: Map<string, Node>;
}

const START_TICKS = 639_080_352_000_000_000n;

function folder(name: string): Node {
  const times = { createdTicks: START_TICKS, writtenTicks: START_TICKS, accessedTicks: START_TICKS };
  return {
    entry: { name, directory: true, size: 0, ...times, readOnly: false, hidden: name.startsWith('.') },
    data: new Uint8Array(),
    children: new Map(),
  };
}

function segments(path: string): string[] {
  return path.split(/[\\/]/).filter((segment) => segment !== '');
}

export class MemoryFiles implements FileSystem {
  readonly #roots: Map<string, Node>;

  constructor(drives: string[] = ['C', 'G']) {
    this.#roots = new Map(drives.map((drive) => [`${drive.toLowerCase()}:`, folder(`${drive}:\\`)]));
  }

  drives() {
    return [...this.#roots.keys()].map((drive) => {
      const name = drive.slice(0, 1).toUpperCase();
      return { name, root: `${name}:\\`, description: '', mounted: name !== 'C' };
    });
  }

  #find(path: string): Node | undefined {
    const [drive, ...names] = segments(path);
    let node = this.#roots.get((drive ?? '').toLowerCase());
    for (const name of names) node = node?.children?.get(name.toLowerCase());
    return node;
  }

  #parent(path: string): { parent: Map<string, Node>; name: string } {
    const names = segments(path);
    const name = names.pop() ?? '';
    const parent = this.#find(names.join('\\'));
    if (!parent) throw new FileError('not-found', path);
    if (!parent.children) throw new FileError('not-directory', path);
    return { parent: parent.children, name };
  }

  #file(path: string): Node {
    const node = this.#find(path);
    if (!node) throw new FileError('not-found', path);
    if (node.children) throw new FileError('is-directory', path);
    return node;
  }

  stat(path: string): FileEntry | undefined {
    const node = this.#find(path);
    return node && { ...node.entry, size: node.data.length };
  }

  list(path: string): FileEntry[] {
    const node = this.#find(path);
    if (!node) throw new FileError('not-found', path);
    if (!node.children) throw new FileError('not-directory', path);
    return [...node.children.values()].map((child) => ({ ...child.entry, size: child.data.length }));
  }

  read(path: string): Uint8Array {
    return this.#file(path).data;
  }

  write(path: string, data: Uint8Array): void {
    const existing = this.#find(path);
    if (existing) {
      if (existing.children) throw new FileError('is-directory', path);
      if (existing.entry.readOnly) throw new FileError('denied', path);
      existing.data = data.slice();
      return;
    }
    const { parent, name } = this.#parent(path);
    const file = folder(name);
    file.entry.directory = false;
    file.children = undefined;
    file.data = data.slice();
    parent.set(name.toLowerCase(), file);
  }

  append(path: string, data: Uint8Array): void {
    const before = this.#find(path)?.data ?? new Uint8Array();
    const joined = new Uint8Array(before.length + data.length);
    joined.set(before);
    joined.set(data, before.length);
    this.write(path, joined);
  }

  makeDirectory(path: string): void {
    if (this.#find(path)) throw new FileError('exists', path);
    const { parent, name } = this.#parent(path);
    parent.set(name.toLowerCase(), folder(name));
  }

  remove(path: string): void {
    const node = this.#find(path);
    if (!node) throw new FileError('not-found', path);
    if (node.children && node.children.size > 0) throw new FileError('not-empty', path);
    const { parent, name } = this.#parent(path);
    parent.delete(name.toLowerCase());
  }

  move(from: string, to: string): void {
    const node = this.#find(from);
    if (!node) throw new FileError('not-found', from);
    const sameEntry = from.toLowerCase() === to.toLowerCase();
    if (this.#find(to) && !sameEntry) throw new FileError('exists', to);
    const target = this.#parent(to);
    const source = this.#parent(from);
    source.parent.delete(source.name.toLowerCase());
    node.entry.name = target.name;
    target.parent.set(target.name.toLowerCase(), node);
  }

  setTimes(path: string, times: Partial<Pick<FileEntry, 'writtenTicks' | 'createdTicks' | 'accessedTicks'>>): void {
    const node = this.#find(path);
    if (!node) throw new FileError('not-found', path);
    Object.assign(node.entry, times);
  }

  setAttributes(path: string, attributes: { readOnly?: boolean; hidden?: boolean }): void {
    const node = this.#find(path);
    if (!node) throw new FileError('not-found', path);
    Object.assign(node.entry, attributes);
  }

  freeBytes(): { used: number; free: number } {
    return { used: 0, free: 2 ** 36 };
  }
}
