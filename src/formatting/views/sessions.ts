// History, jobs, processes, services, event log entries, XML nodes.

import { toText } from '../../runtime/convert.ts';
import { getMember } from '../../runtime/members.ts';
import { formatOperator } from '../../runtime/operators/strings.ts';
import type { Value } from '../../runtime/values.ts';
import type { View } from '../view-model.ts';

const AUTOMATION = 'System.Management.Automation';

export function sessionViews(): View[] {
  return [...historyViews(), ...jobViews(), ...processViews(), ...serviceViews(), ...eventViews(), ...xmlViews()];
}

function duration(value: Value): Value {
  const span = getMember(value, 'Duration');
  if (span === null) return '';
  const seconds = Number(toText(getMember(span, 'TotalSeconds')));
  if (seconds < 10) return formatOperator('{0:0.000}', [seconds]);
  return toText(span);
}

function historyViews(): View[] {
  const types = ['Microsoft.PowerShell.Commands.HistoryInfo'];
  return [
    {
      kind: 'table',
      name: 'history',
      types,
      columns: [
        { value: 'Id', width: 4, alignment: 'right' },
        { label: 'Duration', value: duration, width: 12, alignment: 'right' },
        { value: 'CommandLine' },
      ],
    },
    {
      kind: 'list',
      name: 'history',
      types,
      items: ['Id', 'CommandLine', 'ExecutionStatus', 'StartExecutionTime', 'EndExecutionTime', 'Duration'].map(
        (value) => ({ value }),
      ),
    },
    { kind: 'wide', name: 'history', types, value: 'CommandLine' },
  ];
}

function jobViews(): View[] {
  return [
    {
      kind: 'table',
      name: 'Job',
      types: [`${AUTOMATION}.Job`, `${AUTOMATION}.Job2`],
      columns: [
        { value: 'Id', width: 6 },
        { value: 'Name', width: 15 },
        { value: 'PSJobTypeName', width: 15 },
        { value: 'State', width: 13 },
        { value: 'HasMoreData', width: 15 },
        { value: 'Location', width: 20 },
        { value: 'Command', width: 25 },
      ],
    },
  ];
}

function processViews(): View[] {
  const types = ['System.Diagnostics.Process'];
  const megabytes =
    (name: string) =>
    (value: Value): Value =>
      formatOperator('{0:N2}', [Number(getMember(value, name)) / 2 ** 20]);
  return [
    {
      kind: 'table',
      name: 'process',
      types,
      columns: [
        {
          label: 'NPM(K)',
          value: (value) => Math.trunc(Number(getMember(value, 'NPM')) / 1024),
          width: 7,
          alignment: 'right',
        },
        { label: 'PM(M)', value: megabytes('PM'), width: 8, alignment: 'right' },
        { label: 'WS(M)', value: megabytes('WS'), width: 10, alignment: 'right' },
        {
          label: 'CPU(s)',
          value: (value) =>
            getMember(value, 'CPU') === null ? '' : formatOperator('{0:N2}', [getMember(value, 'CPU')]),
          width: 10,
          alignment: 'right',
        },
        { value: 'Id', width: 7, alignment: 'right' },
        { value: 'SI', width: 3, alignment: 'right' },
        { value: 'ProcessName' },
      ],
    },
    { kind: 'wide', name: 'process', types, value: 'ProcessName' },
  ];
}

function serviceViews(): View[] {
  const types = ['System.ServiceProcess.ServiceController'];
  return [
    {
      kind: 'table',
      name: 'service',
      types,
      columns: [{ value: 'Status', width: 8 }, { value: 'Name', width: 18 }, { value: 'DisplayName' }],
    },
    {
      kind: 'list',
      name: 'service',
      types,
      items: [
        'Name',
        'DisplayName',
        'Status',
        'DependentServices',
        'ServicesDependedOn',
        'CanPauseAndContinue',
        'CanShutdown',
        'CanStop',
        'ServiceType',
      ].map((value) => ({ value })),
    },
  ];
}

function eventViews(): View[] {
  const entries = ['System.Diagnostics.EventLogEntry'];
  const records = ['System.Diagnostics.Eventing.Reader.EventLogRecord'];
  return [
    {
      kind: 'table',
      name: 'eventlog',
      types: entries,
      columns: [
        { label: 'Index', value: 'Index', width: 8, alignment: 'right' },
        {
          label: 'Time',
          value: (value) => formatOperator('{0:MMM} {0:dd} {0:HH}:{0:mm}', [getMember(value, 'TimeGenerated')]),
          width: 13,
        },
        { value: 'EntryType', width: 11 },
        { value: 'Source', width: 20 },
        { label: 'InstanceID', value: 'InstanceId', width: 12, alignment: 'right' },
        { value: 'Message' },
      ],
    },
    {
      kind: 'list',
      name: 'eventlog',
      types: entries,
      items: [
        'Index',
        'EntryType',
        'InstanceId',
        'Message',
        'Category',
        'CategoryNumber',
        'ReplacementStrings',
        'Source',
        'TimeGenerated',
        'TimeWritten',
        'UserName',
      ].map((value) => ({ value })),
    },
    {
      kind: 'table',
      name: 'eventrecord',
      types: records,
      groupBy: { value: 'ProviderName' },
      columns: [
        { value: 'TimeCreated', width: 26 },
        { value: 'Id', width: 8, alignment: 'right' },
        { value: 'LevelDisplayName', width: 16 },
        { value: 'Message' },
      ],
    },
    {
      kind: 'list',
      name: 'eventrecord',
      types: records,
      items: ['TimeCreated', 'ProviderName', 'Id', 'Message'].map((value) => ({ value })),
    },
    {
      kind: 'table',
      name: 'eventlogs',
      types: ['System.Diagnostics.EventLog'],
      columns: [
        {
          label: 'Max(K)',
          value: (value) => formatOperator('{0:N0}', [getMember(value, 'MaximumKilobytes')]),
          width: 8,
          alignment: 'right',
        },
        { label: 'Retain', value: 'MinimumRetentionDays', width: 6, alignment: 'right' },
        { value: 'OverflowAction', width: 18 },
        {
          label: 'Entries',
          value: (value) => formatOperator('{0:N0}', [getMember(getMember(value, 'Entries'), 'Count')]),
          width: 10,
          alignment: 'right',
        },
        { label: 'Log', value: 'Log' },
      ],
    },
  ];
}

function xmlViews(): View[] {
  return [];
}
