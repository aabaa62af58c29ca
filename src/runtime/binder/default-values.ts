// $PSDefaultParameterValues (about_Parameters_Default_Values).

import { toBool, toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { positional } from '../interpreter/argument.ts';
import { matchesWildcard } from '../operators/strings.ts';
import { ScriptBlock } from '../script-block.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import type { Value } from '../values.ts';
import type { ParameterBinder } from './parameter-binder.ts';

/** Binds the defaults that the table has for this command, where the command line gave nothing. */
export function defaultArguments(engine: Engine, binder: ParameterBinder, command: string): void {
  const table = engine.valueOf('psdefaultparametervalues');
  if (!isDictionary(table) || table.count === 0) return;
  if (toBool(table.get('Disabled') ?? false)) return;
  for (const [key, value] of table.entries()) {
    const text = toText(key);
    const colon = text.lastIndexOf(':');
    if (colon <= 0 || !matchesWildcard(command, text.slice(0, colon).trim(), true)) continue;
    bindDefault(binder, text.slice(colon + 1).trim(), value);
  }
}

function bindDefault(binder: ParameterBinder, name: string, value: Value): void {
  const parameter = binder.metadata.exact(name.toLowerCase()) ?? onlyMatch(binder, name);
  if (parameter === undefined || binder.boundKeys.has(parameter.key) || !binder.isValid(parameter)) return;
  const given = value instanceof ScriptBlock ? evaluated(value) : value;
  binder.store(parameter, binder.coerce(parameter, positional(given)));
  if (parameter.setMask !== -1) binder.setMask &= parameter.setMask;
}

function onlyMatch(binder: ParameterBinder, name: string) {
  const matches = [...binder.metadata.parameters.values()].filter((parameter) =>
    matchesWildcard(parameter.name, name, true),
  );
  return matches.length === 1 ? matches[0] : undefined;
}

function evaluated(block: ScriptBlock): Value {
  const results = block.call();
  return results.length === 1 ? results[0]! : results.length === 0 ? null : results;
}
