// What New-Variable and Set-Variable share.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { type PSVariable, ScopedItemOptions } from '../../../../src/runtime/scope.ts';
import type { Value } from '../../../../src/runtime/values.ts';
import { variableException } from '../../../../src/runtime/variable-access.ts';
import { optionArgument } from './scopes.ts';

/** Sets a variable's value and what else was given. Throws what an assignment throws. */
export function storeVariable(
  cmdlet: CmdletContext,
  name: string,
  value: Value,
  scope: string | undefined,
): PSVariable {
  const { variables } = cmdlet.engine;
  const option = optionArgument(cmdlet.args.Option);
  const present = variables.get(name, scope ?? '0');
  if (present && option !== undefined && (option & ScopedItemOptions.Constant) !== 0 && !present.isConstant) {
    throw variableException(
      'VariableCannotBeMadeConstant',
      name,
      `Existing variable ${name} cannot be made constant. Variables can be made constant only at creation time.`,
    );
  }
  const variable = variables.set(name, value, {
    scope,
    force: cmdlet.args.Force === true,
    description: cmdlet.args.Description,
    visibility:
      cmdlet.args.Visibility === undefined ? undefined : (String(cmdlet.args.Visibility) as 'Public' | 'Private'),
  });
  if (option !== undefined) variable.setOptions(option & ~ScopedItemOptions.Unspecified);
  return variable;
}

/** Text of a value in -WhatIf. */
export function shownValue(value: Value, toText: (value: Value) => string): string {
  return value === null || value === undefined ? '' : toText(value);
}
