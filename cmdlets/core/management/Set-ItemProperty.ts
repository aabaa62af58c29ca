// Set-ItemProperty.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { listMembers, setMember } from '../../../src/runtime/members.ts';
import { failed } from '../../../src/runtime/providers/provider-errors.ts';
import { typeOf } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { eachItem } from './shared/items.ts';
import { itemPropertyValue, requireProperties, selectProperties } from './shared/properties.ts';

/** -Name and -Value, or the properties of -InputObject. */
function wanted(cmdlet: CmdletContext): Record<string, Value> {
  if (cmdlet.args.InputObject === undefined) return { [cmdlet.args.Name]: cmdlet.args.Value ?? null };
  const values: Record<string, Value> = {};
  for (const member of listMembers(cmdlet.args.InputObject, { propertiesOnly: true }))
    values[member.name] = member.get();
  return values;
}

const SHORT_NAMES: Record<string, string> = {
  Int32: 'int',
  Int64: 'long',
  String: 'string',
  Boolean: 'bool',
  DateTime: 'datetime',
  Double: 'double',
};

function missing(name: string, value: Value): ReturnType<typeof failed> {
  const type = typeOf(value)?.name ?? 'object';
  const text = `${SHORT_NAMES[type] ?? type} ${name}=${toText(value)}`;
  return failed(
    'System.IO.IOException',
    `The property ${text} does not exist or was not found.`,
    'SetPropertyError',
    'ReadError',
    text,
  );
}

export default defineCmdlet({
  name: 'Set-ItemProperty',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['sp'],
  synopsis: 'Changes properties of an item.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: ['propertyPSObjectPathSet', 'propertyValuePathSet'],
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: ['propertyValueLiteralPathSet', 'propertyPSObjectLiteralPathSet'],
      help: 'Path taken as it is, without wildcard characters.',
    },
    Name: {
      type: 'string',
      aliases: ['PSProperty'],
      mandatory: true,
      position: 1,
      pipeline: 'name',
      sets: ['propertyValuePathSet', 'propertyValueLiteralPathSet'],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    Value: {
      type: 'object',
      mandatory: true,
      position: 2,
      pipeline: 'name',
      sets: ['propertyValuePathSet', 'propertyValueLiteralPathSet'],
      validate: [{ kind: 'allowNull' }],
      help: 'The value or content.',
    },
    InputObject: {
      type: 'psobject',
      mandatory: true,
      pipeline: 'both',
      sets: ['propertyPSObjectPathSet', 'propertyPSObjectLiteralPathSet'],
      help: 'The objects, usually from the pipeline.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'propertyValuePathSet',
  supportsShouldProcess: true,
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'x'",
      script: 'Set-ItemProperty C:\\a.txt IsReadOnly $true; (Get-Item C:\\a.txt).IsReadOnly',
      output: 'True',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const values = wanted(cmdlet);
      eachItem(cmdlet, (found) => {
        requireProperties(found);
        const item = found.provider.item(found.path);
        const kind = found.provider.isContainer(found.path) ? 'Directory' : 'File';
        for (const name in values) {
          if (itemPropertyValue(item, name) === undefined) throw missing(name, values[name]);
          const target = `Item: ${found.path} Property: ${name} Value: ${toText(values[name])}`;
          if (!cmdlet.shouldProcess(target, `Set Property ${kind}`)) return;
          setMember(item, name, values[name]);
        }
        if (cmdlet.args.PassThru) cmdlet.write(selectProperties(cmdlet, found, item, values));
      });
    },
  }),
});
