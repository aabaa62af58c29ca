// Tables and lists of what the administration cmdlets put out: event levels, health, tests, Edge, reports (facts/outputs 2.3, 5).

import type { View } from '../../view-model.ts';
import { table } from './columns.ts';

const tasks = 'Microsoft.Exchange.Management.SystemConfigurationTasks';
const monitoring = 'Microsoft.Exchange.Monitoring';

export function administrationViews(): View[] {
  return [
    table('EventCategory', [`${tasks}.EventCategoryObject`], 'Identity', 'EventLevel:10'),
    table(
      'MonitorHealthEntry',
      [`${monitoring}.MonitorHealthEntry`],
      'Server:15',
      'State=CurrentHealthSetState:15',
      'Name:20',
      'TargetResource:20',
      'HealthSetName:15',
      'AlertValue:10',
      'ServerComponent',
    ),
    table(
      'ConsolidatedHealth',
      [`${monitoring}.ConsolidatedHealth`],
      'Server:15',
      'State:15',
      'HealthSet:20',
      'AlertValue:12',
      'LastTransitionTime:24',
      'MonitorCount',
    ),
    table(
      'SmtpConnectivityStatus',
      [`${monitoring}.SmtpConnectivityStatus`],
      'Server:10',
      'ReceiveConnector',
      'Binding:20',
      'StatusCode:18',
      'Details',
    ),
    table(
      'MessageTrackingSearchResult',
      [`${tasks}.MessageTrackingSearchResult`],
      'FromAddress',
      'SubmittedDateTime',
      'Subject',
      'RecipientAddresses',
    ),
  ];
}
