// A large organisation for the scale measurements: sites in a star around a headquarters, servers of Exchange 2016 that hold a
// database each, mailboxes spread evenly over the databases, a Send connector for the Internet at the headquarters.

import type { MachineData, OrganizationData } from '../state/schema/organization.ts';

export interface LargeOrganizationSize {
  mailboxes: number;
  servers: number;
  sites: number;
  /** Outside domains `partner<n>.com`, each with a host of its own. */
  partners: number;
}

const domain = 'tailspin.com';
const dnsServer = '192.168.0.10';

export const mailboxAddress = (index: number) => `user${index}@${domain}`;
export const partnerDomain = (index: number) => `partner${index}.com`;
const siteName = (index: number) => `Site${index}`;
const serverName = (index: number) => `MBX${String(index).padStart(2, '0')}`;
const databaseName = (index: number) => `DB${String(index).padStart(2, '0')}`;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

export function largeOrganization(name: string, size: LargeOrganizationSize): OrganizationData {
  const siteOf = (server: number) => server % size.sites;
  const machine = (server: number): MachineData => ({
    name: serverName(server),
    version: 2016,
    build: '15.1.2507.6',
    roles: ['Mailbox'],
    site: siteName(siteOf(server)),
    domain,
    adapters: [
      {
        name: 'Ethernet',
        address: `192.168.${siteOf(server) + 1}.${server + 20}`,
        dnsServers: [dnsServer],
      },
    ],
    memoryGB: 256,
    diskSizeGB: 4000,
  });
  const atHeadquarters = range(size.servers).filter((server) => siteOf(server) === 0);
  return {
    name,
    title: `${name}: ${size.mailboxes} mailboxes on ${size.servers} servers in ${size.sites} sites`,
    start: '2026-03-02T08:00:00Z',
    seed: 1,
    timeZone: 'UTC',
    culture: 'en-US',
    forest: domain,
    machines: [
      {
        name: 'DC01',
        domain,
        site: siteName(0),
        adapters: [{ name: 'Ethernet', address: dnsServer, dnsServers: [dnsServer] }],
      },
      ...range(size.servers).map(machine),
    ],
    objects: [
      ...range(size.sites).map((site) => ({ class: 'adSite' as const, name: siteName(site), properties: {} })),
      ...range(size.sites - 1).map((site) => ({
        class: 'adSiteLink' as const,
        name: `${siteName(0)}-${siteName(site + 1)}`,
        properties: { Sites: [siteName(0), siteName(site + 1)], ADCost: 10 + site },
      })),
      { class: 'transportConfig', name: 'Transport Settings', properties: {} },
      {
        class: 'acceptedDomain',
        name: domain,
        properties: { DomainName: domain, DomainType: 'Authoritative', Default: true },
      },
      { class: 'remoteDomain', name: 'Default', properties: { DomainName: '*' } },
      ...range(size.servers).map((server) => ({
        class: 'database' as const,
        name: databaseName(server),
        properties: { Server: serverName(server), Servers: [serverName(server)] },
      })),
      {
        class: 'sendConnector',
        name: 'Internet',
        properties: { AddressSpaces: ['SMTP:*;1'], SourceTransportServers: atHeadquarters.map(serverName) },
      },
      ...range(size.mailboxes).map((mailbox) => ({
        class: 'mailbox' as const,
        name: `user${mailbox}`,
        properties: { DisplayName: `User ${mailbox}`, Database: databaseName(mailbox % size.servers) },
      })),
    ],
    hosts: range(size.partners).map((partner) => ({
      name: `mail.${partnerDomain(partner)}`,
      Domains: [partnerDomain(partner)],
    })),
    dnsServers: [{ name: `DC01.${domain}`, address: dnsServer }],
    dnsRecords: [],
  };
}
