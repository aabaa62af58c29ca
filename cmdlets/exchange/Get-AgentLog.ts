// Get-AgentLog. Facts: logs.json (agent log); *Anti-spam agent logging*.

import { drivePath } from '../../src/logs/log-settings.ts';
import { TransportLogs } from '../../src/logs/transport-logs.ts';
import { PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import type { AgentRecord } from '../../state/schema/log-records.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { connectedServer, isEdge } from './support/server-scope.ts';
import { dateTimeOf, instantOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Management.AgentLog.AgentLogEntry';
const strings = (items: readonly string[]): Value => typedArray([...items], 'System.String');

function entryObject(record: AgentRecord): PSObject {
  return PSObject.of(
    {
      Timestamp: dateTimeOf(record.time),
      SessionId: record.session,
      LocalEndpoint: record.localEndpoint,
      RemoteEndpoint: record.remoteEndpoint,
      EnteredOrgFromIP: record.enteredOrgFromIp,
      IPAddress: record.enteredOrgFromIp,
      MessageId: record.messageId,
      P1FromAddress: record.p1FromAddress,
      P2FromAddresses: strings(record.p2FromAddresses),
      Recipients: strings(record.recipients),
      NumRecipients: record.recipients.length,
      Agent: record.agent,
      Event: record.event,
      Action: record.action,
      SmtpResponse: record.smtpResponse,
      Reason: record.reason,
      ReasonData: record.reasonData,
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Get-AgentLog',
  synopsis: 'Reads the agent log of the server: what the anti-spam agents did.',
  parameterLines: `
    EndDate          DateTime                                                                # Only entries up to this time.
    Location         LocalLongFullPath null                                                  # Folder of the log files.
    StartDate        DateTime                                                                # Only entries from this time on.
    TransportService =TransportService(Hub,MailboxSubmission,MailboxDelivery,FrontEnd,Edge) versions:2013+ # Whose log.
  `,
  outputs: [typeName],
  examples: [
    {
      setup: 'Send-SandboxMessage pat@fabrikam.com alice@contoso.com -Subject tested; Step-SandboxClock -Minutes 1',
      script: 'Invoke-Command -ComputerName EDGE01 { (Get-AgentLog | Select-Object -Last 1).Agent }',
      output: 'Content Filter Agent',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { args } = cmdlet;
      const server = connectedServer(cmdlet);
      const wanted = args.TransportService === undefined ? undefined : String(args.TransportService);
      if (wanted !== undefined && wanted !== 'Hub' && wanted !== 'Edge') return;
      const folder = cmdlet.has('Location') ? textOf(args.Location) : '';
      const records = cmdlet.services
        .get(TransportLogs)
        .readAgentLog(
          server.name,
          isEdge(server) ? 'Edge' : 'Hub',
          args.StartDate === undefined ? undefined : instantOf(args.StartDate),
          args.EndDate === undefined ? undefined : instantOf(args.EndDate),
          folder === '' ? undefined : drivePath(server.name, folder),
        );
      for (const record of records) {
        cmdlet.write(entryObject(record));
        cmdlet.checkInterrupt();
      }
    },
  }),
});
