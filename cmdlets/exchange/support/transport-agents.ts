// Transport agents of the server that the shell talks to (facts/outputs 3.5): found, changed, and put into an order of priority. Changes
// count from the next start of the service on.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { changeObject } from './config-changes.ts';
import { configShellObject } from './config-objects.ts';
import { attempt } from './errors.ts';
import { transportAgent } from './more-presentations.ts';
import { warnOfRestart } from './restart-warning.ts';
import { connectedServer, isEdge, named, objectsOwnedBy, selected } from './server-scope.ts';

type Agent = ConfigObject<'transportAgent'>;

/** Service whose agents are meant: Hub, on an Edge server Edge. */
export function agentService(cmdlet: CmdletContext): string {
  if (cmdlet.has('TransportService')) return String(cmdlet.args.TransportService);
  return isEdge(connectedServer(cmdlet)) ? 'Edge' : 'Hub';
}

/** Agents of a service in order of priority. */
export function agentsOf(cmdlet: CmdletContext, service = agentService(cmdlet)): Agent[] {
  return objectsOwnedBy(cmdlet, 'transportAgent', connectedServer(cmdlet).name)
    .filter(({ properties }) => properties.TransportService === service)
    .sort((left, right) => left.properties.Priority - right.properties.Priority);
}

export function writeAgent(cmdlet: CmdletContext, agent: Agent): void {
  cmdlet.write(configShellObject(named(agent), transportAgent));
}

/** A run that changes one agent and says that the service must be restarted. */
export function changingAgent(verb: string, changesOf: (cmdlet: CmdletContext) => JsonObject) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      for (const agent of selected(cmdlet, agentsOf(cmdlet), textOf(cmdlet.args.Identity))) {
        const question = `${verb} Transport Agent "${agent.name}".`;
        if (changeObject(cmdlet, named(agent), changesOf(cmdlet), question))
          warnOfRestart(cmdlet, agentService(cmdlet));
      }
    },
  });
}

/** Numbers the agents of a list from 1 on. */
export function numberAgents(cmdlet: CmdletContext, agents: readonly Agent[]): void {
  agents.forEach((agent, index) => {
    if (agent.properties.Priority === index + 1) return;
    const properties = { Priority: index + 1 };
    const input = { kind: 'config.set', class: 'transportAgent', identity: agent.guid, properties } as const;
    attempt(cmdlet, () => worldOf(cmdlet).apply(input));
  });
}
