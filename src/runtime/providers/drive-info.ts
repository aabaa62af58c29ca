// What scripts see of the provider layer: PSDriveInfo, ProviderInfo, PathInfo.

import { knownType, type PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';

/** System.Management.Automation.ProviderInfo. */
export class ProviderInfo {
  /** Home of `~`; empty where there is none. */
  home = '';

  constructor(
    readonly name: string,
    readonly capabilities: string,
    readonly implementingType: string,
    /** Drives of this provider, asked for when they are shown. */
    readonly listDrives: () => PSDriveInfo[],
  ) {}
  get moduleName(): string {
    return 'Microsoft.PowerShell.Core';
  }
  get psType(): PSType {
    return knownType('System.Management.Automation.ProviderInfo');
  }
  toString(): string {
    return `${this.moduleName}\\${this.name}`;
  }
}

/** System.Management.Automation.PSDriveInfo. */
export class PSDriveInfo {
  /** Below the root, without a leading separator. */
  currentLocation = '';
  description = '';
  displayRoot: string | null = null;
  credential: Value = null;
  /** File systems only. */
  space: (() => { used: number; free: number }) | undefined;

  constructor(
    readonly name: string,
    readonly provider: ProviderInfo,
    /** Provider path that `name:\` stands for; empty for drives that are a flat list. */
    readonly root: string,
  ) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.PSDriveInfo');
  }
  toString(): string {
    return this.name;
  }
}

/** System.Management.Automation.PathInfo. */
export class PathInfo {
  constructor(
    readonly drive: PSDriveInfo | null,
    readonly provider: ProviderInfo,
    /** With the drive, as a prompt shows it. */
    readonly path: string,
    /** As the provider itself names it. */
    readonly providerPath: string,
  ) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.PathInfo');
  }
  toString(): string {
    return this.path;
  }
}

/** System.Management.Automation.PathInfoStack. */
export class PathInfoStack {
  constructor(
    readonly name: string,
    readonly items: PathInfo[],
  ) {}
  get psType(): PSType {
    return knownType('System.Management.Automation.PathInfoStack');
  }
  [Symbol.iterator](): IterableIterator<PathInfo> {
    return this.items[Symbol.iterator]();
  }
}
