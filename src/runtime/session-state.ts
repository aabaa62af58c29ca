// Session states: the global one, and one per script module with its own root scope under the global scope.

import type { AliasInfo, CmdletInfo, FunctionInfo } from './command-info.ts';
import { type PSVariable, Scope } from './scope.ts';
import type { Value } from './values.ts';

/** The variables, functions and aliases that a module (or the shell itself) holds. */
export class SessionState {
  /** Scope at the bottom of everything that runs in this session state: the global scope or a module's own. */
  readonly root: Scope;
  /** Scope of the innermost code that runs in this session state. */
  current: Scope;
  module: PSModuleInfo | undefined;

  constructor(globalScope?: Scope) {
    this.root = new Scope(this, globalScope);
    this.root.isScript = globalScope !== undefined;
    this.current = this.root;
  }
}

/** What Export-ModuleMember chose; undefined means the default (all functions). */
export interface ModuleExports {
  functions: string[];
  cmdlets: string[];
  variables: string[];
  aliases: string[];
}

/** System.Management.Automation.PSModuleInfo. */
export class PSModuleInfo {
  moduleType: 'Script' | 'Manifest' | 'Binary' | 'Cim' = 'Script';
  version = '0.0';
  description = '';
  author = '';
  companyName = '';
  copyright = '';
  guid = '00000000-0000-0000-0000-000000000000';
  path = '';
  moduleBase = '';
  rootModule = '';
  privateData: Value = null;
  requested: ModuleExports | undefined;
  readonly exportedFunctions = new Map<string, FunctionInfo>();
  readonly exportedCmdlets = new Map<string, CmdletInfo>();
  readonly exportedVariables = new Map<string, PSVariable>();
  readonly exportedAliases = new Map<string, AliasInfo>();
  readonly nestedModules: PSModuleInfo[] = [];
  /** Script block to run when the module is removed. */
  onRemove: Value = null;
  readOnly = false;
  engine: import('./engine.ts').Engine | undefined;
  /** System.Version of the module. */
  versionValue: Value = null;

  constructor(
    readonly name: string,
    /** Absent for modules of built-in cmdlets. */
    readonly sessionState: SessionState | undefined,
  ) {}
  toString(): string {
    return this.name;
  }
}
