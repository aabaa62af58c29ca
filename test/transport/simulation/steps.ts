// One random step of a scenario: mail, time, faults, changes of the configuration, administration. What the state forbids is no step.

import { WorldError } from '../../../src/transport/world-error.ts';
import type { ConfigClass } from '../../../state/schema/configuration.ts';
import type { HostSettings, WorldInput } from '../../../state/schema/inputs.ts';
import { minutes, type Scenario } from '../support/scenario.ts';
import type { Place } from './places.ts';

export interface Step {
  kind: number;
  a: number;
  b: number;
  c: number;
  flag: boolean;
}

/** A mail that was accepted for its sender: its Message-ID, and the recipients that the sender named. */
export type Sent = Map<string, string[]>;

export const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Senders are mailboxes by alias, or addresses outside. */
export const isOutside = (sender: string): boolean => sender.includes('@');

interface Stage {
  scenario: Scenario;
  place: Place;
  step: Step;
  sent: Sent;
}

type Action = (stage: Stage) => void;

const apply = (stage: Stage, input: WorldInput): void => void stage.scenario.apply(input);
const serverOf = ({ place, step }: Stage): string => pick(place.servers, step.a);
const set = (stage: Stage, configClass: ConfigClass, identity: string, properties: object): void =>
  stage.scenario.set(configClass, identity, properties);

function send(stage: Stage): void {
  const { scenario, place, step, sent } = stage;
  const count = step.c % 7 === 0 ? 3 : step.c % 5 === 0 ? 2 : 1;
  const from = pick(place.senders, step.a);
  // Mail between outside hosts is none of the organisation's.
  const recipients = isOutside(from)
    ? place.recipients.filter((to) => to.endsWith(`@${place.data.forest}`))
    : place.recipients;
  const to = [...new Set(Array.from({ length: count }, (_, index) => pick(recipients, step.b + index * 3)))];
  const sizes = step.c % 11 === 0 ? { sizeKB: 3000 } : {};
  const id = scenario.send(from, to, `mail ${sent.size}`, sizes);
  sent.set(id, to);
}

const connectorChanges: ((stage: Stage) => object)[] = [
  ({ step }) => ({ Enabled: step.flag }),
  ({ step }) => ({ IsScopedConnector: step.flag }),
  ({ step }) => ({ MaxMessageSize: step.flag ? 'Unlimited' : 1_048_576 }),
  ({ place, step }) => ({ AddressSpaces: [pick(place.spaces, step.c)] }),
  ({ place, step }) => ({ SourceTransportServers: [pick(place.hubs, step.c)] }),
  ({ place, step }) =>
    step.flag
      ? { DNSRoutingEnabled: true, SmartHosts: [] }
      : { DNSRoutingEnabled: false, SmartHosts: [pick(place.hosts, step.c)] },
];

function newConnector(stage: Stage): void {
  const { place, step } = stage;
  apply(stage, {
    kind: 'config.new',
    class: 'sendConnector',
    name: `Random ${step.b % 3}`,
    properties: {
      AddressSpaces: [pick(place.spaces, step.c)],
      SourceTransportServers: [pick(place.hubs, step.a)],
      Enabled: step.flag,
    },
  });
}

function siteLink(stage: Stage): void {
  const { scenario, place, step } = stage;
  const links = [...scenario.world.objects('adSiteLink')].map(({ name }) => name);
  const link = pick(links.length === 0 ? ['none'] : links, step.a);
  switch (step.b % 4) {
    case 0:
      return apply(stage, { kind: 'config.remove', class: 'adSiteLink', identity: link });
    case 1:
      return set(stage, 'adSiteLink', link, { ADCost: 1 + (step.c % 60) });
    case 2:
      return set(stage, 'adSiteLink', link, { MaxMessageSize: step.flag ? 'Unlimited' : 1_048_576 });
    default:
      return apply(stage, {
        kind: 'config.new',
        class: 'adSiteLink',
        name: `Random ${step.a % 3}`,
        properties: { Sites: [pick(place.sites, step.a), pick(place.sites, step.a + 1)], ADCost: 1 + (step.c % 60) },
      });
  }
}

function site(stage: Stage): void {
  const { place, step } = stage;
  if (step.c % 4 === 0)
    return apply(stage, { kind: 'config.remove', class: 'adSite', identity: pick(place.sites, step.a) });
  return set(stage, 'adSite', pick(place.sites, step.a), { HubSiteEnabled: step.flag });
}

function host(stage: Stage): void {
  const { scenario, place, step } = stage;
  const behaviors: HostSettings['Behavior'][] = [
    'Accept',
    'TempFail',
    'PermFail',
    'Greylist',
    'Refuse',
    'Drop',
    'Timeout',
    'Accept',
  ];
  const stages: HostSettings['FailAt'][] = ['Connect', 'Ehlo', 'MailFrom', 'RcptTo', 'Data', 'EndOfData'];
  scenario.host(pick(place.hosts, step.a), {
    Online: step.flag,
    Behavior: pick(behaviors, step.b),
    FailAt: pick(stages, step.c),
    ReplyDelayMs: step.c % 9 === 0 ? 20_000 : 0,
  });
}

function dns(stage: Stage): void {
  const { place, step } = stage;
  const behavior = pick(['Answer', 'NxDomain', 'ServFail', 'Refused', 'Timeout'] as const, step.b);
  const identity = pick(place.dnsServers, step.a);
  if (step.c % 3 === 0) apply(stage, { kind: 'dnsCache.clear', server: serverOf(stage) });
  apply(stage, {
    kind: 'dnsServer.set',
    identity,
    behavior: step.flag ? 'Answer' : behavior,
    zones: [pick(place.zones, step.c)],
  });
}

function queue(stage: Stage): void {
  const { scenario, step } = stage;
  const found = pick(scenario.world.queues(serverOf(stage)), step.b);
  const action = pick(['suspend', 'resume', 'resume', 'retry', 'resubmit'] as const, step.a + step.b);
  apply(stage, { kind: 'queue', action, queue: found.identity });
}

function message(stage: Stage): void {
  const { scenario, step } = stage;
  const messages = [...scenario.world.messages(serverOf(stage))].filter((each) => !each.queue.includes('Shadow'));
  if (messages.length === 0) return;
  const action = pick(['suspend', 'resume', 'remove'] as const, step.a);
  apply(stage, { kind: 'message', action, message: pick(messages, step.b).identity, withNdr: step.flag });
}

function link(stage: Stage): void {
  const { place, step } = stage;
  const ends = [...place.servers, ...place.hosts.slice(0, 1)];
  apply(stage, {
    kind: 'link.set',
    from: serverOf(stage),
    to: pick(ends, step.b),
    up: step.flag,
    lossPercent: step.c % 3 === 0 ? (step.c * 7) % 60 : 0,
    latencyMs: step.c % 5 === 0 ? 2000 : 0,
    oneWay: step.c % 4 === 0,
  });
}

/** What only one of the organisations has; elsewhere it is no step. */
function legacy(stage: Stage): void {
  const { place, step } = stage;
  switch (step.b % 4) {
    case 0:
      return set(stage, 'routingGroupConnector', 'A to Legacy', { SourceTransportServers: [pick(place.hubs, step.c)] });
    case 1:
      return set(stage, 'routingGroupConnector', 'A to Legacy', {
        TargetTransportServers: step.flag ? ['E2K3-1', 'E2K3-2'] : [pick(['E2K3-1', 'E2K3-2'], step.c)],
      });
    case 2:
      return set(stage, 'foreignConnector', 'Fax', {
        Enabled: step.flag,
        SourceTransportServers: [pick(['HUB-A1', ...place.hubs], step.c)],
      });
    default:
      return apply(stage, {
        kind: 'directory',
        server: 'HUB-A1',
        path: 'C:\\Fax\\Drop',
        exists: step.flag,
      });
  }
}

function records(stage: Stage): void {
  const { scenario, place, step } = stage;
  const zone = pick(place.zones, step.a);
  if (step.flag) {
    const found = scenario.world.dnsRecords().find((record) => record.name === zone && record.type === 'MX');
    if (found !== undefined) apply(stage, { kind: 'dnsRecord.remove', identity: found.identity });
    return;
  }
  const target = pick([...place.hosts, 'nowhere.example'], step.b);
  apply(stage, {
    kind: 'dnsRecord.new',
    name: zone,
    type: 'MX',
    values: [target],
    preference: step.c % 30,
    ttlMs: 60_000,
  });
}

function safetyNet(stage: Stage): void {
  const { scenario, place, step } = stage;
  apply(stage, {
    kind: 'resubmit.add',
    server: serverOf(stage),
    start: scenario.world.now - (1 + (step.b % 5)) * 3_600_000,
    end: scenario.world.now,
    destination: pick(place.databases, step.c),
  });
}

const transportChanges: ((step: Step) => object)[] = [
  ({ flag }) => ({ ShadowRedundancyEnabled: flag }),
  ({ flag }) => ({ RejectMessageOnShadowFailure: flag }),
  ({ c }) => ({ SafetyNetHoldTime: (1 + (c % 3)) * 86_400_000 }),
];

const actions: [weight: number, Action][] = [
  [6, send],
  [3, ({ scenario, step }) => scenario.advance((step.a % 50) * 1000 + step.b)],
  [2, ({ scenario, step }) => scenario.advance((step.a % 90) * minutes)],
  [2, (stage) => stage.scenario.online(serverOf(stage), stage.step.flag)],
  [1, (stage) => apply(stage, { kind: 'machine.set', identity: serverOf(stage), settings: { crash: true } })],
  [
    2,
    (stage) =>
      apply(stage, {
        kind: 'service',
        server: serverOf(stage),
        service: pick(
          ['MSExchangeTransport', 'MSExchangeTransport', 'MSExchangeIS', 'MSExchangeFrontEndTransport'],
          stage.step.c,
        ),
        action: stage.step.flag ? 'start' : pick(['stop', 'kill'] as const, stage.step.b),
        force: true,
      }),
  ],
  [
    1,
    (stage) =>
      stage.scenario.component(
        serverOf(stage),
        pick(['Active', 'Inactive', 'Draining'] as const, stage.step.b),
        pick(['Maintenance', 'Functional'], stage.step.c),
        pick(['HubTransport', 'HubTransport', 'ServerWideOffline', 'FrontendTransport'], stage.step.c),
      ),
  ],
  [
    3,
    (stage) =>
      set(
        stage,
        'sendConnector',
        pick(stage.place.connectors, stage.step.a),
        pick(connectorChanges, stage.step.b)(stage),
      ),
  ],
  [1, newConnector],
  [
    1,
    (stage) =>
      apply(stage, {
        kind: 'config.remove',
        class: 'sendConnector',
        identity: stage.step.flag ? `Random ${stage.step.b % 3}` : pick(stage.place.connectors, stage.step.a),
      }),
  ],
  [2, siteLink],
  [1, site],
  [
    1,
    (stage) =>
      apply(stage, {
        kind: 'machine.set',
        identity: pick(stage.place.hubs, stage.step.a),
        settings: stage.step.flag ? { roles: ['None'] } : { site: pick(stage.place.sites, stage.step.b) },
      }),
  ],
  [
    1,
    (stage) =>
      set(stage, 'mailbox', pick(stage.place.movers, stage.step.a), {
        Database: pick(stage.place.databases, stage.step.b),
      }),
  ],
  [
    1,
    (stage) =>
      apply(stage, {
        kind: 'database',
        identity: pick(stage.place.databases, stage.step.a),
        action: stage.step.flag ? 'mount' : 'dismount',
      }),
  ],
  [2, host],
  [1, dns],
  [2, queue],
  [1, message],
  [2, link],
  [1, (stage) => set(stage, 'transportConfig', 'Transport Settings', pick(transportChanges, stage.step.a)(stage.step))],
  [
    1,
    (stage) =>
      apply(stage, { kind: 'redirect', server: serverOf(stage), target: pick(stage.place.servers, stage.step.b) }),
  ],
  [1, legacy],
  [1, records],
  [1, safetyNet],
  [
    1,
    (stage) =>
      apply(stage, {
        kind: 'machine.set',
        identity: serverOf(stage),
        settings: { diskFreeGB: stage.step.flag ? null : 1, memoryLoadPercent: stage.step.c % 2 === 0 ? 97 : null },
      }),
  ],
  [
    1,
    ({ scenario, place, step }) =>
      void scenario.apply({
        kind: 'database',
        identity: pick(place.databases, step.a),
        action: 'move',
        target: pick(place.servers, step.b),
      }),
  ],
  [
    1,
    (stage) => {
      const { place, step } = stage;
      if (place.groups.length > 0)
        set(stage, 'distributionGroup', pick(place.groups, step.a), { ExpansionServer: pick(place.hubs, step.b) });
    },
  ],
];

const table: Action[] = actions.flatMap(([weight, action]) => Array.from({ length: weight }, () => action));
export const stepKinds = table.length;

/** What the state forbids is no step. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
  }
}

export function perform(scenario: Scenario, place: Place, step: Step, sent: Sent): void {
  attempt(() => pick(table, step.kind)({ scenario, place, step, sent }));
}
