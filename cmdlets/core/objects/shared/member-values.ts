// Script blocks as values of members (Add-Member, Update-TypeData).

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { toText } from '../../../../src/runtime/convert.ts';
import { ScriptBlock } from '../../../../src/runtime/script-block.ts';
import { typeNameOf } from '../../../../src/runtime/types/registry.ts';
import { PSObject, type Value } from '../../../../src/runtime/values.ts';

export function needsScriptBlock(cmdlet: CmdletContext, given: Value): ScriptBlock {
  const value = given instanceof PSObject && given.base !== undefined ? given.base : given;
  if (value instanceof ScriptBlock) return value;
  const message = `Cannot convert the "${toText(value)}" value of type "${typeNameOf(value)}" to type "System.Management.Automation.ScriptBlock".`;
  const type = 'System.Management.Automation.PSInvalidCastException';
  return cmdlet.fail(cmdlet.makeError(message, 'ConvertToFinalInvalidCastException', 'InvalidArgument', null, type));
}
