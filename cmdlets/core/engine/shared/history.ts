// The commands that were entered in this session. The host adds an entry for each.

import type { Engine } from '../../../../src/runtime/engine.ts';
import { DateTime } from '../../../../src/runtime/types/date/date-time.ts';
import { TimeSpan } from '../../../../src/runtime/types/date/time-span.ts';
import { PSObject } from '../../../../src/runtime/values.ts';

export interface HistoryEntry {
  id: number;
  commandLine: string;
  status: string;
  start: DateTime;
  end: DateTime;
}

export class CommandHistory {
  readonly entries: HistoryEntry[] = [];
  private nextId = 1;

  add(commandLine: string, status = 'Completed', start = DateTime.now(), end = start): HistoryEntry {
    const entry = { id: this.nextId++, commandLine, status, start, end };
    this.entries.push(entry);
    return entry;
  }
}

export function historyOf(engine: Engine): CommandHistory {
  let history = engine.extensions.get('history') as CommandHistory | undefined;
  if (!history) engine.extensions.set('history', (history = new CommandHistory()));
  return history;
}

/** Microsoft.PowerShell.Commands.HistoryInfo */
export function historyInfo(entry: HistoryEntry): PSObject {
  return PSObject.of(
    {
      Id: BigInt(entry.id),
      CommandLine: entry.commandLine,
      ExecutionStatus: entry.status,
      StartExecutionTime: entry.start,
      EndExecutionTime: entry.end,
      Duration: new TimeSpan(entry.end.ticks - entry.start.ticks),
    },
    'Microsoft.PowerShell.Commands.HistoryInfo',
  );
}
