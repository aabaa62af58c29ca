// What a command name can stand for: System.Management.Automation.CommandInfo and its kinds.

import type { CmdletDefinition } from './cmdlet.ts';
import type { ScriptBlock } from './script-block.ts';
import type { PSModuleInfo } from './session-state.ts';

export type CommandType = 'Alias' | 'Function' | 'Filter' | 'Cmdlet' | 'ExternalScript' | 'Application' | 'Script';

export abstract class CommandInfo {
  readonly name: string;
  abstract readonly commandType: CommandType;
  /** Module it came with; undefined when made at the prompt. */
  module: PSModuleInfo | undefined;
  visibility: 'Public' | 'Private' = 'Public';
  /** Parameter metadata, made by the binder on first use. */
  metadata: import('./binder/metadata.ts').CommandMetadata | undefined;

  constructor(name: string) {
    this.name = name;
  }
  get moduleName(): string {
    return this.module?.name ?? '';
  }
  toString(): string {
    return this.name;
  }
}

export class AliasInfo extends CommandInfo {
  readonly commandType = 'Alias';
  options = 0;
  description = '';
  definition: string;
  /** The command at the end of the chain; set by the engine. */
  resolved: (() => CommandInfo | undefined) | undefined;

  constructor(name: string, definition: string, options = 0) {
    super(name);
    this.definition = definition;
    this.options = options;
  }
}

export class FunctionInfo extends CommandInfo {
  readonly commandType: 'Function' | 'Filter';
  scriptBlock: ScriptBlock;
  options = 0;
  description = '';

  constructor(name: string, scriptBlock: ScriptBlock, filter = false) {
    super(name);
    this.scriptBlock = scriptBlock;
    this.commandType = filter ? 'Filter' : 'Function';
  }
  get definition(): string {
    return this.scriptBlock.toString();
  }
}

export class CmdletInfo extends CommandInfo {
  readonly commandType = 'Cmdlet';
  constructor(readonly definition: CmdletDefinition) {
    super(definition.name);
  }
  override get moduleName(): string {
    return this.definition.module;
  }
  get implementingType(): string {
    return this.definition.implementingType ?? `Microsoft.PowerShell.Commands.${this.name.replace('-', '')}Command`;
  }
}

/** A native program of the sandbox (`net.exe`). */
export class ApplicationInfo extends CommandInfo {
  readonly commandType = 'Application';
  constructor(
    readonly definition: CmdletDefinition,
    readonly path: string,
  ) {
    super(definition.name);
  }
}

/** A .ps1 file. */
export class ExternalScriptInfo extends CommandInfo {
  readonly commandType = 'ExternalScript';
  constructor(
    name: string,
    readonly path: string,
    readonly scriptBlock: ScriptBlock,
  ) {
    super(name);
  }
}

/** A script block called with `&` or `.`. */
export class ScriptInfo extends CommandInfo {
  readonly commandType = 'Script';
  constructor(readonly scriptBlock: ScriptBlock) {
    super('');
  }
}
