// Files, folders and drives, as Windows shows them.

import { toText } from '../../runtime/convert.ts';
import { getMember } from '../../runtime/members.ts';
import { formatOperator } from '../../runtime/operators/strings.ts';
import type { Value } from '../../runtime/values.ts';
import { type ControlContext, frameNode, type GroupBy, textNode, type View } from '../view-model.ts';

const FILES = ['System.IO.DirectoryInfo', 'System.IO.FileInfo'];

/** `Microsoft.PowerShell.Core\FileSystem::C:\a` → `C:\a`. */
function parentPath(value: Value): string {
  const path = getMember(value, 'PSParentPath');
  const text = path === null ? '' : toText(path);
  const separator = text.indexOf('::');
  return separator < 0 ? text : text.slice(separator + 2);
}

const byDirectory: GroupBy = {
  value: 'PSParentPath',
  label: 'Directory',
  control: (value: Value, _context: ControlContext) => [frameNode(4, [textNode(`Directory: ${parentPath(value)}`)])],
};

function lastWriteTime(value: Value): Value {
  const time = getMember(value, 'LastWriteTime');
  return time === null ? '' : formatOperator('{0,10:d}  {0,8:t}', [time]);
}
function isFolder(value: Value): boolean {
  return getMember(value, 'PSIsContainer') === true;
}

export function fileViews(): View[] {
  return [
    {
      kind: 'table',
      name: 'children',
      types: FILES,
      groupBy: byDirectory,
      wrap: true,
      columns: [
        { value: 'Mode', width: 7 },
        { label: 'LastWriteTime', value: lastWriteTime, width: 26, alignment: 'right' },
        {
          value: (value) => (isFolder(value) ? '' : getMember(value, 'Length')),
          label: 'Length',
          width: 14,
          alignment: 'right',
        },
        { value: 'Name' },
      ],
    },
    {
      kind: 'list',
      name: 'children',
      types: FILES,
      groupBy: byDirectory,
      items: [
        { value: 'Name' },
        { value: 'Length', when: (value) => !isFolder(value) },
        { value: 'CreationTime' },
        { value: 'LastWriteTime' },
        { value: 'LastAccessTime' },
        { value: 'Mode' },
        { value: 'LinkType' },
        { value: 'Target' },
        { value: 'VersionInfo', when: (value) => !isFolder(value) },
      ],
    },
    {
      kind: 'wide',
      name: 'children',
      types: FILES,
      groupBy: byDirectory,
      value: (value) => {
        const name = getMember(value, 'Name');
        return isFolder(value) ? `[${toText(name)}]` : name;
      },
    },
    ...driveViews(),
  ];
}

function gigabytes(name: string): (value: Value) => Value {
  return (value) => {
    const bytes = getMember(value, name);
    return bytes === null ? '' : formatOperator('{0,13:N2}', [Number(bytes) / 2 ** 30]);
  };
}

function driveViews(): View[] {
  const types = ['System.Management.Automation.PSDriveInfo'];
  return [
    {
      kind: 'table',
      name: 'drive',
      types,
      columns: [
        { value: 'Name', width: 10 },
        { label: 'Used (GB)', value: gigabytes('Used'), width: 13, alignment: 'right' },
        { label: 'Free (GB)', value: gigabytes('Free'), width: 13, alignment: 'right' },
        { label: 'Provider', value: (value) => getMember(getMember(value, 'Provider'), 'Name'), width: 13 },
        { label: 'Root', value: (value) => getMember(value, 'DisplayRoot') ?? getMember(value, 'Root'), width: 35 },
        { value: 'CurrentLocation', alignment: 'right' },
      ],
    },
    {
      kind: 'list',
      name: 'drive',
      types,
      items: ['Name', 'Description', 'Provider', 'Root', 'CurrentLocation'].map((value) => ({ value })),
    },
    {
      kind: 'table',
      name: 'location',
      types: ['System.Management.Automation.PathInfo'],
      columns: [{ value: 'Path' }],
    },
    {
      kind: 'table',
      name: 'provider',
      types: ['System.Management.Automation.ProviderInfo'],
      columns: [{ value: 'Name', width: 20 }, { value: 'Capabilities', width: 52 }, { value: 'Drives' }],
    },
  ];
}
