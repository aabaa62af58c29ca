// Add-Member.

import { type CmdletContext, defineCmdlet, type ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import { convertTo, toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { addMember, typeNames } from '../../../src/runtime/members.ts';
import type { Dictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import { typeNameOf } from '../../../src/runtime/types/registry.ts';
import {
  ensureAddedMembers,
  type MemberKind,
  type PSMember,
  PSObject,
  type Value,
} from '../../../src/runtime/values.ts';
import { needsScriptBlock } from './shared/member-values.ts';

const SETS = ['MemberSet', 'NotePropertySingleMemberSet', 'NotePropertyMultiMemberSet'];

/** `Add-Member NoteProperty Name Value` means the kind of member, not a property of that name. */
const NOT_A_MEMBER_TYPE =
  '^(?!(AliasProperty|CodeMethod|CodeProperty|MemberSet|NoteProperty|PropertySet|ScriptMethod|ScriptProperty|Property)$)';

const forced: Record<string, ParameterDefinition> = {
  Force: { type: 'switch', sets: SETS, help: 'Replaces a member that is there already.' },
  PassThru: { type: 'switch', help: 'Gives the object.' },
};

export default defineCmdlet({
  name: 'Add-Member',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Adds a property or method to an object.',
  defaultSet: 'TypeNameSet',
  parameters: {
    InputObject: { type: 'psobject', mandatory: true, pipeline: 'value', help: 'The object.' },
    MemberType: {
      type: 'System.Management.Automation.PSMemberTypes',
      aliases: ['Type'],
      mandatory: true,
      position: 0,
      sets: 'MemberSet',
      help: 'Kind of member.',
    },
    Name: { type: 'string', mandatory: true, position: 1, sets: 'MemberSet', help: 'Name of the member.' },
    Value: {
      type: 'object',
      position: 2,
      sets: 'MemberSet',
      help: 'Value, script block, or name of the property that an alias stands for.',
    },
    SecondValue: { type: 'object', position: 3, sets: 'MemberSet', help: 'Script block that sets a ScriptProperty.' },
    TypeName: {
      type: 'string',
      validate: [{ kind: 'notNullOrEmpty' }],
      sets: {
        TypeNameSet: { mandatory: true },
        MemberSet: {},
        NotePropertySingleMemberSet: {},
        NotePropertyMultiMemberSet: {},
      },
      help: 'Type name that the object gets.',
    },
    NotePropertyName: {
      type: 'string',
      mandatory: true,
      position: 0,
      sets: 'NotePropertySingleMemberSet',
      validate: [{ kind: 'notNullOrEmpty' }, { kind: 'pattern', pattern: NOT_A_MEMBER_TYPE }],
      help: 'Name of a note property.',
    },
    NotePropertyValue: {
      type: 'object',
      mandatory: true,
      position: 1,
      sets: 'NotePropertySingleMemberSet',
      validate: [{ kind: 'allowNull' }],
      help: 'Its value.',
    },
    NotePropertyMembers: {
      type: 'System.Collections.IDictionary',
      mandatory: true,
      position: 0,
      sets: 'NotePropertyMultiMemberSet',
      help: 'Note properties by name.',
    },
    ...forced,
  },
  outputs: ['System.Object'],
  examples: [
    {
      script: '$queue = [pscustomobject]@{ Id = 3 }; $queue | Add-Member Status Ready; $queue.Status',
      output: 'Ready',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const input = cmdlet.args.InputObject as Value;
      let object = input;
      if (cmdlet.has('NotePropertyName'))
        object = add(
          cmdlet,
          object,
          note(cmdlet.args.NotePropertyName as string, cmdlet.args.NotePropertyValue as Value),
        );
      else if (cmdlet.has('NotePropertyMembers')) {
        for (const [key, value] of (cmdlet.args.NotePropertyMembers as Dictionary).entries())
          object = add(cmdlet, object, note(toText(key), value));
      } else if (cmdlet.has('MemberType')) object = add(cmdlet, object, makeMember(cmdlet));
      if (cmdlet.args.TypeName !== undefined) object = addTypeName(object, cmdlet.args.TypeName as string);
      if (cmdlet.args.PassThru) cmdlet.write(object);
    },
  }),
});

function note(name: string, value: Value): PSMember {
  return { kind: 'NoteProperty', name, value: value ?? null };
}

function add(cmdlet: CmdletContext, object: Value, member: PSMember): Value {
  try {
    return addMember(object, member, cmdlet.args.Force === true);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    const record = cmdlet.makeError(
      thrown.message,
      thrown.options.errorId ?? 'MemberAlreadyExists',
      'InvalidOperation',
      object,
      thrown.type,
    );
    record.targetType = 'PSObject';
    cmdlet.error(record);
    return object;
  }
}

function makeMember(cmdlet: CmdletContext): PSMember {
  const { args } = cmdlet;
  const kind = String(args.MemberType) as MemberKind;
  const name = args.Name as string;
  const value = (args.Value as Value) ?? null;
  const second = (args.SecondValue as Value) ?? null;
  if (second !== null && kind !== 'ScriptProperty' && kind !== 'CodeProperty' && kind !== 'AliasProperty') {
    const text = `The SecondValue parameter is not necessary for a member of type "${kind}", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.`;
    cmdlet.fail(
      cmdlet.makeError(
        text,
        'Value2ShouldNotBeSpecified',
        'InvalidOperation',
        null,
        'System.InvalidOperationException',
      ),
    );
  }
  switch (kind) {
    case 'ScriptProperty':
      return {
        kind,
        name,
        value: null,
        getter: value === null ? undefined : needsScriptBlock(cmdlet, value),
        setter: second === null ? undefined : needsScriptBlock(cmdlet, second),
      };
    case 'ScriptMethod':
      return { kind, name, value: needsScriptBlock(cmdlet, value) };
    case 'AliasProperty':
      return {
        kind,
        name,
        value: toText(value),
        type: second === null ? undefined : toText(convertTo(second, 'System.Type')),
      };
    case 'PropertySet':
      return { kind, name, value: convertTo(value, 'System.String[]') };
    case 'CodeProperty':
    case 'CodeMethod': {
      const text = `Cannot convert the "${toText(value)}" value of type "${typeNameOf(value)}" to type "System.Reflection.MethodInfo".`;
      const type = 'System.Management.Automation.PSInvalidCastException';
      return cmdlet.fail(cmdlet.makeError(text, 'ConvertToFinalInvalidCastException', 'InvalidArgument', null, type));
    }
    default:
      return { kind, name, value };
  }
}

function addTypeName(object: Value, name: string): Value {
  const holder = typeof object === 'object' && object !== null ? object : new PSObject(undefined, object);
  const names = [name, ...typeNames(object)];
  if (holder instanceof PSObject) holder.typeNames = names;
  else ensureAddedMembers(holder).typeNames = names;
  return holder;
}
