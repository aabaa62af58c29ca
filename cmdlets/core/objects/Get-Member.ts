// Get-Member.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { listMembers, type MemberInfo, typeNames } from '../../../src/runtime/members.ts';
import { toPlainNumber } from '../../../src/runtime/number/numeric.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { compareText } from '../../../src/runtime/text.ts';
import type { EnumValue } from '../../../src/runtime/types/enum-value.ts';
import { PSType } from '../../../src/runtime/types/registry.ts';
import { addedMembers, PSObject, type Value } from '../../../src/runtime/values.ts';
import { MemberDefinition } from './types/member-definition.ts';

export default defineCmdlet({
  name: 'Get-Member',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gm'],
  synopsis: 'Gets the properties and methods of objects.',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects.' },
    Name: { type: 'string[]', position: 0, wildcards: true, help: 'Only members with these names.' },
    MemberType: {
      type: 'System.Management.Automation.PSMemberTypes',
      aliases: ['Type'],
      help: 'Only members of these kinds.',
    },
    View: {
      type: 'enum',
      enumName: 'System.Management.Automation.PSMemberViewTypes',
      values: ['Extended', 'Adapted', 'Base', 'All'],
      help: 'Only members that were added (Extended) or that .NET gives (Adapted, Base).',
    },
    Static: { type: 'switch', help: 'The static members of the type.' },
    Force: { type: 'switch', help: 'Hidden members too.' },
  },
  outputs: ['Microsoft.PowerShell.Commands.MemberDefinition'],
  examples: [{ script: "('x' | Get-Member Length).Definition", output: 'int Length {get;}' }],
  create(cmdlet) {
    const seen = new Set<string>();
    return {
      process() {
        const input = cmdlet.args.InputObject as Value;
        if (input === null || input === undefined) return;
        const typeName = shownType(cmdlet, input);
        if (seen.has(typeName)) return;
        seen.add(typeName);
        for (const member of chosenMembers(cmdlet, input)) {
          cmdlet.write(new MemberDefinition(typeName, member.name, member.kind, member.definition));
        }
      },
      end() {
        if (seen.size > 0) return;
        const message = 'You must specify an object for the Get-Member cmdlet.';
        cmdlet.error(
          cmdlet.makeError(message, 'NoObjectInGetMember', 'CloseError', null, 'System.InvalidOperationException'),
        );
      },
    };
  },
});

function shownType(cmdlet: CmdletContext, input: Value): string {
  if (cmdlet.args.Static && input instanceof PSType) return input.id;
  return typeNames(input)[0] ?? 'System.Object';
}

/** Members that are hidden unless -Force is given. */
const INTRINSIC = new Set(['psbase', 'psadapted', 'psextended', 'psobject', 'pstypenames']);
const ACCESSOR = /^(get|set|add|remove|op)_/i;

function chosenMembers(cmdlet: CmdletContext, input: Value): MemberInfo[] {
  const { args } = cmdlet;
  const mask = args.MemberType === undefined ? 16383 : toPlainNumber((args.MemberType as EnumValue).value as Value);
  const own = ownMembers(input);
  const patterns = (args.Name as string[] | undefined) ?? ['*'];
  const order = (member: MemberInfo): number =>
    patterns.findIndex((pattern) => matchesWildcard(member.name, pattern, true));
  const chosen = listMembers(input, { static: args.Static === true, force: args.Force === true }).filter((member) => {
    if (order(member) < 0) return false;
    if ((KIND_BITS[member.kind]! & mask) === 0) return false;
    if (
      !args.Force &&
      (member.hidden ||
        member.adapted === 'behind' ||
        INTRINSIC.has(member.name.toLowerCase()) ||
        (member.kind === 'Method' && ACCESSOR.test(member.name)))
    )
      return false;
    return inView(args.View as string | undefined, member, own);
  });
  // What the first name matches comes first, then by kind and name.
  return chosen.sort(
    (a, b) => order(a) - order(b) || compareText(a.kind, b.kind, true) || compareText(a.name, b.name, true),
  );
}

const KIND_BITS: Record<MemberInfo['kind'], number> = {
  AliasProperty: 1,
  CodeProperty: 2,
  Property: 4,
  NoteProperty: 8,
  ScriptProperty: 16,
  PropertySet: 32,
  Method: 64,
  CodeMethod: 128,
  ScriptMethod: 256,
  ParameterizedProperty: 512,
  MemberSet: 1024,
  Event: 2048,
};

function ownMembers(input: Value): { has(name: string): boolean } | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  return input instanceof PSObject ? input.members : addedMembers(input)?.members;
}

function inView(
  view: string | undefined,
  member: MemberInfo,
  own: { has(name: string): boolean } | undefined,
): boolean {
  const dotNet =
    (member.kind === 'Property' ||
      member.kind === 'Method' ||
      member.kind === 'ParameterizedProperty' ||
      member.kind === 'Event') &&
    !own?.has(member.name.toLowerCase());
  switch (view?.toLowerCase()) {
    case 'extended':
      return !dotNet;
    case 'base':
      return dotNet;
    default:
      return true;
  }
}
