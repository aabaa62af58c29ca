// Names for parameters whose type is a mere text: machines, services, AD sites, sample organisations' things.

import type { ModelNameRequest } from '../../src/runtime/completion/complete-arguments.ts';
import type { RuntimeHost } from '../../src/runtime/host.ts';
import type { World } from '../../src/transport/world.ts';
import { SandboxControl } from '../../state/store/sandbox-control.ts';
import { logNames } from '../windows/event-log-access.ts';

const machineNames = (world: World): string[] => world.machines().map(({ name }) => name);
const siteNames = (world: World): string[] => world.objects('adSite').map(({ name }) => name);

function addresses(world: World): string[] {
  return world.objects('mailbox').map(({ name, properties }) => String(properties.PrimarySmtpAddress || name));
}

/** Identities of the objects that a noun of the sandbox or of Windows means. */
const identitiesOfNouns: Record<string, (world: World, host: RuntimeHost) => string[]> = {
  SandboxServer: machineNames,
  SandboxHost: (world) => world.hosts().map(({ Name }) => Name),
  SandboxDnsServer: (world) => world.dnsServers().map(({ name }) => name),
  SandboxDnsRecord: (world) => [...new Set(world.dnsRecords().map(({ name }) => name))],
  SandboxMailboxItem: addresses,
  Service: (world, host) => serviceNames(world, host),
  ClusterNode: (world) => world.objects('mailboxServer').map(({ name }) => name),
  Sandbox: checkpointNames,
  SandboxCheckpoint: checkpointNames,
  TransportAgent: agentNames,
  ExchangeCertificate: (world) => world.objects('exchangeCertificate').map(({ name }) => name),
  ADReplicationSite: siteNames,
  ADReplicationSiteLink: (world) => world.objects('adSiteLink').map(({ name }) => name),
};

export function serviceNames(world: World, host: RuntimeHost): string[] {
  return world.services(host.environment.get('COMPUTERNAME') ?? world.defaultServer).map(({ name }) => name);
}

const local = (world: World, host: RuntimeHost): string => host.environment.get('COMPUTERNAME') ?? world.defaultServer;

const TRACKING_EVENTS =
  'AGENTINFO BADMAIL DEFER DELIVER DROP DSN DUPLICATEDELIVER EXPAND FAIL HADISCARD HARECEIVE HAREDIRECT HAREDIRECTFAIL LOAD NOTIFYMAPI POISONMESSAGE RECEIVE REDIRECT RESOLVE RESUBMIT RESUBMITFAIL SEND SUBMIT SUBMITDEFER SUBMITFAIL TRANSFER';

/** Names for a parameter wherever it stands. */
const namesOfParameters: Record<string, (world: World, host: RuntimeHost) => readonly string[]> = {
  ComputerName: machineNames,
  Site: siteNames,
  SitesIncluded: siteNames,
  SourceTransportServers: (world) => world.objects('transportService').map(({ name }) => name),
  SmtpServer: (world) => world.machines().map(({ fqdn }) => fqdn),
  Component: (world, host) => world.components(local(world, host)).map(({ component }) => component),
  EventId: () => TRACKING_EVENTS.split(' '),
  LogName: () => logNames,
  Reference: checkpointNames,
  Difference: checkpointNames,
};

function checkpointNames(_world: World, host: RuntimeHost): string[] {
  return host.services
    .get(SandboxControl)
    .checkpoints()
    .map(({ name }) => name);
}

/** Agents of the machine that the shell sits on. */
function agentNames(world: World, host: RuntimeHost): string[] {
  const server = local(world, host).toLowerCase();
  const agents = world
    .objects('transportAgent')
    .filter(({ properties }) => properties.Server?.toLowerCase() === server);
  return [...new Set(agents.map(({ name }) => name))];
}

export function namesByParameter(
  world: World,
  host: RuntimeHost,
  { noun, parameter, module, bound }: ModelNameRequest,
): readonly string[] | undefined {
  const everywhere = namesOfParameters[parameter];
  if (everywhere) return everywhere(world, host);
  switch (parameter) {
    case 'Server':
      return module === 'hubshell' ? machineNames(world) : undefined;
    case 'Target':
      return noun === 'Message' ? world.machines().map(({ fqdn }) => fqdn) : undefined;
    case 'From':
    case 'To':
      if (noun === 'SandboxLink') return [...siteNames(world), ...machineNames(world), 'Perimeter', 'Internet'];
      return noun === 'SandboxMessage' || noun === 'MailMessage' ? addresses(world) : undefined;
    case 'Identity':
    case 'Name':
      return ofNoun(world, host, noun, parameter, bound);
    default:
      return undefined;
  }
}

function ofNoun(
  world: World,
  host: RuntimeHost,
  noun: string,
  parameter: string,
  bound: ModelNameRequest['bound'],
): readonly string[] | undefined {
  if (parameter === 'Name' && noun.startsWith('Sandbox')) return undefined;
  if (noun === 'Service' && typeof bound.ComputerName === 'string') {
    const machine = world.findMachine(bound.ComputerName);
    return machine ? world.services(machine.name).map(({ name }) => name) : [];
  }
  return identitiesOfNouns[noun]?.(world, host);
}
