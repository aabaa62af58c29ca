// The transport agents that Setup registers on each server (facts/outputs 3.5), and those that a running service works with: the
// enabled ones in order of priority as they were when it started.

import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { Machine } from '../machines/machine.ts';
import {
  type AgentKind,
  agentOfFactory,
  edgeAgents,
  modernHubAgents,
  olderHubAgents,
} from '../receive/agents/catalog.ts';
import { filterSettingsClasses, settingsOwner } from '../receive/agents/settings.ts';
import type { Simulation } from '../simulation.ts';

/** Agents of one server in order of priority; those of snapshots from before agents had servers belong to all. */
export function agentsOf(simulation: Simulation, machine: Machine): ConfigObject<'transportAgent'>[] {
  const server = machine.name.toLowerCase();
  return [...simulation.directory.all('transportAgent')]
    .filter(({ properties }) => (properties.Server ?? server).toLowerCase() === server)
    .sort((left, right) => left.properties.Priority - right.properties.Priority);
}

/** Agents that setup gives a server that has none yet. */
export function installTransportAgents(simulation: Simulation, machine: Machine): void {
  const version = machine.version ?? 0;
  if (!machine.hasTransportRole || version < 2007 || agentsOf(simulation, machine).length > 0) return;
  const agents = machine.isEdge ? edgeAgents() : version >= 2013 ? modernHubAgents() : olderHubAgents();
  agents.forEach(({ name, factory }, index) => {
    const properties = {
      Server: machine.name,
      Enabled: true,
      Priority: index + 1,
      TransportService: machine.isEdge ? 'Edge' : 'Hub',
      TransportAgentFactory: factory,
      AssemblyPath: null,
    };
    simulation.directory.create('transportAgent', name, properties, simulation.now);
  });
}

/** Settings of the filters, of the organisation or an Edge server, that are not there yet. */
export function installFilterSettings(simulation: Simulation, machine: Machine): void {
  const Server = settingsOwner(machine);
  for (const configClass of filterSettingsClasses) {
    const name = configClass.slice(0, 1).toUpperCase() + configClass.slice(1);
    const identity = Server === null ? name : `${Server}\\${name}`;
    if (simulation.directory.find(configClass, identity) !== undefined) continue;
    simulation.directory.create(configClass, name.replace(/^Ip/, 'IP'), { Server }, simulation.now);
  }
}

/** An agent that a running service has loaded. */
export type LoadedAgent = readonly [name: string, kind: AgentKind, factory: string];

export function loadedAgents(simulation: Simulation, machine: Machine): LoadedAgent[] {
  return agentsOf(simulation, machine)
    .filter(({ properties }) => properties.Enabled && ['Hub', 'Edge'].includes(properties.TransportService))
    .map(({ name, properties }) => {
      const factory = properties.TransportAgentFactory ?? '';
      return [name, agentOfFactory(factory)?.kind ?? 'Other', factory];
    });
}
