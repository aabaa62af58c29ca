// -Scope of the variable and alias cmdlets, and the errors they share.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { toText } from '../../../../src/runtime/convert.ts';
import { DotNetException, ErrorRecord } from '../../../../src/runtime/errors.ts';
import { failed } from '../../../../src/runtime/providers/provider-errors.ts';
import { type PSVariable, ScopedItemOptions } from '../../../../src/runtime/scope.ts';
import { EnumValue } from '../../../../src/runtime/types/enum-value.ts';
import type { Value } from '../../../../src/runtime/values.ts';

/** Checks -Scope; fails with the cmdlet's own texts. */
export function scopeArgument(cmdlet: CmdletContext): string | undefined {
  const name = cmdlet.args.Scope as string | undefined;
  if (name === undefined || name === '') return undefined;
  try {
    cmdlet.engine.variables.scope(name);
    return name;
  } catch (error) {
    if (!(error instanceof DotNetException)) throw error;
    if (/^[+-]?\d+$/.test(name)) {
      const message = `The scope number '${name}' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was ${name}.`;
      return cmdlet.fail(
        cmdlet.makeError(
          message,
          'ArgumentOutOfRange',
          'InvalidArgument',
          null,
          'System.Management.Automation.PSArgumentOutOfRangeException',
        ),
      );
    }
    const message =
      'Cannot process argument because the value of parameter "Scope" is not valid. Valid values are "Global", "Local", or "Script", or a number relative to the current scope (0 through the number of scopes where 0 is the current scope and 1 is its parent). Change the value of the "Scope" parameter and run the operation again.';
    return cmdlet.fail(
      cmdlet.makeError(
        message,
        'Argument',
        'InvalidArgument',
        null,
        'System.Management.Automation.PSArgumentException',
      ),
    );
  }
}

/** -Option as bits. */
export function optionArgument(value: Value): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  if (value instanceof EnumValue) return Number(value.value);
  let bits = 0;
  for (const name of toText(value).split(',')) {
    const key = Object.keys(ScopedItemOptions).find((option) => option.toLowerCase() === name.trim().toLowerCase());
    bits |= ScopedItemOptions[key as keyof typeof ScopedItemOptions] ?? 0;
  }
  return bits;
}

/** Names of options as they are shown: `ReadOnly, AllScope`. */
export function optionText(bits: number): string {
  const names = Object.entries(ScopedItemOptions)
    .filter(([, bit]) => bit !== 0 && bit !== 16 && (bits & bit) !== 0)
    .map(([name]) => name);
  return names.length === 0 ? 'None' : names.join(', ');
}

export function variableNotFound(name: string): ErrorRecord {
  const exception = failed(
    'System.Management.Automation.ItemNotFoundException',
    `Cannot find a variable with the name '${name}'.`,
    'VariableNotFound',
    'ObjectNotFound',
    name,
  );
  return new ErrorRecord(exception, 'VariableNotFound', 'ObjectNotFound', name);
}

/** Order in which listings show variables: by name, as the reference sorts them. */
export function byName(a: { name: string }, b: { name: string }): number {
  const left = a.name.toLowerCase();
  const right = b.name.toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Variables that a name or pattern means. */
export function findVariables(cmdlet: CmdletContext, name: string, scope: string | undefined): PSVariable[] {
  const plain = !/[*?[]/.test(name);
  if (plain) {
    const variable = cmdlet.engine.variables.get(name, scope);
    return variable ? [variable] : [];
  }
  return cmdlet.engine.variables.list(scope);
}
