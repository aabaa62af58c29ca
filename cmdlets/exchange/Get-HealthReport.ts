// Get-HealthReport: the monitors of servers summed by health set; with -RollupGroup over groups of servers. Facts: outputs 2.3.

import { PSObject } from '../../src/runtime/values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { askedMonitors } from './support/health.ts';
import type { MonitorEntry } from './support/health-monitors.ts';
import { dateTimeOf } from './support/times.ts';

const typeName = 'Microsoft.Exchange.Monitoring.ConsolidatedHealth';
/** Share of servers that must be online for a group to be so, when the parameter says nothing. */
const usualMinimumPercent = 70;

interface HealthSet {
  server: string;
  name: string;
  entries: MonitorEntry[];
}

function byHealthSet(entries: MonitorEntry[]): HealthSet[] {
  const sets = new Map<string, HealthSet>();
  for (const entry of entries) {
    const key = `${entry.server}\\${entry.healthSet}`;
    const set = sets.get(key) ?? { server: entry.server, name: entry.healthSet, entries: [] };
    set.entries.push(entry);
    sets.set(key, set);
  }
  return [...sets.values()];
}

function alertOf(entries: readonly MonitorEntry[]): string {
  if (entries.some(({ alertValue }) => alertValue === 'Unhealthy')) return 'Unhealthy';
  return entries.every(({ alertValue }) => alertValue === 'Disabled') ? 'Disabled' : 'Healthy';
}

const stateOf = (entries: readonly MonitorEntry[]): string =>
  entries.find(({ state }) => state !== 'NotApplicable')?.state ?? 'NotApplicable';

function reportObject(server: string, set: string, state: string, entries: MonitorEntry[]): PSObject {
  const times = entries.flatMap(({ lastTransition }) => lastTransition ?? []);
  return PSObject.of(
    {
      Server: server,
      State: state,
      HealthSet: set,
      HealthGroup: entries[0]?.healthGroup ?? '',
      AlertValue: alertOf(entries),
      LastTransitionTime: dateTimeOf(times.length > 0 ? Math.max(...times) : undefined),
      MonitorCount: entries.length,
      HaImpactingMonitorCount: entries.filter(({ isHaImpacting }) => isHaImpacting).length,
      Identity: `${server}\\${set}`,
      IsValid: true,
      ObjectState: 'New',
    },
    typeName,
  );
}

/** Groups of `size` servers in the order in which they came: online while enough of them are. */
function rolledUp(all: MonitorEntry[], size: number, minimumPercent: number): PSObject[] {
  const servers = [...new Set(all.map(({ server }) => server))];
  const objects: PSObject[] = [];
  for (let first = 0; first < servers.length; first += size) {
    const members = servers.slice(first, first + size);
    const sets = byHealthSet(all.filter(({ server }) => members.includes(server)));
    for (const name of new Set(sets.map((set) => set.name))) {
      const parts = sets.filter((set) => set.name === name);
      const online = parts.filter((set) => stateOf(set.entries) !== 'Offline').length;
      const state = (100 * online) / parts.length >= minimumPercent ? 'Online' : 'Offline';
      objects.push(
        reportObject(
          members.join(','),
          name,
          state,
          parts.flatMap(({ entries }) => entries),
        ),
      );
    }
  }
  return objects;
}

export default exchangeCmdlet({
  name: 'Get-HealthReport',
  versions: [2013, 2019],
  synopsis: 'Gets the health of servers, health set by health set.',
  parameterLines: `
    Identity             ServerIdParameter ! 0 both  # The server.
    GroupSize            Int32  # With RollupGroup: how many servers make a group.
    HaImpactingOnly      SwitchParameter  # Only monitors that count for high availability.
    HealthSet            String null  # Only this health set.
    MinimumOnlinePercent Int32  # With RollupGroup: the share of servers that must be online.
    RollupGroup          SwitchParameter  # Sums groups of servers.
  `,
  outputs: [typeName],
  examples: [
    { script: '(Get-HealthReport EX01 -HealthSet HubTransport).AlertValue', output: 'Healthy' },
    {
      setup: 'Set-ServerComponentState EX02 -Component HubTransport -Requester Maintenance -State Inactive',
      script:
        "('EX01','EX02' | Get-HealthReport -RollupGroup -GroupSize 2 -MinimumOnlinePercent 100 -HealthSet HubTransport).State",
      output: 'Offline',
    },
  ],
  create: (cmdlet) => {
    const all: MonitorEntry[] = [];
    return {
      process() {
        const entries = askedMonitors(cmdlet);
        if (cmdlet.args.RollupGroup) all.push(...entries);
        else
          for (const set of byHealthSet(entries))
            cmdlet.write(reportObject(set.server, set.name, stateOf(set.entries), set.entries));
      },
      end() {
        const { RollupGroup, GroupSize, MinimumOnlinePercent } = cmdlet.args;
        if (!RollupGroup) return;
        const size = Math.max(1, GroupSize ?? all.length);
        cmdlet.writeAll(rolledUp(all, size, MinimumOnlinePercent ?? usualMinimumPercent));
      },
    };
  },
});
