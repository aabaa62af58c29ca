// Get-MessageTrackingLog. Facts: transport 7; outputs 4.

import type { TrackingCriteria, TrackingEntry } from '../../src/logs/tracking-search.ts';
import { TransportLogs } from '../../src/logs/transport-logs.ts';
import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import { localName, worldOf } from '../windows/local-machine.ts';
import { exchangeError, objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { resultSize, warnOfMore } from './support/paging.ts';
import { dateTimeOf, instantOf, parseTimeSpanMs, timeSpanOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Management.TransportLogSearchTasks.MessageTrackingEvent';
const strings = (items: string[]): Value => typedArray(items, 'System.String');

/** Seconds after TOTAL=, or the span that DELIVER and SEND write into message-info. */
function latencyOf(entry: TrackingEntry): { latency: Value; type: string } {
  const match = /TOTAL(?:-\w+)?=([\d.]+)/.exec(entry.messageInfo);
  const begin = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)/.exec(entry.messageInfo);
  if (!['DELIVER', 'SEND', 'SUBMIT'].includes(entry.eventId)) return { latency: null, type: 'None' };
  if (begin) return { latency: timeSpanOf(entry.time - Date.parse(begin[1]!)), type: 'EndToEnd' };
  const span = match ? Number(match[1]) * 1000 : parseTimeSpanMs(entry.messageInfo);
  return span === undefined ? { latency: null, type: 'None' } : { latency: timeSpanOf(span), type: 'EndToEnd' };
}

/** `S:name=value;…` as pairs that print as `[name, value]`. */
function eventData(text: string): string[] {
  return text
    .split(';')
    .map((part) => /^(?:S:)?([^=]+)=(.*)$/.exec(part.trim()))
    .flatMap((match) => (match ? [`[${match[1]}, ${match[2]}]`] : []));
}

function entryObject(entry: TrackingEntry): PSObject {
  const { latency, type } = latencyOf(entry);
  return PSObject.of(
    {
      Timestamp: dateTimeOf(entry.time),
      ClientIp: entry.clientIp,
      ClientHostname: entry.clientHostname,
      ServerIp: entry.serverIp,
      ServerHostname: entry.serverHostname,
      SourceContext: entry.sourceContext,
      ConnectorId: entry.connectorId,
      Source: entry.source,
      EventId: entry.eventId,
      InternalMessageId: entry.internalMessageId,
      MessageId: entry.messageId,
      NetworkMessageId: entry.networkMessageId,
      Recipients: strings(entry.recipients),
      RecipientStatus: strings(entry.recipientStatus),
      TotalBytes: entry.totalBytes,
      RecipientCount: entry.recipientCount,
      RelatedRecipientAddress: strings(entry.relatedRecipientAddress),
      Reference: strings(entry.reference),
      MessageSubject: entry.subject,
      Sender: entry.sender,
      ReturnPath: entry.returnPath,
      Directionality: entry.directionality,
      TenantId: entry.tenantId,
      OriginalClientIp: entry.originalClientIp,
      MessageInfo: entry.messageInfo,
      MessageLatency: latency,
      MessageLatencyType: type,
      EventData: strings(eventData(entry.customData)),
      TransportTrafficType: entry.transportTrafficType,
      SchemaVersion: entry.schemaVersion,
    },
    typeName,
  );
}

function criteriaOf({ args }: CmdletContext): TrackingCriteria {
  const text = (name: string): string | undefined => (args[name] === undefined ? undefined : textOf(args[name]));
  return {
    start: args.Start === undefined ? undefined : instantOf(args.Start),
    end: args.End === undefined ? undefined : instantOf(args.End),
    eventId: text('EventId'),
    source: text('Source'),
    sender: text('Sender'),
    recipients: args.Recipients,
    messageId: text('MessageId'),
    internalMessageId: text('InternalMessageId'),
    networkMessageId: text('NetworkMessageId'),
    reference: text('Reference'),
    messageSubject: text('MessageSubject'),
    transportTrafficType: text('TransportTrafficType'),
  };
}

/** The server to search: it must exist and its log search service must answer. Writes the error otherwise. */
function searchedServer(cmdlet: CmdletContext): string | undefined {
  const world = worldOf(cmdlet);
  const name = cmdlet.has('Server') ? textOf(cmdlet.args.Server) : localName(cmdlet);
  const machine = world.findMachine(name);
  if (!machine) {
    cmdlet.error(objectNotFound(cmdlet, name));
    return undefined;
  }
  const search = world.services(machine.name).find((service) => service.name === 'MSExchangeTransportLogSearch');
  if (machine.online && search?.status === 'Running') return machine.name;
  const message = `Failed to communicate with the Microsoft Exchange Transport Log Search service on computer ${machine.fqdn}. Verify that a valid computer name was used and the service is started on the target computer.`;
  cmdlet.error(exchangeError(cmdlet, 'unavailable', message));
  return undefined;
}

export default exchangeCmdlet({
  name: 'Get-MessageTrackingLog',
  synopsis: 'Searches the message tracking log of a server.',
  parameterLines: `
    DomainController      Fqdn               null  # The domain controller to ask.
    End                   DateTime                 # Only events before this time.
    EventId               String                   # Only events of this kind: RECEIVE, SEND, DELIVER, FAIL …
    InternalMessageId     String                   # The number the message has on the server.
    MessageId             String                   # The Message-ID of the header.
    MessageSubject        String                   # A part of the subject.
    Recipients            String[]                 # Any of these recipients.
    Reference             String                   # What the event refers to.
    ResultSize            Unlimited                # At most that many events, 1000 by default.
    Sender                String                   # The sender.
    Server                ServerIdParameter  both  # The server whose log is searched.
    Start                 DateTime                 # Only events from this time on.
    NetworkMessageId      String versions:2016+ # The id that copies of a message share.
    Source                String versions:2016+ # The component: SMTP, STOREDRIVER, ROUTING …
    TransportTrafficType  String versions:2016+ # The kind of traffic.
  `,
  outputs: [typeName],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob -Subject tracked; Step-SandboxClock -Minutes 1',
      script:
        'Get-TransportService | Get-MessageTrackingLog -MessageSubject tracked -EventId DELIVER | ForEach-Object Sender',
      output: 'alice@contoso.com',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const server = searchedServer(cmdlet);
      if (server === undefined) return;
      const limit = resultSize(cmdlet);
      let count = 0;
      for (const entry of cmdlet.services.get(TransportLogs).searchTracking(server, criteriaOf(cmdlet))) {
        if (count >= limit) {
          warnOfMore(cmdlet, true);
          return;
        }
        count += 1;
        cmdlet.write(entryObject(entry));
        cmdlet.checkInterrupt();
      }
    },
  }),
});
