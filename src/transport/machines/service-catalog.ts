// Windows services that matter to mail: name|display name|start|account|depends on|versions|roles, one a line. A dependency with @year
// holds from that version on. Role marks: Mailbox13 and Mailbox16 are the Mailbox role of those versions and later, Windows every machine.
// Source: *Overview of services installed by Exchange Setup* (facts, services); Windows' own services as far as others depend on them.

import type { ExchangeVersion, ServerRole } from '../../../state/schema/configuration.ts';

export interface ServiceDefinition {
  name: string;
  displayName: string;
  start: 'Automatic' | 'Manual' | 'Disabled';
  account: string;
  dependsOn: string[];
}

const text = `
MSExchangeADTopology|Microsoft Exchange Active Directory Topology|Automatic|LocalSystem|Netlogon,NetTcpPortSharing@2013|2007-|Hub,Mailbox,ClientAccess,UnifiedMessaging
MSExchangeTransport|Microsoft Exchange Transport|Automatic|NetworkService|MSExchangeADTopology|2007-|Hub,Mailbox13,Edge
MSExchangeTransportLogSearch|Microsoft Exchange Transport Log Search|Automatic|LocalSystem|MSExchangeADTopology|2007-|Hub,Mailbox,Edge
MSExchangeFrontEndTransport|Microsoft Exchange Frontend Transport|Automatic|LocalSystem|MSExchangeADTopology|2013-|ClientAccess,Mailbox16
MSExchangeDelivery|Microsoft Exchange Mailbox Transport Delivery|Automatic|NetworkService|MSExchangeADTopology|2013-|Mailbox
MSExchangeSubmission|Microsoft Exchange Mailbox Transport Submission|Automatic|LocalSystem|MSExchangeADTopology|2013-|Mailbox
MSExchangeMailSubmission|Microsoft Exchange Mail Submission|Automatic|LocalSystem|MSExchangeADTopology|2007-2010|Mailbox
MSExchangeIS|Microsoft Exchange Information Store|Automatic|LocalSystem|MSExchangeADTopology,RpcSs,LanmanServer,EventLog,LanmanWorkstation|2007-|Mailbox
MSExchangeEdgeSync|Microsoft Exchange EdgeSync|Automatic|LocalSystem|MSExchangeADTopology|2007-|Hub,Mailbox13
MSExchangeAntispamUpdate|Microsoft Exchange Anti-spam Update|Automatic|LocalSystem|MSExchangeADTopology|2007-|Hub,Mailbox13,Edge
MSExchangeThrottling|Microsoft Exchange Throttling|Automatic|NetworkService|MSExchangeADTopology|2010-|Mailbox
MSExchangeServiceHost|Microsoft Exchange Service Host|Automatic|LocalSystem|MSExchangeADTopology|2007-|Hub,Mailbox,ClientAccess,UnifiedMessaging,Edge
MSExchangeRepl|Microsoft Exchange Replication|Automatic|LocalSystem|MSExchangeADTopology|2007-|Mailbox
MSExchangeRPC|Microsoft Exchange RPC Client Access|Automatic|NetworkService|MSExchangeADTopology|2010-|ClientAccess,Mailbox13
MSExchangeMailboxAssistants|Microsoft Exchange Mailbox Assistants|Automatic|LocalSystem|MSExchangeADTopology|2007-|Mailbox
MSExchangeMailboxReplication|Microsoft Exchange Mailbox Replication|Automatic|LocalSystem|MSExchangeADTopology,NetTcpPortSharing|2010-|ClientAccess,Mailbox13
MSExchangeHM|Microsoft Exchange Health Manager|Automatic|LocalSystem|EventLog,Winmgmt|2013-|Hub,Mailbox,ClientAccess,UnifiedMessaging,Edge
MSExchangeHMRecovery|Microsoft Exchange Health Manager Recovery|Automatic|LocalSystem|EventLog,Winmgmt|2016-|Hub,Mailbox,ClientAccess,UnifiedMessaging,Edge
MSExchangeDiagnostics|Microsoft Exchange Diagnostics|Automatic|LocalSystem||2013-|Hub,Mailbox,ClientAccess,UnifiedMessaging,Edge
MSExchangeDagMgmt|Microsoft Exchange DAG Management|Automatic|LocalSystem|MSExchangeADTopology,NetTcpPortSharing|2013-|Mailbox
MSExchangeFastSearch|Microsoft Exchange Search|Automatic|LocalSystem|MSExchangeADTopology|2013-|Mailbox
HostControllerService|Microsoft Exchange Search Host Controller|Automatic|LocalSystem|HTTP|2013-|Mailbox
MSExchangeCompliance|Microsoft Exchange Compliance Service|Automatic|LocalSystem|MSExchangeADTopology|2016-|Mailbox
MSComplianceAudit|Microsoft Exchange Compliance Audit|Automatic|LocalSystem|MSExchangeADTopology|2016-|Mailbox
MSExchangeMitigation|Microsoft Exchange Emergency Mitigation Service|Automatic|LocalSystem||2016-|Mailbox
MSExchangeNotificationsBroker|Microsoft Exchange Notifications Broker|Automatic|LocalSystem|MSExchangeADTopology,NetTcpPortSharing|2016-2016|Mailbox
MSExchangeIMAP4|Microsoft Exchange IMAP4|Manual|LocalSystem|MSExchangeADTopology|2007-|ClientAccess,Mailbox13
MSExchangeIMAP4BE|Microsoft Exchange IMAP4 Backend|Manual|NetworkService|MSExchangeADTopology|2013-|Mailbox
MSExchangePOP3|Microsoft Exchange POP3|Manual|NetworkService|MSExchangeADTopology|2007-|ClientAccess,Mailbox13
MSExchangePOP3BE|Microsoft Exchange POP3 Backend|Manual|NetworkService|MSExchangeADTopology|2013-|Mailbox
MSExchangeUM|Microsoft Exchange Unified Messaging|Automatic|LocalSystem|KeyIso,MSExchangeADTopology|2007-2016|UnifiedMessaging,Mailbox13
MSExchangeUMCR|Microsoft Exchange Unified Messaging Call Router|Automatic|LocalSystem|KeyIso,MSExchangeADTopology|2013-2016|ClientAccess,Mailbox13
WSBExchange|Microsoft Exchange Server Extension for Windows Server Backup|Manual|LocalSystem||2007-|Mailbox
ADAM_MSExchange|Microsoft Exchange ADAM|Automatic|NetworkService|EventSystem|2007-|Edge
MSExchangeEdgeCredential|Microsoft Exchange Credential Service|Automatic|LocalSystem|ADAM_MSExchange|2007-|Edge
MSExchangeSA|Microsoft Exchange System Attendant|Automatic|LocalSystem|RpcSs,LanmanServer,EventLog,LanmanWorkstation|2007-2010|Mailbox
MSExchangeSearch|Microsoft Exchange Search Indexer|Automatic|LocalSystem|MSExchangeADTopology,MSFTESQL-Exchange|2007-2010|Mailbox
FMS|Microsoft Filtering Management Service|Automatic|LocalSystem|RpcSs|2013-|Mailbox,Edge
RpcSs|Remote Procedure Call (RPC)|Automatic|NetworkService||-|Windows
EventLog|Windows Event Log|Automatic|LocalService||-|Windows
EventSystem|COM+ Event System|Automatic|LocalService|RpcSs|-|Windows
LanmanServer|Server|Automatic|LocalSystem||-|Windows
LanmanWorkstation|Workstation|Automatic|NetworkService||-|Windows
Netlogon|Netlogon|Automatic|LocalSystem|LanmanWorkstation|-|Windows
NetTcpPortSharing|Net.Tcp Port Sharing Service|Automatic|LocalService||-|Windows
HTTP|HTTP Service|Automatic|LocalSystem||-|Windows
KeyIso|CNG Key Isolation|Manual|LocalSystem|RpcSs|-|Windows
Winmgmt|Windows Management Instrumentation|Automatic|LocalSystem|RpcSs|-|Windows
Dnscache|DNS Client|Automatic|NetworkService||-|Windows
W32Time|Windows Time|Automatic|LocalService||-|Windows
WinRM|Windows Remote Management (WS-Management)|Automatic|NetworkService|RpcSs,HTTP|-|Windows
IISADMIN|IIS Admin Service|Automatic|LocalSystem|RpcSs|-|Hub,Mailbox,ClientAccess,Bridgehead
W3SVC|World Wide Web Publishing Service|Automatic|LocalSystem|RpcSs,HTTP|-|Hub,Mailbox,ClientAccess
Spooler|Print Spooler|Automatic|LocalSystem|RpcSs,HTTP|-|Windows
ClusSvc|Cluster Service|Automatic|LocalSystem|RpcSs|2010-|Dag
SMTPSVC|Simple Mail Transfer Protocol (SMTP)|Automatic|LocalSystem|IISADMIN|2003-2003|Mailbox,Bridgehead
RESvc|Microsoft Exchange Routing Engine|Automatic|LocalSystem|IISADMIN|2003-2003|Mailbox,Bridgehead
MSFTESQL-Exchange|Microsoft Search (Exchange)|Automatic|LocalSystem|RpcSs|2007-2010|Mailbox
`;

/** On an Edge server these depend on the local directory instead of the topology service. */
const edgeDependency = 'ADAM_MSExchange';

/** The services of a machine, in order of their names' appearance in Get-Service (alphabetical). */
export function servicesOf(
  version: ExchangeVersion | undefined,
  roles: readonly ServerRole[],
  inGroup: boolean,
): ServiceDefinition[] {
  const result: ServiceDefinition[] = [];
  const edge = roles.includes('EdgeTransport');
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [name = '', displayName = '', start = '', account = '', dependencies = '', versions = '', marks = ''] =
      line.split('|');
    const [from = '', to = ''] = versions.split('-');
    if (from !== '' && (version === undefined || version < Number(from))) continue;
    if (to !== '' && version !== undefined && version > Number(to)) continue;
    if (!marks.split(',').some((mark) => holds(mark, version, roles, inGroup))) continue;
    const dependsOn = dependencies
      .split(',')
      .filter((entry) => entry !== '')
      .flatMap((entry) => {
        const [dependency = '', since] = entry.split('@');
        return since === undefined || (version ?? 0) >= Number(since)
          ? [edge && dependency === 'MSExchangeADTopology' ? edgeDependency : dependency]
          : [];
      });
    // The filtering service stands beside transport on Mailbox servers from 2013 on.
    if (name === 'MSExchangeTransport' && (version ?? 0) >= 2013 && !edge) dependsOn.push('FMS');
    result.push({
      name,
      displayName,
      start: start as ServiceDefinition['start'],
      account,
      dependsOn: [...new Set(dependsOn)],
    });
  }
  return result.sort((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
}

function holds(
  mark: string,
  version: ExchangeVersion | undefined,
  roles: readonly ServerRole[],
  inGroup: boolean,
): boolean {
  switch (mark) {
    case 'Windows':
      return true;
    case 'Hub':
      return roles.includes('HubTransport');
    case 'Mailbox13':
      return (version ?? 0) >= 2013 && roles.includes('Mailbox');
    case 'Mailbox16':
      return (version ?? 0) >= 2016 && roles.includes('Mailbox');
    case 'Edge':
      return roles.includes('EdgeTransport');
    case 'Dag':
      return inGroup;
    default:
      return roles.includes(mark as ServerRole);
  }
}
