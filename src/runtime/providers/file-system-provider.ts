// The FileSystem provider: items of the sandbox's drives. Content lies in file-content.ts, copying and moving in file-transfer.ts.

import type { CmdletContext } from '../cmdlet.ts';
import { toText } from '../convert.ts';
import type { FileEntry, RuntimeHost } from '../host.ts';
import { compareText } from '../text.ts';
import { DirectoryInfo, FileInfo } from '../types/file-info.ts';
import type { Value } from '../values.ts';
import { ProviderInfo, type PSDriveInfo } from './drive-info.ts';
import { openFileWriter, readFileContent } from './file-content.ts';
import { copyPath, movePath } from './file-transfer.ts';
import { joinPath, leafName, parentPath } from './path-text.ts';
import type { ChildEntry, ContentWriter, CopyOptions, Provider, ReadOptions, WriteOptions } from './provider.ts';
import { failed, guardFiles, invalidArgument, operationNotSupported, pathNotFound } from './provider-errors.ts';
import { encodeText } from './text-encoding.ts';

export class FileSystemProvider implements Provider {
  readonly hierarchical = true;
  readonly info: ProviderInfo;

  constructor(
    readonly host: RuntimeHost,
    drives: () => PSDriveInfo[],
  ) {
    this.info = new ProviderInfo(
      'FileSystem',
      'Filter, ShouldProcess, Credentials',
      'Microsoft.PowerShell.Commands.FileSystemProvider',
      drives,
    );
  }
  private get files(): RuntimeHost['files'] {
    return this.host.files;
  }

  exists(path: string): boolean {
    return this.files.stat(path) !== undefined;
  }
  isContainer(path: string): boolean {
    return this.files.stat(path)?.directory === true;
  }

  /** Folders first, each part in order of name, as the reference lists them. */
  entries(path: string): FileEntry[] {
    const list = guardFiles('DirUnauthorizedAccessError', path, () => this.files.list(path), 'PermissionDenied');
    return [...list].sort((a, b) =>
      a.directory !== b.directory ? (a.directory ? -1 : 1) : compareText(a.name, b.name, true),
    );
  }
  children(path: string): ChildEntry[] {
    return this.entries(path).map((entry) => ({ name: entry.name, container: entry.directory, hidden: entry.hidden }));
  }
  item(path: string): Value {
    const entry = this.files.stat(path);
    if (entry === undefined) return undefined;
    return this.itemOf(path, entry);
  }
  /** The object for an entry that is already known, with the name as the disk has it. */
  itemOf(path: string, entry: FileEntry): FileInfo | DirectoryInfo {
    const parent = parentPath(path);
    const exact =
      parent === '' || entry.name === '' || entry.name.length !== leafName(path).length
        ? path
        : joinPath(parent, entry.name);
    return entry.directory ? new DirectoryInfo(exact, entry) : new FileInfo(exact, entry);
  }

  newItem(cmdlet: CmdletContext, path: string, type: string, value: Value, force: boolean): Value {
    const kind = itemKind(type);
    if (kind === 'directory') return this.newDirectory(cmdlet, path, force);
    if (!cmdlet.shouldProcess(`Destination: ${path}`, 'Create File')) return undefined;
    const present = this.files.stat(path);
    const error = (type: string, text: string) => failed(type, text, 'NewItemIOError', 'WriteError', path);
    if (present && !force) throw error('System.IO.IOException', `The file '${path}' already exists.`);
    if (present?.directory)
      throw failed(
        'System.UnauthorizedAccessException',
        `Access to the path '${path}' is denied.`,
        'NewItemUnauthorizedAccessError',
        'PermissionDenied',
        path,
      );
    const parent = parentPath(path);
    if (!this.isContainer(parent)) {
      if (!force) throw error('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${path}'.`);
      this.makeDirectories(parent);
    }
    const text = value === null || value === undefined ? '' : toText(value);
    guardFiles('NewItemIOError', path, () => this.files.write(path, encodeText(text)));
    return this.item(path);
  }

  private newDirectory(cmdlet: CmdletContext, path: string, force: boolean): Value {
    const present = this.files.stat(path);
    if (present && !(force && present.directory)) {
      throw failed(
        'System.IO.IOException',
        `An item with the specified name ${path} already exists.`,
        'DirectoryExist',
        'ResourceExists',
        path,
      );
    }
    if (!cmdlet.shouldProcess(`Destination: ${path}`, 'Create Directory')) return undefined;
    if (!present) guardFiles('CreateDirectoryIOError', path, () => this.makeDirectories(path));
    return this.item(path);
  }

  /** Makes a folder and those above it that are missing. */
  makeDirectories(path: string): void {
    if (this.isContainer(path)) return;
    const parent = parentPath(path);
    if (parent !== '') this.makeDirectories(parent);
    guardFiles('CreateDirectoryIOError', path, () => this.files.makeDirectory(path));
  }

  removeItem(cmdlet: CmdletContext, path: string, recurse: boolean, force: boolean): void {
    const entry = this.files.stat(path);
    if (entry === undefined) throw pathNotFound(path);
    if (!cmdlet.shouldProcess(path, entry.directory ? 'Remove Directory' : 'Remove File')) return;
    this.removeEntry(cmdlet, path, entry, recurse, force);
  }
  private removeEntry(cmdlet: CmdletContext, path: string, entry: FileEntry, recurse: boolean, force: boolean): void {
    if (entry.directory && recurse) {
      for (const child of this.entries(path)) {
        cmdlet.checkInterrupt();
        this.removeEntry(cmdlet, joinPath(path, child.name), child, true, force);
      }
    }
    if ((entry.readOnly || entry.hidden) && !force) {
      throw failed(
        'System.IO.IOException',
        'You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.',
        'RemoveFileSystemItemUnAuthorizedAccess',
        'PermissionDenied',
        this.itemOf(path, entry),
      );
    }
    if (entry.readOnly) this.files.setAttributes(path, { readOnly: false });
    guardFiles('RemoveItemIOError', path, () => this.files.remove(path));
  }

  copyItem(cmdlet: CmdletContext, from: string, to: string, options: CopyOptions): string[] {
    return copyPath(this, cmdlet, from, to, options);
  }
  moveItem(cmdlet: CmdletContext, from: string, to: string, force: boolean): string | undefined {
    return movePath(this, cmdlet, from, to, force);
  }

  renameItem(cmdlet: CmdletContext, path: string, name: string): string | undefined {
    const leaf = name.replace(/^\.[\\/]/, '');
    if (/[\\/:]/.test(leaf) && parentPath(name).toLowerCase() !== parentPath(path).toLowerCase()) {
      throw invalidArgument('Cannot rename the specified target, because it represents a path or device name.');
    }
    const target = joinPath(parentPath(path), leafName(leaf));
    const directory = this.isContainer(path);
    if (!cmdlet.shouldProcess(`Item: ${path} Destination: ${target}`, directory ? 'Rename Directory' : 'Rename File'))
      return undefined;
    guardFiles('RenameItemIOError', path, () => this.files.move(path, target));
    return target;
  }

  setItem(): boolean {
    throw operationNotSupported();
  }
  clearItem(): void {
    throw operationNotSupported();
  }

  readContent(path: string, options: ReadOptions): Iterable<Value> {
    return readFileContent(this.files, path, options);
  }
  openWriter(cmdlet: CmdletContext, path: string, options: WriteOptions): ContentWriter | undefined {
    if (!cmdlet.shouldProcess(`Path: ${path}`, options.append ? 'Add Content' : 'Set Content')) return undefined;
    return openFileWriter(this.files, path, options);
  }
  clearContent(cmdlet: CmdletContext, path: string): void {
    if (this.isContainer(path)) {
      throw failed(
        'System.NotSupportedException',
        `Unable to clear content of '${path}' because it is a directory. Clear-Content is only supported on files.`,
        'ClearDirectoryContent',
        'InvalidOperation',
        path,
      );
    }
    if (!cmdlet.shouldProcess(`Item: ${path}`, 'Clear Content')) return;
    guardFiles('ClearContentIOError', path, () => this.files.write(path, new Uint8Array()));
  }

  assign(path: string, value: Value): void {
    const writer = openFileWriter(this.files, path, {
      append: false,
      asBytes: false,
      noNewline: false,
      encoding: undefined,
      force: false,
    });
    writer.write(Array.isArray(value) ? value : [value]);
    writer.close();
  }
}

/** -ItemType may be shortened; nothing means a file. */
function itemKind(type: string): 'file' | 'directory' {
  const lower = type.toLowerCase();
  if (lower === '' || 'file'.startsWith(lower)) return 'file';
  if ('directory'.startsWith(lower) || 'container'.startsWith(lower)) return 'directory';
  throw invalidArgument(
    'The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be specified.',
  );
}
