// Entries of the Windows event logs, as Get-EventLog and Get-WinEvent put them out (facts/outputs 7).

import { PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import type { EventRecord } from '../../state/schema/log-records.ts';
import { dateTimeOf } from '../exchange/support/times.ts';

/** Numbers of Windows: level, and the qualifier that makes an instance id of an event id. */
const levels = { Error: 2, Warning: 3, Information: 4 } as const;
const severities = { Error: 0xc000_0000, Warning: 0x8000_0000, Information: 0x4000_0000 } as const;

const strings = (items: readonly string[]): Value => typedArray([...items], 'System.String');

export function eventLogEntry(event: EventRecord, machineFqdn: string): PSObject {
  return PSObject.of(
    {
      EventID: event.eventId,
      MachineName: machineFqdn,
      Data: typedArray([], 'System.Byte'),
      Index: event.recordId,
      Category: event.category,
      CategoryNumber: 0,
      EntryType: event.level,
      Message: event.message,
      Source: event.source,
      ReplacementStrings: strings(event.strings),
      InstanceId: BigInt(severities[event.level] + event.eventId),
      TimeGenerated: dateTimeOf(Math.floor(event.time / 1000) * 1000),
      TimeWritten: dateTimeOf(Math.floor(event.time / 1000) * 1000),
      UserName: null,
      Site: null,
      Container: null,
    },
    `System.Diagnostics.EventLogEntry#${event.logName}/${event.source}/${severities[event.level] + event.eventId}`,
    'System.Diagnostics.EventLogEntry',
  );
}

export function eventLogRecord(event: EventRecord, machineFqdn: string): PSObject {
  return PSObject.of(
    {
      Message: event.message,
      Id: event.eventId,
      Version: null,
      Qualifiers: 32_772,
      Level: levels[event.level],
      Task: 0,
      Opcode: null,
      Keywords: 36_028_797_018_963_968n,
      RecordId: BigInt(event.recordId),
      ProviderName: event.source,
      ProviderId: null,
      LogName: event.logName,
      ProcessId: null,
      ThreadId: null,
      MachineName: machineFqdn,
      UserId: null,
      TimeCreated: dateTimeOf(event.time),
      ActivityId: null,
      RelatedActivityId: null,
      ContainerLog: event.logName,
      MatchedQueryIds: typedArray([], 'System.UInt32'),
      Bookmark: null,
      LevelDisplayName: event.level,
      OpcodeDisplayName: '',
      TaskDisplayName: event.category,
      KeywordsDisplayNames: strings(['Classic']),
      Properties: event.strings.map((text) =>
        PSObject.of({ Value: text }, 'System.Diagnostics.Eventing.Reader.EventProperty'),
      ),
    },
    'System.Diagnostics.Eventing.Reader.EventLogRecord',
  );
}
