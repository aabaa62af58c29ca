// The provider layer of one engine: providers, drives by scope, the current location and the location stacks, and what a path means.

import type { Engine, ProviderAccess } from '../engine.ts';
import { matchesWildcard } from '../operators/strings.ts';
import { type PSVariable, ScopedItemOptions, PSVariable as Variable } from '../scope.ts';
import type { Value } from '../values.ts';
import { createAliasProvider, createFunctionProvider } from './command-providers.ts';
import { PathInfo, PathInfoStack, PSDriveInfo } from './drive-info.ts';
import { createEnvironmentProvider } from './environment-provider.ts';
import { FileSystemProvider } from './file-system-provider.ts';
import {
  backslashes,
  hasWildcard,
  isNetworkPath,
  normalizeFilePath,
  normalizeRelative,
  splitDrive,
  splitProvider,
  unescapeWildcards,
} from './path-text.ts';
import type { Provider } from './provider.ts';
import { driveExists, driveNotFound, invalidArgument, pathNotFound, providerNotFound } from './provider-errors.ts';
import { createVariableProvider } from './variable-provider.ts';

/** A path that was understood: whose it is, and how its provider names it. */
export interface ResolvedPath {
  provider: Provider;
  drive: PSDriveInfo | undefined;
  path: string;
}

export interface ExpandOptions {
  literal?: boolean;
  /** Hidden items match wildcards too. */
  force?: boolean;
}

interface Location {
  drive: PSDriveInfo | undefined;
  provider: Provider;
  /** Provider path; of flat drives ''. */
  path: string;
}

export class ProviderSession implements ProviderAccess {
  readonly fileSystem: FileSystemProvider;
  readonly providers = new Map<string, Provider>();
  private location: Location;
  private readonly stacks = new Map<string, PathInfo[]>();
  defaultStack = 'default';
  /** `Set-Location -` and `Set-Location +`. */
  readonly visited: PathInfo[] = [];
  readonly undone: PathInfo[] = [];

  constructor(readonly engine: Engine) {
    this.fileSystem = new FileSystemProvider(engine.host, () => this.drivesOf('FileSystem'));
    this.addProvider(createAliasProvider(engine, () => this.drivesOf('Alias')));
    this.addProvider(createEnvironmentProvider(engine, () => this.drivesOf('Environment')));
    this.addProvider(this.fileSystem);
    this.addProvider(createFunctionProvider(engine, () => this.drivesOf('Function')));
    this.addProvider(createVariableProvider(engine, () => this.drivesOf('Variable')));
    this.addDefaultDrives();
    const first = this.findDrive('C') ?? this.drives()[0]!;
    this.location = { drive: first, provider: this.fileSystem, path: first.root };
    this.fileSystem.info.home = engine.host.environment.get('USERPROFILE') ?? '';
    this.publish();
  }

  private addProvider(provider: Provider): void {
    this.providers.set(provider.info.name.toLowerCase(), provider);
  }

  private addDefaultDrives(): void {
    const drives = new Map<string, object>();
    for (const { name, root, description } of this.engine.host.files.drives()) {
      const drive = new PSDriveInfo(name, this.fileSystem.info, root);
      drive.description = description;
      drive.space = () => this.engine.host.files.freeBytes(name);
      drives.set(name.toLowerCase(), drive);
    }
    const temporary = this.engine.host.environment.get('TEMP');
    if (temporary !== undefined) {
      const root = `${normalizeFilePath(temporary).replace(/\\$/, '')}\\`;
      const drive = new PSDriveInfo('Temp', this.fileSystem.info, root);
      drive.description = 'Drive that maps to the temporary directory path for the current user';
      drive.space = () => this.engine.host.files.freeBytes(root.slice(0, 1));
      drives.set('temp', drive);
    }
    for (const [name, provider, description] of FLAT_DRIVES) {
      const drive = new PSDriveInfo(name, this.provider(provider).info, '');
      drive.description = description;
      drives.set(name.toLowerCase(), drive);
    }
    this.engine.globalScope.drives = drives;
  }

  // ---------------------------------------------------------------- providers and drives

  provider(name: string): Provider {
    const short = name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
    const provider = this.providers.get(short);
    if (provider === undefined) throw providerNotFound(name);
    return provider;
  }

  findDrive(name: string, scopeName?: string): PSDriveInfo | undefined {
    const key = name.toLowerCase();
    if (scopeName !== undefined)
      return this.engine.variables.scope(scopeName).drives?.get(key) as PSDriveInfo | undefined;
    for (let scope = this.engine.scope as typeof this.engine.scope | undefined; scope; scope = scope.parent) {
      const drive = scope.drives?.get(key);
      if (drive) return drive as PSDriveInfo;
    }
    return this.engine.globalScope.drives?.get(key) as PSDriveInfo | undefined;
  }

  /** Visible drives in order of name. */
  drives(scopeName?: string): PSDriveInfo[] {
    const found = new Map<string, PSDriveInfo>();
    const scopes = [];
    if (scopeName !== undefined) scopes.push(this.engine.variables.scope(scopeName));
    else
      for (let scope = this.engine.scope as typeof this.engine.scope | undefined; scope; scope = scope.parent)
        scopes.push(scope);
    if (scopeName === undefined) scopes.push(this.engine.globalScope);
    for (const scope of scopes) {
      for (const [key, drive] of scope.drives ?? []) if (!found.has(key)) found.set(key, drive as PSDriveInfo);
    }
    return [...found.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }
  private drivesOf(provider: string): PSDriveInfo[] {
    return this.drives().filter((drive) => drive.provider.name === provider);
  }

  addDrive(drive: PSDriveInfo, scopeName = 'local'): void {
    const scope = this.engine.variables.scope(scopeName);
    scope.drives ??= new Map();
    if (scope.drives.has(drive.name.toLowerCase())) throw driveExists(drive.name);
    scope.drives.set(drive.name.toLowerCase(), drive);
  }

  /** False when it does not exist. */
  removeDrive(drive: PSDriveInfo): boolean {
    const key = drive.name.toLowerCase();
    for (let scope = this.engine.scope as typeof this.engine.scope | undefined; scope; scope = scope.parent) {
      if (scope.drives?.get(key) === drive) return scope.drives.delete(key);
    }
    return this.engine.globalScope.drives?.delete(key) ?? false;
  }

  // ---------------------------------------------------------------- location

  get currentDrive(): PSDriveInfo | undefined {
    return this.location.drive;
  }
  get currentProvider(): Provider {
    return this.location.provider;
  }
  current(): PathInfo {
    return this.pathInfo(this.location);
  }
  /** Current location of a drive. */
  locationOf(drive: PSDriveInfo): PathInfo {
    const provider = this.provider(drive.provider.name);
    return this.pathInfo({ drive, provider, path: this.below(drive, provider, drive.currentLocation) });
  }
  /** Folder that relative file paths start at. */
  currentFolder(): string {
    if (this.location.provider === this.fileSystem) return this.location.path;
    const drive =
      this.drivesOf('FileSystem').find((candidate) => candidate.currentLocation !== '') ?? this.findDrive('C');
    return drive ? this.below(drive, this.fileSystem, drive.currentLocation) : 'C:\\';
  }

  /** Makes an existing container the current location. */
  setLocation(target: ResolvedPath): PathInfo {
    this.location = { ...target };
    if (target.drive) target.drive.currentLocation = this.belowRoot(target.drive, target.path);
    return this.publish();
  }
  private publish(): PathInfo {
    const info = this.current();
    const global = this.engine.globalScope;
    const present: PSVariable | undefined = global.own('pwd');
    if (present) present.value = info;
    else global.put('pwd', new Variable('PWD', info, ScopedItemOptions.AllScope));
    return info;
  }

  push(stackName: string | undefined, location = this.current()): void {
    const name = (stackName || this.defaultStack).toLowerCase();
    const stack = this.stacks.get(name);
    if (stack) stack.push(location);
    else this.stacks.set(name, [location]);
  }
  pop(stackName: string | undefined): PathInfo | undefined {
    const name = (stackName || this.defaultStack).toLowerCase();
    const stack = this.stacks.get(name);
    if (stack === undefined || stack.length === 0) {
      if (stackName === undefined || stackName === '' || stack !== undefined) return undefined;
      throw invalidArgument(`Cannot find location stack '${stackName}'. It does not exist or it is not a container.`);
    }
    return stack.pop();
  }
  stack(stackName: string | undefined): PathInfoStack {
    const name = stackName || this.defaultStack;
    const stack = this.stacks.get(name.toLowerCase());
    if (stack === undefined && name !== this.defaultStack) {
      throw invalidArgument(`Cannot find location stack '${name}'. It does not exist or it is not a container.`);
    }
    return new PathInfoStack(name, [...(stack ?? [])].reverse());
  }

  // ---------------------------------------------------------------- paths

  /** What a path means; wildcard characters stay in it as they are. Throws for unknown drives and providers. */
  resolve(text: string): ResolvedPath {
    const qualified = splitProvider(text);
    if (qualified) return this.resolveIn(this.provider(qualified.provider), qualified.rest);
    if (isNetworkPath(text)) return { provider: this.fileSystem, drive: undefined, path: normalizeFilePath(text) };
    if (text === '~' || /^~[\\/]/.test(text)) return this.resolve(this.home() + text.slice(1));
    const withDrive = splitDrive(text);
    if (withDrive) return this.resolveOnDrive(withDrive.drive, withDrive.rest);
    const { drive, provider, path } = this.location;
    if (!provider.hierarchical)
      return { provider, drive, path: text.replace(/^[\\/]/, '').replace(/^\.[\\/]?(?=.|$)/, '') };
    if (/^[\\/]/.test(text)) {
      const root = drive ? drive.root : path;
      return {
        provider,
        drive,
        path: normalizeFilePath(drive ? `${root}\\${text}` : `${/^\\\\[^\\]+\\[^\\]+/.exec(root)}${text}`),
      };
    }
    return { provider, drive, path: this.inside(drive, normalizeFilePath(`${path}\\${text}`)) };
  }

  private resolveIn(provider: Provider, rest: string): ResolvedPath {
    if (!provider.hierarchical) return { provider, drive: this.firstDrive(provider), path: rest.replace(/^[\\/]/, '') };
    const absolute = /^([A-Za-z]:[\\/]?|[\\/]{2})/.test(rest);
    const path = normalizeFilePath(absolute ? rest : `${this.currentFolder()}\\${rest}`);
    return { provider, drive: this.driveOfFile(path), path };
  }
  private firstDrive(provider: Provider): PSDriveInfo | undefined {
    return this.drivesOf(provider.info.name)[0];
  }
  /** The drive letter of a file path. */
  driveOfFile(path: string): PSDriveInfo | undefined {
    const letter = /^([A-Za-z]):/.exec(path)?.[1];
    return letter === undefined ? undefined : this.findDrive(letter);
  }

  private home(): string {
    const home = this.location.provider.info.home;
    if (home === '')
      throw invalidArgument(
        `Home location for this provider is not set. To set the home location, call "(get-psprovider '${this.location.provider.info.name}').Home = 'path'".`,
      );
    return home;
  }

  private resolveOnDrive(name: string, rest: string): ResolvedPath {
    const drive = this.findDrive(name);
    if (drive === undefined) throw driveNotFound(name);
    const provider = this.provider(drive.provider.name);
    if (!provider.hierarchical) return { provider, drive, path: rest.replace(/^[\\/]/, '') };
    const start = /^[\\/]/.test(rest) ? '' : drive.currentLocation;
    return { provider, drive, path: this.below(drive, provider, normalizeRelative(`${start}\\${rest}`)) };
  }

  private below(drive: PSDriveInfo, provider: Provider, relative: string): string {
    return provider.hierarchical ? normalizeFilePath(`${drive.root}\\${relative}`) : relative;
  }
  private belowRoot(drive: PSDriveInfo, path: string): string {
    return path.slice(drive.root.length).replace(/^\\/, '');
  }
  /** `..` does not climb above a drive's root. */
  private inside(drive: PSDriveInfo | undefined, path: string): string {
    if (drive === undefined || drive.root === '') return path;
    const root = drive.root.replace(/\\$/, '').toLowerCase();
    return path.toLowerCase().startsWith(root) ? path : normalizeFilePath(drive.root);
  }

  /** The path as scripts write it: with its drive, or with its provider where there is no drive. */
  display({ provider, drive, path }: ResolvedPath): string {
    if (drive === undefined) return provider.hierarchical ? path : `${provider.info.name}::${path}`;
    if (!provider.hierarchical) return `${drive.name}:\\${path}`;
    if (/^[A-Za-z]:\\?$/.test(drive.root)) return path;
    return `${drive.name}:\\${this.belowRoot(drive, path)}`;
  }
  /** Microsoft.PowerShell.Core\FileSystem::C:\a */
  providerPath({ provider, path }: ResolvedPath): string {
    return `${provider.info}::${path}`;
  }
  pathInfo(resolved: ResolvedPath): PathInfo {
    const { provider, drive, path } = resolved;
    const shown = drive === undefined && provider.hierarchical ? this.providerPath(resolved) : this.display(resolved);
    return new PathInfo(drive ?? null, provider.info, shown, path);
  }

  /** Existing items that a path names. A plain path that does not exist throws; wildcards may match nothing. */
  expand(text: string, options: ExpandOptions = {}): ResolvedPath[] {
    if (options.literal || !hasWildcard(text)) {
      const resolved = this.resolve(options.literal ? text : unescapeWildcards(text));
      if (!resolved.provider.exists(resolved.path))
        throw pathNotFound(options.literal && hasWildcard(text) ? text : this.display(resolved));
      return [resolved];
    }
    const pattern = this.resolve(text);
    if (!pattern.provider.hierarchical) return this.expandFlat(pattern);
    return this.expandTree(pattern, options.force === true);
  }

  private expandFlat({ provider, drive, path }: ResolvedPath): ResolvedPath[] {
    const names = provider.children('').filter((child) => matchesWildcard(child.name, path));
    return names.map((child) => ({ provider, drive, path: child.name }));
  }

  private expandTree({ provider, drive, path }: ResolvedPath, force: boolean): ResolvedPath[] {
    const segments = backslashes(path)
      .split('\\')
      .filter((name) => name !== '');
    const rooted = path.startsWith('\\\\');
    let found = [rooted ? `\\\\${segments[0]}\\${segments[1]}` : `${segments[0]}\\`];
    for (const segment of segments.slice(rooted ? 2 : 1)) {
      const next: string[] = [];
      for (const folder of found) {
        const prefix = folder.endsWith('\\') ? folder : `${folder}\\`;
        if (hasWildcard(segment)) {
          if (!provider.isContainer(folder)) continue;
          for (const child of provider.children(folder)) {
            if ((force || !child.hidden) && matchesWildcard(child.name, segment)) next.push(prefix + child.name);
          }
        } else {
          const name = prefix + unescapeWildcards(segment);
          if (provider.exists(name)) next.push(name);
        }
      }
      found = next;
    }
    return found.map((name) => ({ provider, drive, path: name }));
  }

  // ---------------------------------------------------------------- what the interpreter asks

  resolveFilePath(path: string): string {
    const resolved = this.resolve(path);
    return resolved.provider === this.fileSystem
      ? resolved.path
      : normalizeFilePath(`${this.currentFolder()}\\${path}`);
  }

  getContent(drive: string, path: string): Value {
    const resolved = this.resolve(`${drive}:${path}`);
    if (!resolved.provider.exists(resolved.path)) return undefined;
    const content = [
      ...resolved.provider.readContent(resolved.path, {
        raw: false,
        asBytes: false,
        delimiter: undefined,
        encoding: undefined,
      }),
    ];
    return content.length === 1 ? content[0] : content;
  }

  setContent(drive: string, path: string, value: Value): void {
    const { provider, path: name } = this.resolve(`${drive}:${path}`);
    provider.assign(name, value);
  }
}

const FLAT_DRIVES = [
  ['Alias', 'Alias', 'Drive that contains a view of the aliases stored in a session state'],
  ['Env', 'Environment', 'Drive that contains a view of the environment variables for the process'],
  ['Function', 'Function', 'Drive that contains a view of the functions stored in a session state'],
  ['Variable', 'Variable', 'Drive that contains a view of those variables stored in a session state'],
] as const;

/** The provider layer of an engine. */
export function providersOf(engine: Engine): ProviderSession {
  engine.providers ??= new ProviderSession(engine);
  return engine.providers as ProviderSession;
}
