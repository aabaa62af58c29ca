// Subscribing an Edge server to an Active Directory site: what New-EdgeSubscription makes there, and Remove-EdgeSubscription takes
// away (facts/transport, EdgeSync; *Edge Subscriptions*).

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { attempt } from './errors.ts';

interface Pair {
  name: string;
  properties: JsonObject;
}

export const outboundName = (site: string): string => `EdgeSync - ${site} to Internet`;
export const inboundName = (site: string): string => `EdgeSync - Inbound to ${site}`;

function connectorsOf(site: string, internet: boolean, inbound: boolean): Pair[] {
  const pairs: Pair[] = [];
  if (internet)
    pairs.push({ name: outboundName(site), properties: { AddressSpaces: ['SMTP:*;100'], DNSRoutingEnabled: true } });
  if (inbound)
    pairs.push({
      name: inboundName(site),
      properties: { AddressSpaces: ['SMTP:--;100'], DNSRoutingEnabled: false, SmartHosts: ['--'] },
    });
  return pairs;
}

/** Makes the connector, or adds the Edge server to the sources of one that the site has already. */
function makeConnector(cmdlet: CmdletContext, { name, properties }: Pair, edge: string): void {
  const world = worldOf(cmdlet);
  const present = world.find('sendConnector', name);
  const sources = [...(present?.properties.SourceTransportServers ?? []), edge];
  const own = { ...properties, SourceTransportServers: sources };
  attempt(cmdlet, () =>
    present === undefined
      ? world.apply({ kind: 'config.new', class: 'sendConnector', name, properties: own })
      : world.apply({
          kind: 'config.set',
          class: 'sendConnector',
          identity: present.guid,
          properties: { SourceTransportServers: sources },
        }),
  );
}

/** The subscription and its connectors; undefined, with the error written, when there is one already. */
export function subscribe(
  cmdlet: CmdletContext,
  edge: MachineView,
  site: string,
  internet: boolean,
  inbound: boolean,
): ConfigObject | undefined {
  const world = worldOf(cmdlet);
  const properties = { Site: site, Server: edge.name, CreateInternetSendConnector: internet };
  const made = attempt(cmdlet, () =>
    world.apply({ kind: 'config.new', class: 'edgeSubscription', name: edge.name, properties }),
  );
  if (made === undefined) return undefined;
  for (const pair of connectorsOf(site, internet, inbound)) makeConnector(cmdlet, pair, edge.name);
  return world.find('edgeSubscription', edge.name) as ConfigObject | undefined;
}

/** Takes the subscription away; EdgeSync's connectors of the site lose the server, or go with their last one. */
export function unsubscribe(cmdlet: CmdletContext, subscription: ConfigObject<'edgeSubscription'>): void {
  const world = worldOf(cmdlet);
  const { Site, Server } = subscription.properties;
  for (const name of [outboundName(Site), inboundName(Site)]) {
    const connector = world.find('sendConnector', name);
    if (connector === undefined) continue;
    const sources = connector.properties.SourceTransportServers.filter(
      (source) => source.toLowerCase() !== Server.toLowerCase(),
    );
    const named = { class: 'sendConnector', identity: connector.guid } as const;
    attempt(cmdlet, () =>
      sources.length === 0
        ? world.apply({ kind: 'config.remove', ...named })
        : world.apply({ kind: 'config.set', ...named, properties: { SourceTransportServers: sources } }),
    );
  }
  const own = { class: 'edgeSubscription', identity: subscription.guid } as const;
  attempt(cmdlet, () => world.apply({ kind: 'config.remove', ...own }));
}
