// Providers that are a flat list of named values: variables, functions, aliases, environment variables. Each gives a small store;
// what the item cmdlets do with it is the same for all (SessionStateProviderBase of the reference).

import type { CmdletContext } from '../cmdlet.ts';
import { enumerate } from '../enumerate.ts';
import { compareText } from '../text.ts';
import type { Value } from '../values.ts';
import type { ProviderInfo } from './drive-info.ts';
import type { ChildEntry, ContentWriter, Provider } from './provider.ts';
import { invalidArgument, notSupported } from './provider-errors.ts';

export interface FlatStore {
  names(): string[];
  /** The object that stands for the item; undefined when there is none. */
  item(name: string): Value;
  /** Its value alone, as Get-Content and `${drive:name}` give it. */
  value(name: string): Value;
  set(name: string, value: Value, force: boolean): void;
  remove(name: string, force: boolean): void;
}

export class FlatProvider implements Provider {
  readonly hierarchical = false;

  constructor(
    readonly info: ProviderInfo,
    private readonly store: FlatStore,
  ) {}

  exists(path: string): boolean {
    return path === '' || this.store.item(path) !== undefined;
  }
  isContainer(path: string): boolean {
    return path === '';
  }
  children(): ChildEntry[] {
    const names = this.store.names().sort((a, b) => compareText(a, b, true));
    return names.map((name) => ({ name, container: false, hidden: false }));
  }
  item(path: string): Value {
    return path === '' ? this.children().map((child) => this.store.item(child.name)) : this.store.item(path);
  }

  private action(cmdlet: CmdletContext, verb: string, name: string, value?: Value): boolean {
    const item = `Item: ${name}`;
    return cmdlet.shouldProcess(value === undefined ? item : `${item} Value: ${String(value)}`, verb);
  }

  newItem(cmdlet: CmdletContext, path: string, _type: string, value: Value, force: boolean): Value {
    if (!force && this.store.item(path) !== undefined)
      throw invalidArgument(`The item at path '${path}' already exists.`);
    if (!this.action(cmdlet, 'New Item', path, value ?? '')) return undefined;
    this.store.set(path, value ?? null, force);
    return this.store.item(path);
  }
  removeItem(cmdlet: CmdletContext, path: string, _recurse: boolean, force: boolean): void {
    if (this.action(cmdlet, 'Remove Item', path)) this.store.remove(path, force);
  }
  copyItem(cmdlet: CmdletContext, from: string, to: string): string[] {
    const value = this.store.value(from);
    if (!cmdlet.shouldProcess(`Item: ${from} Destination: ${to}`, 'Copy Item')) return [];
    this.store.set(to, value, false);
    return [to];
  }
  moveItem(): string | undefined {
    throw notSupported('Provider operation stopped because the provider does not support this operation.');
  }
  renameItem(cmdlet: CmdletContext, path: string, name: string, force: boolean): string | undefined {
    if (!force && this.store.item(name) !== undefined) {
      throw invalidArgument(`Cannot rename the item because an item named '${name}' already exists.`);
    }
    if (!cmdlet.shouldProcess(`Item: ${path} NewName: ${name}`, 'Rename Item')) return undefined;
    const value = this.store.value(path);
    this.store.set(name, value, force);
    this.store.remove(path, force);
    return name;
  }
  setItem(cmdlet: CmdletContext, path: string, value: Value, force: boolean): boolean {
    if (!this.action(cmdlet, 'Set Item', path, value)) return false;
    this.store.set(path, value, force);
    return true;
  }
  clearItem(cmdlet: CmdletContext, path: string, force: boolean): void {
    if (this.action(cmdlet, 'Clear Item', path)) this.store.set(path, null, force);
  }

  readContent(path: string): Iterable<Value> {
    return enumerate(this.store.value(path));
  }
  openWriter(
    cmdlet: CmdletContext,
    path: string,
    options: { append: boolean; force: boolean },
  ): ContentWriter | undefined {
    if (options.append)
      throw notSupported('Cannot call method. The content Seek method is not supported by this provider.');
    if (!cmdlet.shouldProcess(path, 'Set Content')) return undefined;
    const written: Value[] = [];
    return {
      write: (values) => void written.push(...values),
      close: () => this.store.set(path, written.length === 1 ? written[0] : written, options.force),
    };
  }
  clearContent(cmdlet: CmdletContext, path: string, force: boolean): void {
    if (cmdlet.shouldProcess(`Item: ${path}`, 'Clear Content')) this.store.set(path, null, force);
  }
  assign(path: string, value: Value): void {
    this.store.set(path, value, false);
  }
}
