// Parameter metadata of any command.

import {
  AliasInfo,
  CmdletInfo,
  type CommandInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from '../command-info.ts';
import { metadataOf } from '../interpreter/block-metadata.ts';
import type { CommandMetadata } from './metadata.ts';
import { cmdletMetadata } from './metadata-cmdlet.ts';

/** Undefined for natives and for aliases that lead nowhere. */
export function metadataFor(command: CommandInfo): CommandMetadata | undefined {
  if (command instanceof CmdletInfo) return cmdletMetadata(command);
  if (command instanceof FunctionInfo || command instanceof ExternalScriptInfo || command instanceof ScriptInfo)
    return metadataOf(command.scriptBlock, command.name);
  if (command instanceof AliasInfo) {
    const target = command.resolved?.();
    return target === undefined ? undefined : metadataFor(target);
  }
  return undefined;
}
