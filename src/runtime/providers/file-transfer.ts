// Copy-Item and Move-Item between paths of the file system.

import type { CmdletContext } from '../cmdlet.ts';
import type { FileEntry } from '../host.ts';
import type { FileSystemProvider } from './file-system-provider.ts';
import { joinPath, leafName, parentPath } from './path-text.ts';
import type { CopyOptions } from './provider.ts';
import { failed, guardFiles, pathNotFound } from './provider-errors.ts';

function describe(from: string, to: string): string {
  return `Item: ${from} Destination: ${to}`;
}

/** An existing folder as destination takes the item in under its own name. */
function destinationOf(provider: FileSystemProvider, from: string, to: string): string {
  return provider.isContainer(to) ? joinPath(to, leafName(from)) : to;
}

/** Copies a file or folder; gives the paths of what was made. */
export function copyPath(
  provider: FileSystemProvider,
  cmdlet: CmdletContext,
  from: string,
  to: string,
  options: CopyOptions,
): string[] {
  const entry = provider.host.files.stat(from);
  if (entry === undefined) throw pathNotFound(from);
  const target = destinationOf(provider, from, to);
  if (from.toLowerCase() === target.toLowerCase()) {
    throw failed(
      'System.IO.IOException',
      `Cannot overwrite the item ${from} with itself.`,
      'CopyError',
      'WriteError',
      from,
    );
  }
  if (!entry.directory) return copyFile(provider, cmdlet, from, target, options.force);
  if (!options.container) return options.recurse ? copyFlat(provider, cmdlet, from, to, options.force) : [];
  return copyFolder(provider, cmdlet, from, target, options);
}

function copyFile(
  provider: FileSystemProvider,
  cmdlet: CmdletContext,
  from: string,
  to: string,
  force: boolean,
): string[] {
  if (!cmdlet.shouldProcess(describe(from, to), 'Copy File')) return [];
  const { files } = provider.host;
  const source = files.stat(from)!;
  const item = provider.itemOf(from, source);
  const present = files.stat(to);
  if (!provider.isContainer(parentPath(to))) {
    throw failed(
      'System.IO.DirectoryNotFoundException',
      `Could not find a part of the path '${to}'.`,
      'CopyFileInfoItemIOError',
      'WriteError',
      item,
    );
  }
  if (present?.readOnly) {
    if (!force) {
      throw failed(
        'System.UnauthorizedAccessException',
        `Access to the path '${to}' is denied.`,
        'CopyFileInfoItemUnauthorizedAccessError',
        'PermissionDenied',
        item,
      );
    }
    files.setAttributes(to, { readOnly: false });
  }
  guardFiles('CopyFileInfoItemIOError', item, () => {
    files.write(to, files.read(from));
    // A copy keeps the time of the last change, as Windows' copy does.
    files.setTimes(to, { writtenTicks: source.writtenTicks });
  });
  return [to];
}

function copyFolder(
  provider: FileSystemProvider,
  cmdlet: CmdletContext,
  from: string,
  to: string,
  options: CopyOptions,
): string[] {
  if (!cmdlet.shouldProcess(describe(from, to), 'Copy Directory')) return [];
  const made: string[] = [];
  const entries = options.recurse ? provider.entries(from) : [];
  const present = provider.host.files.stat(to);
  if (present && !present.directory) {
    throw failed(
      'System.IO.IOException',
      `Container cannot be copied onto existing leaf item.`,
      'CopyContainerItemToLeafError',
      'InvalidArgument',
      from,
    );
  }
  if (!present) {
    provider.makeDirectories(to);
    made.push(to);
  }
  for (const child of filesFirst(entries)) {
    cmdlet.checkInterrupt();
    const [source, target] = [joinPath(from, child.name), joinPath(to, child.name)];
    made.push(
      ...(child.directory
        ? copyFolder(provider, cmdlet, source, target, options)
        : copyFile(provider, cmdlet, source, target, options.force)),
    );
  }
  return made;
}
function filesFirst(entries: FileEntry[]): FileEntry[] {
  return [...entries.filter((entry) => !entry.directory), ...entries.filter((entry) => entry.directory)];
}

/** -Container:$false: all files below, without their folders. */
function copyFlat(
  provider: FileSystemProvider,
  cmdlet: CmdletContext,
  from: string,
  to: string,
  force: boolean,
): string[] {
  const made: string[] = [];
  for (const child of filesFirst(provider.entries(from))) {
    const source = joinPath(from, child.name);
    if (child.directory) made.push(...copyFlat(provider, cmdlet, source, to, force));
    else made.push(...copyFile(provider, cmdlet, source, destinationOf(provider, source, to), force));
  }
  return made;
}

/** Moves a file or folder; gives where it went, or undefined when it was kept from it. */
export function movePath(
  provider: FileSystemProvider,
  cmdlet: CmdletContext,
  from: string,
  to: string,
  force: boolean,
): string | undefined {
  const { files } = provider.host;
  const entry = files.stat(from);
  if (entry === undefined) throw pathNotFound(from);
  const target = destinationOf(provider, from, to);
  if (!cmdlet.shouldProcess(describe(from, target), entry.directory ? 'Move Directory' : 'Move File')) return undefined;
  const errorId = entry.directory ? 'MoveDirectoryItemIOError' : 'MoveFileInfoItemIOError';
  const item = provider.itemOf(from, entry);
  if (!provider.isContainer(parentPath(target))) {
    throw failed(
      'System.IO.DirectoryNotFoundException',
      `Could not find a part of the path '${target}'.`,
      errorId,
      'WriteError',
      item,
    );
  }
  const present = files.stat(target);
  const samePath = from.toLowerCase() === target.toLowerCase();
  if (present && !samePath) {
    if (!force || entry.directory)
      throw failed('System.IO.IOException', `The file '${target}' already exists.`, errorId, 'WriteError', item);
    if (present.readOnly) files.setAttributes(target, { readOnly: false });
    guardFiles(errorId, item, () => files.remove(target));
  }
  if (from !== target) guardFiles(errorId, item, () => move(provider, from, target, entry));
  return target;
}

/** Between drives a move is a copy and a removal. */
function move(provider: FileSystemProvider, from: string, to: string, entry: FileEntry): void {
  const { files } = provider.host;
  const volume = (path: string): string => path.slice(0, 2).toLowerCase();
  if (volume(from) === volume(to)) return files.move(from, to);
  if (!entry.directory) files.write(to, files.read(from));
  else {
    files.makeDirectory(to);
    for (const child of files.list(from)) move(provider, joinPath(from, child.name), joinPath(to, child.name), child);
  }
  files.remove(from);
}
