// Tables of queues, messages, tracking events, component states and servers (facts/outputs 1, 2 and 4).

import type { View } from '../../view-model.ts';
import { column, table } from './columns.ts';

const viewer = 'Microsoft.Exchange.Data.QueueViewer';
const tasks = 'Microsoft.Exchange.Management.SystemConfigurationTasks';
const directory = 'Microsoft.Exchange.Data.Directory';

/** The three columns that 2013 added to queues say nothing on premises; narrow screens leave them out. */
export function transportViews(): View[] {
  return [
    table(
      'Queue',
      [`${viewer}.ExtensibleQueueInfo`],
      'Identity',
      'DeliveryType:12',
      'Status:6',
      'MessageCount:12',
      { ...column('Velocity:8'), format: '{0:0.##}', optional: true },
      { ...column('RiskLevel:9'), optional: true },
      { ...column('OutboundIPPool:14'), optional: true },
      'NextHopDomain',
    ),
    // The table of 2007 and 2010, which know none of the columns that came with 2013.
    table(
      'OlderQueue',
      [`${viewer}.QueueInfo`],
      'Identity',
      'DeliveryType:12',
      'Status:6',
      'MessageCount:12',
      'NextHopDomain',
    ),
    table('Message', [`${viewer}.ExtensibleMessageInfo`], 'Identity', 'FromAddress', 'Status:9', 'Queue', 'Subject'),
    table(
      'QueueDigest',
      ['Microsoft.Exchange.Data.QueueDigest.QueueDigestPresentationObject'],
      'GroupByValue',
      'MessageCount',
      'DeferredMessageCount',
      'LockedMessageCount',
      'StaleMessageCount',
      'Details',
    ),
    table(
      'MessageTrackingEvent',
      ['Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent'],
      'EventId',
      'Source',
      'Sender',
      'Recipients',
      'MessageSubject',
    ),
    table(
      'ServerComponentState',
      [`${tasks}.ServerComponentStatePresentationObject`],
      'Server=ServerFqdn:30',
      'Component:26',
      'State',
    ),
    table(
      'ServerComponentStateEntry',
      ['Microsoft.Exchange.Data.ApplicationLogic.ServerComponentStateEntry'],
      'Requester',
      'State',
      'Timestamp',
      'Component',
    ),
    {
      kind: 'list',
      name: 'ServiceHealth',
      types: ['Microsoft.Exchange.Management.TestServiceHealth.ServiceHealthResult'],
      items: ['Role', 'RequiredServicesRunning', 'ServicesRunning', 'ServicesNotRunning'].map((value) => ({ value })),
    },
    table(
      'ExchangeServer',
      [`${directory}.Management.ExchangeServer`],
      'Name:19',
      'Site:19',
      'ServerRole:11',
      'Edition:11',
      'AdminDisplayVersion',
    ),
    table(
      'MailboxDatabase',
      [`${directory}.SystemConfiguration.MailboxDatabase`],
      'Name:30',
      'Server:15',
      'Recovery:15',
      'ReplicationType',
    ),
    table(
      'DatabaseCopyStatus',
      [`${tasks}.DatabaseCopyStatusEntry`],
      'Name:45',
      'Status:15',
      'CopyQueue Length=CopyQueueLength:9',
      'ReplayQueue Length=ReplayQueueLength:11',
      'LastInspectedLogTime:22',
      'ContentIndex State=ContentIndexState',
    ),
    table(
      'DatabaseMoveResult',
      [`${tasks}.DatabaseMoveResult`],
      'Identity',
      'ActiveServerAtStart',
      'ActiveServerAtEnd',
      'Status',
      'NumberOfLogsLost',
    ),
    table('ClusterNode', ['Microsoft.FailoverClusters.PowerShell.ClusterNode'], 'Name', 'State', 'Type'),
  ];
}
