// What a provider offers to the item, content and property cmdlets. Paths are the provider's own: `C:\a\b.txt` for files,
// a bare name for the flat ones (variables, functions, aliases, environment); '' is the root of a flat one.

import type { CmdletContext } from '../cmdlet.ts';
import type { Value } from '../values.ts';
import type { ProviderInfo } from './drive-info.ts';

export interface ChildEntry {
  name: string;
  container: boolean;
  hidden: boolean;
}

/** Reading of content: what the dynamic parameters of Get-Content say. */
export interface ReadOptions {
  raw: boolean;
  asBytes: boolean;
  delimiter: string | undefined;
  encoding: string | undefined;
}
export interface WriteOptions {
  append: boolean;
  asBytes: boolean;
  noNewline: boolean;
  encoding: string | undefined;
  force: boolean;
}

/** Takes the values that Set-Content and Add-Content write; `close` makes them last. */
export interface ContentWriter {
  write(values: Value[]): void;
  close(): void;
}

export interface Provider {
  readonly info: ProviderInfo;
  /** True for a tree of containers, false for a flat list. */
  readonly hierarchical: boolean;

  exists(path: string): boolean;
  isContainer(path: string): boolean;
  children(path: string): ChildEntry[];
  /** The item's object without the PS… note properties. */
  item(path: string): Value;

  newItem(cmdlet: CmdletContext, path: string, type: string, value: Value, force: boolean): Value;
  removeItem(cmdlet: CmdletContext, path: string, recurse: boolean, force: boolean): void;
  copyItem(cmdlet: CmdletContext, from: string, to: string, options: CopyOptions): string[];
  moveItem(cmdlet: CmdletContext, from: string, to: string, force: boolean): string | undefined;
  renameItem(cmdlet: CmdletContext, path: string, name: string, force: boolean): string | undefined;
  /** False when -WhatIf or the user kept it from happening. */
  setItem(cmdlet: CmdletContext, path: string, value: Value, force: boolean): boolean;
  clearItem(cmdlet: CmdletContext, path: string, force: boolean): void;

  readContent(path: string, options: ReadOptions): Iterable<Value>;
  openWriter(cmdlet: CmdletContext, path: string, options: WriteOptions): ContentWriter | undefined;
  clearContent(cmdlet: CmdletContext, path: string, force: boolean): void;
  /** `${drive:path} = value` */
  assign(path: string, value: Value): void;
}

export interface CopyOptions {
  recurse: boolean;
  container: boolean;
  force: boolean;
}
