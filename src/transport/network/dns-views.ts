// DNS as tools see it: all records, all servers, and the answer to one question.

import type { DnsType } from '../../../state/schema/inputs.ts';
import type { Machine } from '../machines/machine.ts';
import type { Simulation } from '../simulation.ts';
import type { DnsAnswerView, DnsRecordView, DnsServerView } from '../views.ts';
import { WorldError } from '../world-error.ts';
import type { DnsRecord } from './dns.ts';
import { isAddress } from './dns.ts';
import { askServer } from './resolver.ts';

function recordView(simulation: Simulation, record: DnsRecord): DnsRecordView {
  return {
    ...record,
    servers: [...record.servers],
    identity: simulation.dns.identityOf(record),
    zone: simulation.dns.zoneOf(record.name),
  };
}

export function dnsRecordViews(simulation: Simulation): DnsRecordView[] {
  return simulation.dns.all().map((record) => recordView(simulation, record));
}

export function dnsServerViews(simulation: Simulation): DnsServerView[] {
  return [...simulation.dns.servers.values()].map((server) => ({
    identity: server.address,
    name: server.name,
    address: server.address,
    behavior: server.behavior,
    latencyMs: server.latencyMs,
    zoneBehavior: [...server.zones].map(([zone, behavior]) => ({ zone, behavior })),
    usedBy: [...simulation.machinesById.values()].flatMap((machine) =>
      machine.adapters
        .filter((adapter) => adapter.dnsServers.includes(server.address))
        .map((adapter) => `${machine.name}/${adapter.name}`),
    ),
  }));
}

export function dnsAnswer(
  simulation: Simulation,
  machine: Machine,
  server: string,
  name: string,
  type: DnsType,
): DnsAnswerView {
  const address = isAddress(server) ? server : simulation.dns.findServer(server)?.address;
  if (address === undefined)
    throw new WorldError('DnsServerNotFound', `There is no DNS server '${server}'.`, { identity: server });
  const { status, records, waitMs } = askServer(simulation, machine, address, name, type);
  const answers = (records as DnsRecord[]).map((record) => recordView(simulation, record));
  const additional =
    type === 'MX' || type === 'NS'
      ? answers.flatMap((answer) =>
          simulation.dns.lookup(answer.value, 'A').map((record) => recordView(simulation, record)),
        )
      : [];
  return {
    status: status === 'NoServers' ? 'Timeout' : status,
    answers,
    additional,
    zone: simulation.dns.zoneOf(name),
    waitMs,
  };
}
