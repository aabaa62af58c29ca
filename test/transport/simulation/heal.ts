// After the random steps everything is put right again: machines, services, network, DNS, hosts, and the configuration as it was.

import type { ConfigClass } from '../../../state/schema/configuration.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { days, minutes, type Scenario } from '../support/scenario.ts';
import type { Place } from './places.ts';
import { attempt } from './steps.ts';

export interface Original {
  class: ConfigClass;
  name: string;
  properties: JsonObject;
}

const restored: ConfigClass[] = [
  'adSite',
  'adSiteLink',
  'sendConnector',
  'transportConfig',
  'distributionGroup',
  'routingGroupConnector',
  'foreignConnector',
  'database',
];

/** The configuration at the start, to go back to. */
export function remember(scenario: Scenario): Original[] {
  return restored.flatMap((configClass) =>
    scenario.world.objects(configClass).map(({ name, properties }) => ({
      class: configClass,
      name,
      properties: { ...properties } as unknown as JsonObject,
    })),
  );
}

function restoreConfiguration(scenario: Scenario, originals: readonly Original[]): void {
  for (const configClass of ['sendConnector', 'adSiteLink'] as const)
    for (const { name } of scenario.world.objects(configClass))
      if (!originals.some((original) => original.class === configClass && original.name === name))
        scenario.apply({ kind: 'config.remove', class: configClass, identity: name });
  for (const original of originals) {
    const { class: configClass, name, properties } = original;
    if (configClass === 'database') continue;
    const present = scenario.world.find(configClass, name);
    if (present === undefined) scenario.apply({ kind: 'config.new', class: configClass, name, properties });
    else {
      const now = present.properties as unknown as JsonObject;
      const before: JsonObject = { ...Object.fromEntries(Object.keys(now).map((key) => [key, null])), ...properties };
      const changed = Object.entries(before).filter(
        ([key, value]) => key in properties && JSON.stringify(now[key]) !== JSON.stringify(value),
      );
      if (changed.length > 0) scenario.set(configClass, name, Object.fromEntries(changed));
      const added = Object.keys(now).filter((key) => !(key in properties));
      if (added.length > 0) resetAdded(scenario, configClass, name, added);
    }
  }
}

/** Properties that had their defaults at the start. */
function resetAdded(scenario: Scenario, configClass: ConfigClass, name: string, keys: readonly string[]): void {
  const defaults: JsonObject = {
    Enabled: true,
    IsScopedConnector: false,
    MaxMessageSize: 'Unlimited',
    DNSRoutingEnabled: true,
    SmartHosts: [],
    HubSiteEnabled: false,
    ShadowRedundancyEnabled: true,
    RejectMessageOnShadowFailure: false,
    SafetyNetHoldTime: 2 * days,
  };
  const known = keys.filter((key) => key in defaults);
  if (known.length > 0) scenario.set(configClass, name, Object.fromEntries(known.map((key) => [key, defaults[key]!])));
}

function restoreMachines(scenario: Scenario, place: Place): void {
  for (const { name, roles, site } of place.data.machines) {
    if (roles === undefined || roles.length === 0) continue;
    const free = { diskFreeGB: null, memoryLoadPercent: null };
    const settings = { roles: [...roles], ...free, ...(site === undefined ? {} : { site }) };
    attempt(() => scenario.apply({ kind: 'machine.set', identity: name, settings }));
    scenario.online(name, true);
  }
  scenario.advance(5 * minutes);
  for (const { name } of place.data.machines)
    for (const service of ['MSExchangeTransport', 'MSExchangeIS', 'MSExchangeFrontEndTransport'])
      attempt(() => scenario.apply({ kind: 'service', server: name, service, action: 'start' }));
  for (const name of place.servers)
    for (const component of ['HubTransport', 'ServerWideOffline', 'FrontendTransport', 'EdgeTransport'])
      for (const requester of ['Maintenance', 'Functional'])
        attempt(() => scenario.component(name, 'Active', requester, component));
}

/** The host that takes a domain's mail, not the one that takes everything. */
function mailHostOf(scenario: Scenario, domain: string): string {
  return scenario.world.hosts().find((host) => host.Domains.includes(domain))!.Name;
}

function restoreNetwork(scenario: Scenario, place: Place): void {
  for (const { from, to } of scenario.world.links())
    scenario.apply({ kind: 'link.set', from, to, up: true, latencyMs: 0, lossPercent: 0, oneWay: true });
  for (const identity of place.dnsServers) {
    scenario.apply({ kind: 'dnsServer.set', identity, behavior: 'Answer' });
    scenario.apply({ kind: 'dnsServer.set', identity, behavior: 'Answer', zones: place.zones });
  }
  for (const { name, identity, type } of scenario.world.dnsRecords())
    if (type === 'MX' && place.zones.includes(name)) scenario.apply({ kind: 'dnsRecord.remove', identity });
  for (const name of place.zones)
    scenario.apply({ kind: 'dnsRecord.new', name, type: 'MX', values: [mailHostOf(scenario, name)] });
  for (const { server, path } of place.data.directories ?? [])
    scenario.apply({ kind: 'directory', server, path, exists: true });
  for (const host of place.hosts) scenario.host(host, { Online: true, Behavior: 'Accept', ReplyDelayMs: 0 });
}

function resumeAll(scenario: Scenario, place: Place): void {
  for (const server of place.servers)
    attempt(() => {
      for (const queue of scenario.world.queues(server))
        attempt(() => scenario.apply({ kind: 'queue', action: 'resume', queue: queue.identity }));
      for (const message of [...scenario.world.messages(server)])
        if (message.status === 'Suspended')
          attempt(() => scenario.apply({ kind: 'message', action: 'resume', message: message.identity }));
    });
}

export function heal(scenario: Scenario, place: Place, originals: readonly Original[]): void {
  restoreConfiguration(scenario, originals);
  restoreMachines(scenario, place);
  restoreNetwork(scenario, place);
  scenario.advance(5 * minutes);
  for (const name of place.databases)
    attempt(() => scenario.apply({ kind: 'database', identity: name, action: 'mount' }));
  resumeAll(scenario, place);
  scenario.advance(6 * days);
}
