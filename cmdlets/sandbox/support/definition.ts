// What the definitions of the Sandbox cmdlets share.

import type { CmdletDefinition, ParameterDefinition } from '../../../src/runtime/cmdlet.ts';

export const sandboxModule = 'hubshell';

/** A Sandbox cmdlet: its module and the class that its errors name. */
export function sandboxCmdlet(definition: Omit<CmdletDefinition, 'module'>): CmdletDefinition {
  const className = definition.name.replace('-', '');
  return { module: sandboxModule, implementingType: `Hubshell.Sandbox.${className}Command`, ...definition };
}

/** `-Identity` of a Get- cmdlet. */
export function anyIdentity(help: string, name = 'Identity'): Record<string, ParameterDefinition> {
  return { [name]: { type: 'string[]', position: 0, pipeline: 'both', wildcards: true, help } };
}
/** `-Identity` of a Set- or Remove- cmdlet. */
export function oneIdentity(help: string): Record<string, ParameterDefinition> {
  return { Identity: { type: 'string[]', mandatory: true, position: 0, pipeline: 'both', help } };
}

export const passThru: ParameterDefinition = { type: 'switch', help: 'Puts out the changed object.' };
