// Values of .NET: dates, time spans, versions, identifiers, types, cultures.

import { toArray } from '../../runtime/enumerate.ts';
import { getMember } from '../../runtime/members.ts';
import type { ListView, TableView, View } from '../view-model.ts';
import { NEW_LINE, textNode } from '../view-model.ts';

const TIME_SPAN = ['System.TimeSpan'];

export function valueViews(): View[] {
  return [
    {
      kind: 'custom',
      name: 'DateTime',
      types: ['System.DateTime'],
      layout: (value, context) => [textNode(context.text(getMember(value, 'DateTime'))), NEW_LINE],
    },
    timeSpanList(),
    {
      kind: 'table',
      name: 'System.TimeSpan',
      types: TIME_SPAN,
      columns: ['Days', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].map((value) => ({ value })),
    },
    { kind: 'wide', name: 'System.TimeSpan', types: TIME_SPAN, value: 'TotalMilliseconds' },
    {
      kind: 'table',
      name: 'System.Version',
      types: ['System.Version'],
      columns: [
        { value: 'Major', width: 6 },
        { value: 'Minor', width: 6 },
        { value: 'Build', width: 6 },
        { value: 'Revision', width: 8 },
      ],
    },
    {
      kind: 'table',
      name: 'PSMethod',
      types: ['System.Management.Automation.PSMethod'],
      columns: [
        {
          label: 'OverloadDefinitions',
          // Each method ends with an empty line.
          value: (method) => `${toArray(getMember(method, 'OverloadDefinitions')).join('\n')}\n`,
        },
      ],
      wrap: true,
    },
    { kind: 'table', name: 'System.Guid', types: ['System.Guid'], columns: [{ value: 'Guid' }] },
    semanticVersion(),
    {
      kind: 'table',
      name: 'System.RuntimeType',
      types: ['System.RuntimeType'],
      columns: [
        { value: 'IsPublic', width: 8 },
        { value: 'IsSerial', label: 'IsSerial', width: 8 },
        { value: 'Name', width: 40 },
        { value: 'BaseType' },
      ].map((column) => (column.value === 'IsSerial' ? { ...column, value: 'IsSerializable' } : column)),
    },
    {
      kind: 'table',
      name: 'System.Globalization.CultureInfo',
      types: ['System.Globalization.CultureInfo'],
      columns: [{ value: 'LCID', width: 16 }, { value: 'Name', width: 16 }, { value: 'DisplayName' }],
    },
  ];
}

function timeSpanList(): ListView {
  const names = [
    'Days',
    'Hours',
    'Minutes',
    'Seconds',
    'Milliseconds',
    'Ticks',
    'TotalDays',
    'TotalHours',
    'TotalMinutes',
    'TotalSeconds',
    'TotalMilliseconds',
  ];
  return { kind: 'list', name: 'System.TimeSpan', types: TIME_SPAN, items: names.map((value) => ({ value })) };
}

function semanticVersion(): TableView {
  return {
    kind: 'table',
    name: 'System.Management.Automation.SemanticVersion',
    types: ['System.Management.Automation.SemanticVersion'],
    columns: [
      { value: 'Major', width: 6 },
      { value: 'Minor', width: 6 },
      { value: 'Patch', width: 6 },
      { value: 'PreReleaseLabel', width: 15 },
      { value: 'BuildLabel', width: 11 },
    ],
  };
}
