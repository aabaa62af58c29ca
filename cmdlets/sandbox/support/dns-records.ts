// DNS records and servers as the cmdlets select them.

import type { ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import type { DnsRecordView, DnsServerView } from '../../../src/transport/views.ts';
import type { World } from '../../../src/transport/world.ts';
import type { Selection } from './selection.ts';

export const recordTypes = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'TXT'];
export const recordType: ParameterDefinition = {
  type: 'enum',
  enumName: 'Hubshell.Sandbox.DnsRecordType',
  values: recordTypes,
  help: 'Type of the record.',
};

export function recordSelection(world: World): Selection<DnsRecordView> {
  const order = (record: DnsRecordView) => `${record.name.toLowerCase()} ${record.type} ${record.value}`;
  return {
    kind: 'DNS record',
    all: [...world.dnsRecords()].sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    names: (record) => [record.identity],
  };
}

export function dnsServerSelection(world: World): Selection<DnsServerView> {
  return {
    kind: 'DNS server',
    all: [...world.dnsServers()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    names: (server) => [server.name, server.address, server.name.split('.')[0]!],
  };
}

/** `-Zone x.com` means x.com and every name below it. */
export function inZone(name: string, zone: string): boolean {
  const lower = name.toLowerCase();
  const wanted = zone.toLowerCase();
  return lower === wanted || lower.endsWith(`.${wanted}`);
}
