// Reading the health of servers: the servers of Get-ServerHealth and Get-HealthReport, and which monitors they want.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { textOf } from '../types/argument-types.ts';
import { exchangeError } from './errors.ts';
import { type MonitorEntry, monitorsOf } from './health-monitors.ts';
import { reachableServer, serviceRuns } from './servers.ts';

/** Monitors of the server that Identity names, narrowed by HealthSet and HaImpactingOnly. Errors are written. */
export function askedMonitors(cmdlet: CmdletContext): MonitorEntry[] {
  const machine = reachableServer(cmdlet, textOf(cmdlet.args.Identity));
  if (machine === undefined) return [];
  if (!serviceRuns(cmdlet, machine, 'MSExchangeHM')) {
    const message = `The Microsoft Exchange Health Manager service on server "${machine.fqdn}" can't be contacted. Verify that the service is started.`;
    cmdlet.error(exchangeError(cmdlet, 'unavailable', message, machine.name));
    return [];
  }
  const wanted = cmdlet.has('HealthSet') ? textOf(cmdlet.args.HealthSet) : '*';
  return monitorsOf(cmdlet, machine).filter(
    ({ healthSet, isHaImpacting }) =>
      matchesWildcard(healthSet, wanted, true) && (!cmdlet.args.HaImpactingOnly || isHaImpacting),
  );
}
