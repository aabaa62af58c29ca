// Get-WinEvent. Facts: outputs 7.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { EventRecord } from '../../state/schema/log-records.ts';
import { logNames, newestFirst, reachableMachine } from './event-log-access.ts';
import { eventLogRecord } from './event-objects.ts';
import { type EventQuery, eventQueries } from './event-query.ts';

const noEvents = 'No events were found that match the specified selection criteria.';

/** Events of a query in the order asked for; the error of a log that does not exist. */
function eventsOf(cmdlet: CmdletContext, query: EventQuery, server: string): EventRecord[] {
  const found: EventRecord[] = [];
  for (const pattern of query.logs) {
    const logs = logNames.filter((log) => matchesWildcard(log, pattern, true));
    if (logs.length === 0) {
      const message = `There is not an event log on the ${server} computer that matches "${pattern}".`;
      cmdlet.error(cmdlet.makeError(message, 'NoMatchingLogsFound', 'ObjectNotFound', server, 'System.Exception'));
    }
    for (const log of logs) found.push(...newestFirst(cmdlet, server, log, query.criteria));
  }
  if (query.logs.length !== 1) found.sort((a, b) => b.time - a.time);
  return found;
}

function listLogs(cmdlet: CmdletContext, server: string): void {
  for (const log of logNames)
    if ((cmdlet.args.ListLog as string[]).some((pattern) => matchesWildcard(log, pattern, true)))
      cmdlet.write(
        PSObject.of(
          {
            LogMode: 'Circular',
            MaximumSizeInBytes: 20_971_520,
            RecordCount: newestFirst(cmdlet, server, log, {}).length,
            LogName: log,
          },
          'System.Diagnostics.Eventing.Reader.EventLogConfiguration',
        ),
      );
}

export default defineCmdlet({
  name: 'Get-WinEvent',
  module: 'Microsoft.PowerShell.Diagnostics',
  synopsis: 'Gets events of the event logs, newest first.',
  defaultSet: 'GetLogSet',
  parameters: {
    LogName: {
      type: 'string[]',
      sets: { GetLogSet: { position: 0, pipeline: 'both' } },
      wildcards: true,
      help: 'The logs.',
    },
    ListLog: {
      type: 'string[]',
      sets: { ListLogSet: { mandatory: true, position: 0 } },
      help: 'The logs instead of events.',
    },
    ProviderName: {
      type: 'string[]',
      sets: { GetProviderSet: { mandatory: true, position: 0, pipeline: 'name' } },
      help: 'Events of these sources.',
    },
    FilterHashtable: {
      type: 'hashtable[]',
      sets: { HashQuerySet: { mandatory: true, position: 0 } },
      help: 'LogName, ProviderName, Id, Level, StartTime, EndTime.',
    },
    FilterXPath: {
      type: 'string',
      sets: ['GetLogSet', 'GetProviderSet'],
      help: 'A condition on EventID, Provider and Level.',
    },
    MaxEvents: { type: 'long', help: 'At most that many.' },
    ComputerName: { type: 'string', aliases: ['Cn'], help: 'A machine instead of this one.' },
    Oldest: { type: 'switch', help: 'Oldest first.' },
    Force: { type: 'switch', help: 'Shows debug and analytic logs, too.' },
  },
  outputs: ['System.Diagnostics.Eventing.Reader.EventLogRecord'],
  examples: [
    {
      setup: 'Restart-Service MSExchangeTransport',
      script:
        "Get-WinEvent -FilterHashtable @{ LogName = 'Application'; Id = 7009 } -MaxEvents 1 | ForEach-Object ProviderName",
      output: 'MSExchangeTransport',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { ComputerName: computer, MaxEvents: limit, Oldest: oldest, ListLog: list } = cmdlet.args;
      const machine = reachableMachine(cmdlet, computer);
      if (!machine) {
        const type = 'System.Diagnostics.Eventing.Reader.EventLogException';
        return cmdlet.fail(cmdlet.makeError('The RPC server is unavailable.', type, 'NotSpecified', null, type));
      }
      if (list) {
        listLogs(cmdlet, machine.name);
        return;
      }
      const events = eventQueries(cmdlet).flatMap((query) => eventsOf(cmdlet, query, machine.name));
      if (events.length === 0)
        cmdlet.error(cmdlet.makeError(noEvents, 'NoMatchingEventsFound', 'ObjectNotFound', null, 'System.Exception'));
      if (oldest) events.reverse();
      for (const event of events.slice(0, limit === undefined ? undefined : Number(limit)))
        cmdlet.write(eventLogRecord(event, machine.fqdn));
    },
  }),
});
