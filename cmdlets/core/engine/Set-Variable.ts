// Set-Variable.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { reporting } from '../management/shared/items.ts';
import { scopeArgument } from './shared/scopes.ts';
import { shownValue, storeVariable } from './shared/set-variable.ts';

export default defineCmdlet({
  name: 'Set-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['set', 'sv'],
  synopsis: 'Sets the value of variables and makes those that do not exist.',
  parameters: {
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Value: { type: 'object', position: 1, pipeline: 'both', help: 'The value or content.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Description: { type: 'string', help: 'Text that describes it.' },
    Option: {
      type: 'enum',
      values: ['None', 'ReadOnly', 'Constant', 'Private', 'AllScope', 'Unspecified'],
      enumName: 'System.Management.Automation.ScopedItemOptions',
      help: 'Options of the item: None, ReadOnly, Constant, Private, AllScope.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Visibility: {
      type: 'enum',
      values: ['Public', 'Private'],
      enumName: 'System.Management.Automation.SessionStateEntryVisibility',
      help: 'Public or Private.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Append: { type: 'switch', help: 'Adds to the end of the file instead of replacing it.' },
    Scope: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Scope: global, local, script, or a number of levels up.',
    },
  },
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.PSVariable'],
  examples: [
    { script: 'Set-Variable count 5; $count', output: '5' },
    { script: "1..3 | Set-Variable list; $list -join '-'", output: '1-2-3' },
  ],
  create: (cmdlet) => {
    const collected: Value[] = [];
    const byName = !cmdlet.has('Name');
    const set = (names: string[], value: Value): void => {
      const scope = scopeArgument(cmdlet);
      const include = (cmdlet.args.Include as string[] | undefined) ?? [];
      const exclude = (cmdlet.args.Exclude as string[] | undefined) ?? [];
      for (const given of names) {
        const wild = /[*?[]/.test(given);
        const targets = wild
          ? cmdlet.engine.variables
              .list(scope)
              .map((variable) => variable.name)
              .filter((name) => matchesWildcard(name, given))
          : [given];
        for (const name of targets) {
          if (include.length > 0 && !include.some((text) => matchesWildcard(name, text))) continue;
          if (exclude.some((text) => matchesWildcard(name, text))) continue;
          if (!cmdlet.shouldProcess(`Name: ${name} Value: ${shownValue(value, toText)}`, 'Set variable')) continue;
          reporting(cmdlet, () => {
            const variable = storeVariable(cmdlet, name, value, scope);
            if (cmdlet.args.PassThru) cmdlet.write(variable);
          });
        }
      }
    };
    return {
      process() {
        const value = cmdlet.args.Value as Value;
        // Names that come through the pipeline are set at once; otherwise the values are collected.
        if (byName && cmdlet.expectingInput && cmdlet.has('Name')) set(cmdlet.args.Name, value ?? null);
        else if (cmdlet.has('Value')) collected.push(value ?? null);
      },
      end() {
        if (byName && cmdlet.expectingInput) return;
        const value = collected.length === 0 ? null : collected.length === 1 ? collected[0] : collected;
        set((cmdlet.args.Name as string[] | undefined) ?? [], value);
      },
    };
  },
});
