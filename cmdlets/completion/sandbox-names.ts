// Names for parameters whose type is a mere text: machines, services, AD sites, sample organisations' things.

import type { ModelNameRequest } from '../../src/runtime/completion/complete-arguments.ts';
import type { RuntimeHost } from '../../src/runtime/host.ts';
import type { World } from '../../src/transport/world.ts';

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
  ADReplicationSite: siteNames,
  ADReplicationSiteLink: (world) => world.objects('adSiteLink').map(({ name }) => name),
};

export function serviceNames(world: World, host: RuntimeHost): string[] {
  return world.services(host.environment.get('COMPUTERNAME') ?? world.defaultServer).map(({ name }) => name);
}

export function namesByParameter(
  world: World,
  host: RuntimeHost,
  { noun, parameter, module, bound }: ModelNameRequest,
): string[] | undefined {
  switch (parameter) {
    case 'ComputerName':
      return machineNames(world);
    case 'Server':
      return module === 'hubshell' ? machineNames(world) : undefined;
    case 'Site':
    case 'SitesIncluded':
      return siteNames(world);
    case 'From':
    case 'To':
      if (noun === 'SandboxLink') return [...siteNames(world), ...machineNames(world), 'Perimeter', 'Internet'];
      return noun === 'SandboxMessage' || noun === 'MailMessage' ? addresses(world) : undefined;
    case 'Identity':
    case 'Name': {
      if (parameter === 'Name' && noun.startsWith('Sandbox')) return undefined;
      if (noun === 'Service' && typeof bound.ComputerName === 'string') {
        const machine = world.findMachine(bound.ComputerName);
        return machine ? world.services(machine.name).map(({ name }) => name) : [];
      }
      return identitiesOfNouns[noun]?.(world, host);
    }
    default:
      return undefined;
  }
}
