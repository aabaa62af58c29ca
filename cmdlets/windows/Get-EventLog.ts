// Get-EventLog (Windows PowerShell's; the Exchange Management Shell runs on it). Facts: outputs 7.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { EventRecord } from '../../state/schema/log-records.ts';
import { instantOf } from '../exchange/support/times.ts';
import { knownLog, logNames, newestFirst, reachableMachine } from './event-log-access.ts';
import { eventLogEntry } from './event-objects.ts';

function accepts(cmdlet: CmdletContext, event: EventRecord): boolean {
  const { args } = cmdlet;
  const any = (texts: string[] | undefined, value: string) =>
    texts === undefined || texts.some((text) => matchesWildcard(value, text, true));
  const instance = Number(args.InstanceId?.[0] ?? Number.NaN);
  return (
    any(args.Source, event.source) &&
    any((args.EntryType as unknown[] | undefined)?.map(String), event.level) &&
    (args.Message === undefined || matchesWildcard(event.message, args.Message, true)) &&
    (args.InstanceId === undefined ||
      (args.InstanceId as unknown[]).some((id) => Number(id) % 65_536 === event.eventId) ||
      instance === event.eventId) &&
    (args.Index === undefined || (args.Index as number[]).includes(event.recordId)) &&
    (args.After === undefined || event.time > instantOf(args.After)) &&
    (args.Before === undefined || event.time < instantOf(args.Before))
  );
}

function readLog(cmdlet: CmdletContext, computer: string | undefined): void {
  const { args } = cmdlet;
  const log = knownLog(args.LogName);
  const machine = reachableMachine(cmdlet, computer);
  if (!log || !machine) {
    const message = machine
      ? `The event log '${args.LogName}' on computer '${computer ?? '.'}' does not exist.`
      : 'The network path was not found.';
    const id = machine ? 'System.InvalidOperationException' : 'System.IO.IOException';
    cmdlet.fail(cmdlet.makeError(message, id, 'NotSpecified', null, id));
  }
  const found = newestFirst(cmdlet, machine.name, log, {}).filter((event) => accepts(cmdlet, event));
  if (found.length === 0) {
    const error = cmdlet.makeError(
      'No matches found',
      'GetEventLogNoEntriesFound',
      'ObjectNotFound',
      null,
      'System.ArgumentException',
    );
    cmdlet.error(error);
  }
  for (const event of found.slice(0, args.Newest)) cmdlet.write(eventLogEntry(event, machine.fqdn));
}

/** -List: the logs themselves, with how many entries each holds. */
function listLogs(cmdlet: CmdletContext, computer: string | undefined): void {
  const machine = reachableMachine(cmdlet, computer);
  for (const log of machine ? logNames : []) {
    const count = newestFirst(cmdlet, machine!.name, log, {}).length;
    cmdlet.write(
      PSObject.of(
        { 'Max(K)': 20_480, Retain: 0, OverflowAction: 'OverwriteAsNeeded', Entries: count, Log: log },
        'System.Diagnostics.EventLog',
      ),
    );
  }
}

export default defineCmdlet({
  name: 'Get-EventLog',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Gets the entries of an event log, newest first.',
  defaultSet: 'LogName',
  parameters: {
    LogName: { type: 'string', aliases: ['LN'], sets: { LogName: { mandatory: true, position: 0 } }, help: 'The log.' },
    ComputerName: { type: 'string[]', aliases: ['Cn'], help: 'Machines instead of this one.' },
    Newest: {
      type: 'int',
      sets: 'LogName',
      validate: [{ kind: 'range', min: 0, max: 2_147_483_647 }],
      help: 'At most that many.',
    },
    After: { type: 'datetime', sets: 'LogName', help: 'Only entries after this time.' },
    Before: { type: 'datetime', sets: 'LogName', help: 'Only entries before this time.' },
    UserName: { type: 'string[]', sets: 'LogName', wildcards: true, help: 'Only entries of these users.' },
    InstanceId: { type: 'long[]', sets: { LogName: { position: 1 } }, help: 'Only these instance ids.' },
    Index: { type: 'int[]', sets: 'LogName', help: 'Only these entries.' },
    EntryType: {
      type: 'string[]',
      aliases: ['ET'],
      sets: 'LogName',
      validate: [{ kind: 'set', values: ['Error', 'Information', 'FailureAudit', 'SuccessAudit', 'Warning'] }],
      help: 'Only these types.',
    },
    Source: { type: 'string[]', aliases: ['ABO'], sets: 'LogName', wildcards: true, help: 'Only these sources.' },
    Message: { type: 'string', aliases: ['MSG'], sets: 'LogName', wildcards: true, help: 'A pattern for the message.' },
    AsBaseObject: { type: 'switch', sets: 'LogName', help: 'The plain entries.' },
    List: { type: 'switch', sets: 'List', help: 'The logs instead of entries.' },
    AsString: { type: 'switch', sets: 'List', help: 'Names of the logs only.' },
  },
  outputs: ['System.Diagnostics.EventLogEntry'],
  examples: [
    {
      setup: 'Restart-Service MSExchangeTransport',
      script: 'Get-EventLog Application -Source MSExchangeTransport -Newest 1 | Select-Object -ExpandProperty Source',
      output: 'MSExchangeTransport',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const computer of cmdlet.args.ComputerName ?? [undefined]) {
        if (cmdlet.args.List && cmdlet.args.AsString) cmdlet.writeAll([...logNames]);
        else if (cmdlet.args.List) listLogs(cmdlet, computer);
        else readLog(cmdlet, computer);
      }
    },
  }),
});
