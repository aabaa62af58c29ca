// What the Application log says when the pressure on a transport server's resources changes (events 15004–15007; facts 6, 10).

import type { TransportService } from '../queues/transport-service.ts';
import type { Simulation } from '../simulation.ts';
import type { Machine } from './machine.ts';
import type { Level, Resource } from './pressure-resources.ts';

const rank: Record<Level, number> = { Low: 0, Medium: 1, High: 2 };
const category = 'Resource Manager';

/** From Exchange 2016 on the lowest level is Low, before it was Normal. */
const levelName = (machine: Machine, level: Level): string =>
  level === 'Low' && (machine.version ?? 2016) < 2016 ? 'Normal' : level;

function resourceLine(machine: Machine, resource: Resource, level: Level): string {
  const limits = `[MediumToLow=${resource.mediumToLow} LowToMedium=${resource.lowToMedium} MediumToHigh=${resource.mediumToHigh}]`;
  return `${resource.resource} = ${resource.pressure} ${resource.unit} [${levelName(machine, level)}] ${limits}`;
}

/** What the highest level of a resource switches off (facts 6.3). */
function disabledComponents(machine: Machine, service: TransportService, resources: readonly Resource[]): string[] {
  const highest = Math.max(
    ...resources.map(({ resource, kind }) => {
      const level = rank[service.pressure[resource] ?? 'Low'];
      const gentle = kind === 'queue' || kind === 'buckets' || kind === 'system';
      return level === 1 && gentle ? 0 : level;
    }),
  );
  if (highest === 0) return [];
  const medium = [
    'Inbound mail submission from the Internet',
    'Mail submission from Pickup directory',
    'Mail submission from Replay directory',
  ];
  if (highest === 1) return medium;
  const old = (machine.version ?? 2016) < 2013;
  return [
    old ? 'Inbound mail submission from Hub Transport servers' : 'Inbound mail submission from other Exchange servers',
    ...medium,
    old ? 'Mail submission from Mailbox servers' : 'Mail submission from mailboxes',
    ...(old ? ['Loading of e-mail from the queuing database (if available)'] : []),
  ];
}

const list = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

export function reportPressure(
  simulation: Simulation,
  machine: Machine,
  service: TransportService,
  resources: readonly Resource[],
  changed: Resource,
  before: Level,
  level: Level,
): void {
  const rose = rank[level] > rank[before];
  const levelOf = (resource: Resource): Level => service.pressure[resource.resource] ?? 'Low';
  const lines = (pressed: boolean): string[] =>
    resources
      .filter((resource) => (levelOf(resource) !== 'Low') === pressed)
      .map((resource) => resourceLine(machine, resource, levelOf(resource)));
  const names = [levelName(machine, before), levelName(machine, level)] as const;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: rose ? 15004 : 15005,
    category,
    level: rose ? ((machine.version ?? 2016) >= 2013 ? 'Error' : 'Warning') : 'Information',
    message: [
      `Resource pressure ${rose ? 'increased' : 'decreased'} from ${names[0]} to ${names[1]}.`,
      ...list('The following resources are under pressure:', lines(true)),
      ...list(
        'The following components are disabled due to back pressure:',
        disabledComponents(machine, service, resources),
      ),
      ...list('The following resources are in the normal state:', lines(false)),
    ].join('\n'),
    strings: [...names, changed.resource],
  });
  if (rose) reportScarcity(simulation, machine, changed);
}

function reportScarcity(simulation: Simulation, machine: Machine, { kind, resource }: Resource): void {
  if (kind !== 'disk' && kind !== 'memory') return;
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: kind === 'disk' ? 15006 : 15007,
    category,
    level: 'Error',
    message:
      kind === 'disk'
        ? 'Microsoft Exchange Transport is rejecting messages because the available disk space is below the configured threshold.'
        : 'Microsoft Exchange Transport is rejecting message submissions because the memory in use exceeds the configured threshold.',
    strings: [resource],
  });
}
