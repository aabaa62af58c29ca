// Changes of users' files on the sandbox's drives: kept when they happen, taken back and done again when the user travels in time.

import type { FileContents } from '../../state/store/file-contents.ts';
import type { FileChange } from '../../state/store/journal-record.ts';
import { FileError, type FileSystem } from '../runtime/host.ts';

/** What a write to a file changes; `path` is the one the file system is asked by, `share` the one the history keeps. */
export function contentChange(
  files: FileSystem,
  contents: FileContents,
  path: string,
  share: string,
  data: Uint8Array | null,
): FileChange {
  return { kind: 'content', path: share, before: contentOf(files, contents, path), after: data && contents.keep(data) };
}

export function appendChange(
  files: FileSystem,
  contents: FileContents,
  path: string,
  share: string,
  data: Uint8Array,
): FileChange {
  const entry = files.stat(path);
  if (!entry) return contentChange(files, contents, path, share, data);
  return { kind: 'append', path: share, offset: entry.size, data: contents.keep(data) };
}

function contentOf(files: FileSystem, contents: FileContents, path: string): string | null {
  const entry = files.stat(path);
  return entry && !entry.directory ? contents.keep(files.read(path)) : null;
}

/** Does a change, or its opposite, to the files as they are now. What has gone on the way meanwhile is passed over. */
export function applyFileChange(
  files: FileSystem,
  contents: FileContents,
  change: FileChange,
  direction: 'undo' | 'redo',
): void {
  try {
    apply(files, contents, change, direction);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

function apply(files: FileSystem, contents: FileContents, change: FileChange, direction: 'undo' | 'redo'): void {
  const { path } = change;
  if (change.kind === 'folder') {
    const exists = direction === 'redo' ? change.exists : !change.exists;
    if (exists) files.makeDirectory(path);
    else files.remove(path);
  } else if (change.kind === 'move') {
    if (direction === 'redo') files.move(path, change.to);
    else files.move(change.to, path);
  } else if (change.kind === 'append') {
    const present = files.stat(path) ? files.read(path) : new Uint8Array(0);
    const start = present.slice(0, change.offset);
    const data = contents.get(change.data) ?? new Uint8Array(0);
    files.write(path, direction === 'redo' ? joined(start, data) : start);
  } else {
    const reference = direction === 'redo' ? change.after : change.before;
    const data = reference === null ? null : contents.get(reference);
    if (data === null) files.remove(path);
    else if (data) files.write(path, data);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
