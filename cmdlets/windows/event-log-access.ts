// Reading the event logs of this or another machine.

import type { EventCriteria } from '../../src/logs/event-log.ts';
import { TransportLogs } from '../../src/logs/transport-logs.ts';
import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { EventRecord } from '../../state/schema/log-records.ts';
import { computerNameOf, worldOf } from './local-machine.ts';

/** Logs that every machine has; only these hold anything here. */
export const logNames = ['Application', 'System'] as const;
export type LogName = (typeof logNames)[number];

export function knownLog(name: string): LogName | undefined {
  return logNames.find((each) => each.toLowerCase() === name.toLowerCase());
}

/** A machine whose logs can be read; undefined when nobody answers there. */
export function reachableMachine(
  cmdlet: CmdletContext,
  computer: string | undefined,
): { name: string; fqdn: string } | undefined {
  const machine = worldOf(cmdlet).findMachine(computerNameOf(cmdlet, computer));
  return machine && (machine.online || computer === undefined) ? machine : undefined;
}

/** Newest first, as both cmdlets show them. */
export function newestFirst(
  cmdlet: CmdletContext,
  server: string,
  log: LogName,
  criteria: EventCriteria,
): EventRecord[] {
  return [...cmdlet.services.get(TransportLogs).readEvents(server, log, criteria)].reverse();
}
