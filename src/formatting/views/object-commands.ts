// What the object cmdlets put out: groups, measures, members, matches, comparisons.

import { toText } from '../../runtime/convert.ts';
import { getMember } from '../../runtime/members.ts';
import type { Value } from '../../runtime/values.ts';
import { type ControlContext, NEW_LINE, textNode, type View } from '../view-model.ts';

const NAMESPACE = 'Microsoft.PowerShell.Commands';

/** Matches in files are shown with their path, seen from the current location. */
function matchText(value: Value, context: ControlContext): string {
  const match = value as { toText?: (directory?: string) => string };
  return typeof match.toText === 'function' ? match.toText(context.currentFolder) : toText(value);
}

export function objectCommandViews(): View[] {
  return [
    {
      kind: 'table',
      name: 'GroupInfo',
      types: [`${NAMESPACE}.GroupInfo`],
      columns: [{ value: 'Count', width: 5, alignment: 'right' }, { value: 'Name', width: 25 }, { value: 'Group' }],
    },
    {
      kind: 'table',
      name: 'GroupInfoNoElement',
      types: [`${NAMESPACE}.GroupInfoNoElement`],
      columns: [{ value: 'Count', width: 5, alignment: 'right' }, { value: 'Name' }],
    },
    {
      kind: 'list',
      name: 'GroupInfo',
      types: [`${NAMESPACE}.GroupInfo`],
      items: ['Name', 'Count', 'Group', 'Values'].map((value) => ({ value })),
    },
    {
      kind: 'table',
      name: 'MemberDefinition',
      types: [`${NAMESPACE}.MemberDefinition`],
      groupBy: { value: 'TypeName' },
      columns: ['Name', 'MemberType', 'Definition'].map((value) => ({ value })),
      autoSize: true,
    },
    {
      kind: 'list',
      name: 'MemberDefinition',
      types: [`${NAMESPACE}.MemberDefinition`],
      items: ['TypeName', 'Name', 'MemberType', 'Definition'].map((value) => ({ value })),
    },
    {
      kind: 'custom',
      name: 'MatchInfo',
      types: [`${NAMESPACE}.MatchInfo`],
      layout: (value, context) =>
        matchText(value, context)
          .split('\n')
          .flatMap((line) => [textNode(line), NEW_LINE]),
    },
    {
      kind: 'table',
      name: 'ByteCollection',
      types: [`${NAMESPACE}.ByteCollection`],
      groupBy: { value: 'Label' },
      columns: [
        { label: 'Offset', value: 'HexOffset', width: 16, alignment: 'right' },
        { label: 'Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F', value: 'HexBytes', width: 47 },
        { label: 'Ascii', value: 'Ascii' },
      ],
    },
    {
      kind: 'table',
      name: 'MatchInfoContext',
      types: [`${NAMESPACE}.MatchInfoContext`],
      columns: ['PreContext', 'PostContext'].map((value) => ({
        value: (object: object | unknown) => getMember(object as object, value),
        label: value,
      })),
    },
  ];
}
