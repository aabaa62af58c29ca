// Tables of services and event log entries (facts/outputs 7, 8.2).

import { getMember } from '../../../runtime/members.ts';
import type { Value } from '../../../runtime/values.ts';
import type { View } from '../../view-model.ts';
import { column } from './columns.ts';

const list = (name: string, type: string, names: string): View => ({
  kind: 'list',
  name,
  types: [type],
  items: names.split(' ').map((value) => ({ value })),
});

/** Test-NetConnection shows what it tried (facts/outputs 9.3). */
function connectionView(): View {
  const port = (result: Value): boolean => Number(getMember(result, 'RemotePort')) > 0;
  const pinged = (result: Value): boolean => getMember(result, 'PingReplyDetails') !== null;
  const detailed = (result: Value): boolean => getMember(result, 'Detailed') === true;
  return {
    kind: 'list',
    name: 'TestNetConnectionResult',
    types: ['TestNetConnectionResult'],
    items: [
      { value: 'ComputerName' },
      { value: 'RemoteAddress' },
      { value: 'RemotePort', when: port },
      { label: 'NameResolutionResults', value: 'ResolvedAddresses', when: detailed },
      { value: 'InterfaceAlias' },
      { value: 'SourceAddress' },
      { label: 'NetRoute (NextHop)', value: 'NetRouteNextHop', when: detailed },
      { value: 'PingSucceeded', when: pinged },
      { label: 'PingReplyDetails (RTT)', value: 'PingRoundTrip', when: pinged },
      { value: 'TcpTestSucceeded', when: port },
    ],
  };
}

/** Records of Resolve-DnsName, by kind. */
function dnsViews(): View[] {
  const type = 'Microsoft.DnsClient.Commands.DnsRecord';
  const view = (kind: string, ...more: string[]): View => ({
    kind: 'table',
    name: `DnsRecord${kind}`,
    types: [`${type}_${kind}`],
    columns: ['Name:30', 'Type:6', 'TTL:5', 'Section:10', ...more].map((text) => column(text)),
  });
  return [
    view('A', 'IPAddress'),
    view('MX', 'NameExchange:35', 'Preference'),
    view('TXT', 'Strings'),
    view('SOA', 'PrimaryServer', 'NameAdministrator', 'SerialNumber'),
    ...['PTR', 'CNAME', 'NS'].map((kind) => view(kind, 'NameHost')),
  ];
}

export function windowsViews(): View[] {
  return [
    connectionView(),
    ...dnsViews(),
    {
      kind: 'table',
      name: 'ServiceController',
      types: ['System.ServiceProcess.ServiceController'],
      columns: [column('Status:8'), column('Name:18'), column('DisplayName:38')],
    },
    list(
      'ServiceController',
      'System.ServiceProcess.ServiceController',
      'Name DisplayName Status DependentServices ServicesDependedOn CanPauseAndContinue CanShutdown CanStop ServiceType',
    ),
    {
      kind: 'table',
      name: 'EventLogEntry',
      types: ['System.Diagnostics.EventLogEntry'],
      columns: [
        { label: 'Index', value: 'Index', width: 8, alignment: 'right' },
        { label: 'Time', value: 'TimeGenerated', width: 13, format: '{0:MMM} {0:dd} {0:HH}:{0:mm}' },
        column('EntryType:11'),
        column('Source:20'),
        { label: 'InstanceID', value: 'InstanceID', width: 12, alignment: 'right' },
        column('Message'),
      ],
    },
    list(
      'EventLogEntry',
      'System.Diagnostics.EventLogEntry',
      'Index EntryType InstanceID Message Category CategoryNumber ReplacementStrings Source TimeGenerated TimeWritten UserName',
    ),
    {
      kind: 'table',
      name: 'EventLogRecord',
      types: ['System.Diagnostics.Eventing.Reader.EventLogRecord'],
      groupBy: { value: 'ProviderName' },
      columns: [
        column('TimeCreated:26'),
        { label: 'Id', value: 'Id', width: 8, alignment: 'right' },
        column('LevelDisplayName:16'),
        column('Message'),
      ],
    },
    list('EventLogRecord', 'System.Diagnostics.Eventing.Reader.EventLogRecord', 'TimeCreated ProviderName Id Message'),
    {
      kind: 'table',
      name: 'Counter',
      types: ['Microsoft.PowerShell.Commands.GetCounter.PerformanceCounterSampleSet'],
      wrap: true,
      columns: [column('Timestamp:25'), column('CounterSamples=Readings')],
    },
    {
      kind: 'table',
      name: 'EventLog',
      types: ['System.Diagnostics.EventLog'],
      columns: ['Max(K)', 'Retain', 'OverflowAction', 'Entries', 'Log'].map((name) => ({ label: name, value: name })),
    },
  ];
}
