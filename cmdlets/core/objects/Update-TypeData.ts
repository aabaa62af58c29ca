// Update-TypeData.

import { type CmdletContext, defineCmdlet, type ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { extendType } from '../../../src/runtime/members.ts';
import { setTypeDisplay, type TypeDisplay, typeDisplay } from '../../../src/runtime/type-data.ts';
import { extensionTable } from '../../../src/runtime/types/extensions.ts';
import type { MemberKind, PSMember, Value } from '../../../src/runtime/values.ts';
import { needsScriptBlock } from './shared/member-values.ts';
import { loadTypesFile } from './shared/types-file.ts';

const DYNAMIC = 'DynamicTypeSet';

const dynamic = (type: string, help: string): ParameterDefinition => ({ type, sets: DYNAMIC, help });

export default defineCmdlet({
  name: 'Update-TypeData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Adds members and display rules to a type, from a file or one by one.',
  supportsShouldProcess: true,
  defaultSet: 'FileSet',
  parameters: {
    AppendPath: {
      type: 'string[]',
      aliases: ['PSPath', 'Path'],
      position: 0,
      pipeline: 'both',
      sets: 'FileSet',
      help: 'types.ps1xml files to load after those that are loaded.',
    },
    PrependPath: {
      type: 'string[]',
      sets: 'FileSet',
      help: 'types.ps1xml files to load before those that are loaded.',
    },
    MemberType: { type: 'System.Management.Automation.PSMemberTypes', sets: DYNAMIC, help: 'Kind of member to add.' },
    MemberName: { ...dynamic('string', 'Name of the member.'), validate: [{ kind: 'notNullOrEmpty' }] },
    Value: dynamic('object', 'Value, script block, or name of the property that an alias stands for.'),
    SecondValue: dynamic('object', 'Script block that sets a ScriptProperty.'),
    TypeConverter: dynamic('type', 'Type that converts values.'),
    TypeAdapter: dynamic('type', 'Type that adapts objects.'),
    SerializationMethod: dynamic('string', 'How objects are serialized.'),
    TargetTypeForDeserialization: dynamic('type', 'Type that objects are made of again.'),
    SerializationDepth: dynamic('int', 'How deep objects are serialized.'),
    DefaultDisplayProperty: dynamic('string', 'Property that Format-Wide shows.'),
    InheritPropertySerializationSet: dynamic('bool', 'Whether the serialized properties are inherited.'),
    StringSerializationSource: dynamic('string', 'Property that stands for the object as text.'),
    DefaultDisplayPropertySet: dynamic('string[]', 'Properties that tables and lists show.'),
    DefaultKeyPropertySet: dynamic('string[]', 'Properties that Sort-Object and Group-Object use.'),
    PropertySerializationSet: dynamic('string[]', 'Properties that are serialized.'),
    TypeName: {
      type: 'string',
      sets: { [DYNAMIC]: { mandatory: true, pipeline: 'name' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Full name of the type.',
    },
    Force: { type: 'switch', sets: [DYNAMIC], help: 'Replaces what is there.' },
  },
  examples: [
    {
      script:
        "Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Half -Value { $this.Length / 2 } -Force; 'mail'.Half",
      output: '2',
    },
  ],
  create: (cmdlet) => ({
    process() {
      if (cmdlet.has('TypeName')) updateType(cmdlet);
      else for (const name of ['AppendPath', 'PrependPath']) loadFiles(cmdlet, name);
    },
  }),
});

function loadFiles(cmdlet: CmdletContext, parameter: string): void {
  for (const path of (cmdlet.args[parameter] as string[] | undefined) ?? []) {
    loadTypesFile(cmdlet, path, parameter === 'AppendPath' ? 'TypesAppendPathException' : 'TypesPrependPathException');
  }
}

const DISPLAY: [parameter: string, key: keyof TypeDisplay, shown: string][] = [
  ['DefaultDisplayPropertySet', 'defaultDisplayPropertySet', 'DefaultDisplayPropertySet'],
  ['DefaultDisplayProperty', 'defaultDisplayProperty', 'DefaultDisplayProperty'],
  ['DefaultKeyPropertySet', 'defaultKeyPropertySet', 'DefaultKeyPropertySet'],
  ['SerializationMethod', 'serializationMethod', 'SerializationMethod'],
  ['SerializationDepth', 'serializationDepth', 'SerializationDepth'],
  ['StringSerializationSource', 'stringSerializationSource', 'StringSerializationSource'],
  ['PropertySerializationSet', 'propertySerializationSet', 'PropertySerializationSet'],
  ['InheritPropertySerializationSet', 'inheritPropertySerializationSet', 'InheritPropertySerializationSet'],
];
const TYPES: [parameter: string, key: 'typeConverter' | 'typeAdapter' | 'targetTypeForDeserialization'][] = [
  ['TypeConverter', 'typeConverter'],
  ['TypeAdapter', 'typeAdapter'],
  ['TargetTypeForDeserialization', 'targetTypeForDeserialization'],
];

function updateType(cmdlet: CmdletContext): void {
  const typeName = (cmdlet.args.TypeName as string).trim();
  const member = cmdlet.has('MemberName') || cmdlet.has('MemberType') ? newMember(cmdlet) : undefined;
  const display: TypeDisplay = {};
  for (const [parameter, key] of DISPLAY)
    if (cmdlet.has(parameter)) (display as Record<string, Value>)[key] = cmdlet.args[parameter] as Value;
  for (const [parameter, key] of TYPES)
    if (cmdlet.has(parameter)) display[key] = toText(cmdlet.args[parameter] as Value);
  if (!member && Object.keys(display).length === 0)
    fail(cmdlet, 'TypeDataEmpty', `No member is specified for the update on type "${typeName}".`);
  if (!cmdlet.shouldProcess(typeName, 'Update TypeData')) return;
  const conflict = cmdlet.args.Force ? undefined : presentMember(typeName, display, member);
  if (conflict !== undefined) {
    updateError(cmdlet, `Error in TypeData "${typeName}": The member ${conflict} is already present.`);
    return;
  }
  if (member) addToType(cmdlet, typeName, member);
  if (Object.keys(display).length > 0) setTypeDisplay(typeName, display);
}

function addToType(cmdlet: CmdletContext, typeName: string, member: PSMember): void {
  try {
    extendType(typeName, member, cmdlet.args.Force === true);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    updateError(cmdlet, thrown.message);
  }
}

/** Name of something that the type has already. */
function presentMember(typeName: string, display: TypeDisplay, member: PSMember | undefined): string | undefined {
  const present = typeDisplay(typeName);
  const shown = DISPLAY.find(([, key]) => display[key] !== undefined && present?.[key] !== undefined)?.[2];
  if (shown !== undefined) return shown;
  return member && extensionTable(typeName)?.has(member.name.toLowerCase()) ? member.name : undefined;
}
function updateError(cmdlet: CmdletContext, message: string): void {
  cmdlet.error(
    cmdlet.makeError(
      message,
      'TypesDynamicUpdateException',
      'InvalidOperation',
      null,
      'System.Management.Automation.RuntimeException',
    ),
  );
}
function fail(cmdlet: CmdletContext, id: string, message: string): never {
  return cmdlet.fail(cmdlet.makeError(message, id, 'InvalidOperation', null, 'System.InvalidOperationException'));
}

function newMember(cmdlet: CmdletContext): PSMember {
  const { args } = cmdlet;
  if (!cmdlet.has('MemberType'))
    fail(
      cmdlet,
      'MemberTypeIsMissing',
      'The MemberType parameter is required. Please specify the MemberType parameter.',
    );
  const kind = String(args.MemberType) as MemberKind;
  if (!cmdlet.has('MemberName'))
    fail(
      cmdlet,
      'MemberNameShouldBeSpecified',
      `The MemberName parameter is required for the type "${kind}". Please specify the MemberName parameter.`,
    );
  const name = args.MemberName as string;
  const value = (args.Value as Value) ?? null;
  const second = (args.SecondValue as Value) ?? null;
  if (!cmdlet.has('Value') && !(kind === 'ScriptProperty' && second !== null)) {
    fail(
      cmdlet,
      'ValueShouldBeSpecified',
      `The Value parameter is required for the type "${kind}". Please specify the Value parameter.`,
    );
  }
  switch (kind) {
    case 'NoteProperty':
      return { kind, name, value };
    case 'AliasProperty':
      return { kind, name, value: toText(value) };
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
    default:
      return fail(cmdlet, 'CannotUpdateMemberType', `The MemberType "${kind}" is not supported here.`);
  }
}
