// Names and addresses: the records of all zones, and the DNS servers with the faults that they have.

import type { DnsBehavior, DnsType } from '../../../state/schema/inputs.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { WorldError } from '../world-error.ts';

export interface DnsRecord {
  name: string;
  type: DnsType;
  value: string;
  preference: number;
  ttlMs: number;
  /** DNS servers that know it, by address; empty: all. */
  servers: string[];
}

export interface DnsServer {
  name: string;
  address: string;
  behavior: DnsBehavior;
  zones: Map<string, DnsBehavior>;
  latencyMs: number;
}

export type DnsStatus = 'NoError' | 'NxDomain' | 'ServFail' | 'Refused' | 'Timeout';

export const defaultTtlMs = 3_600_000;

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** `10.1.1.10` → `10.1.1.10.in-addr.arpa` reversed. */
export function reverseName(address: string): string {
  return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
}

export const isAddress = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);

export class Dns {
  private readonly records = new Map<string, DnsRecord[]>();
  readonly servers = new Map<string, DnsServer>();

  identityOf(record: DnsRecord): string {
    return `${record.name}/${record.type}/${record.value}`;
  }

  add(record: DnsRecord): void {
    const key = bare(record.name);
    const list = this.records.get(key);
    if (list === undefined) this.records.set(key, [record]);
    else if (!list.some((known) => known.type === record.type && bare(known.value) === bare(record.value)))
      list.push(record);
    else
      throw new WorldError('ObjectExists', `There is already a record ${this.identityOf(record)}.`, {
        identity: this.identityOf(record),
      });
  }

  has(name: string, type: DnsType, value: string): boolean {
    return (this.records.get(bare(name)) ?? []).some(
      (record) => record.type === type && bare(record.value) === bare(value),
    );
  }

  find(identity: string): DnsRecord {
    const first = identity.indexOf('/');
    const second = identity.indexOf('/', first + 1);
    const found = (this.records.get(bare(identity.slice(0, first))) ?? []).find(
      (record) =>
        record.type === identity.slice(first + 1, second).toUpperCase() &&
        bare(record.value) === bare(identity.slice(second + 1)),
    );
    if (found === undefined)
      throw new WorldError('DnsRecordNotFound', `There is no DNS record '${identity}'.`, { identity });
    return found;
  }

  remove(record: DnsRecord): void {
    const key = bare(record.name);
    const rest = (this.records.get(key) ?? []).filter((known) => known !== record);
    if (rest.length === 0) this.records.delete(key);
    else this.records.set(key, rest);
  }

  removeWhere(fits: (record: DnsRecord) => boolean): void {
    for (const record of this.all()) if (fits(record)) this.remove(record);
  }

  all(): DnsRecord[] {
    return [...this.records.values()].flat();
  }

  /** Records of a name, without asking any server: what the Internet's own hosts see. */
  lookup(name: string, type: DnsType): DnsRecord[] {
    return (this.records.get(bare(name)) ?? []).filter((record) => record.type === type);
  }

  /** The zone that a name is in: the longest suffix of at most two labels that has records, as nslookup's SOA shows it. */
  zoneOf(name: string): string {
    const labels = bare(name).split('.');
    return labels.length <= 2
      ? bare(name)
      : labels.slice(labels.at(-1)!.length === 2 && labels.length > 2 ? -3 : -2).join('.');
  }

  findServer(identity: string): DnsServer | undefined {
    const key = bare(identity);
    return (
      this.servers.get(key) ??
      [...this.servers.values()].find((server) => bare(server.name) === key || bare(server.name).split('.')[0] === key)
    );
  }

  /** How a server behaves for a name: the longest fitting zone wins. */
  behaviorFor(server: DnsServer, name: string): DnsBehavior {
    const key = bare(name);
    let best = '';
    let behavior = server.behavior;
    for (const [zone, exception] of server.zones) {
      if ((key === zone || key.endsWith(`.${zone}`)) && zone.length > best.length) {
        best = zone;
        behavior = exception;
      }
    }
    return behavior;
  }

  /** One server's answer to one question; CNAMEs are followed. A name with no record of any type does not exist. */
  ask(server: DnsServer, name: string, type: DnsType): { status: DnsStatus; records: DnsRecord[] } {
    const behavior = this.behaviorFor(server, name);
    if (behavior !== 'Answer') return { status: behavior, records: [] };
    const known = (record: DnsRecord): boolean =>
      record.servers.length === 0 || record.servers.includes(server.address);
    const chain: DnsRecord[] = [];
    let current = bare(name);
    for (let step = 0; step < 8; step += 1) {
      const list = (this.records.get(current) ?? []).filter(known);
      const wanted = list.filter((record) => record.type === type);
      if (wanted.length > 0) return { status: 'NoError', records: [...chain, ...wanted] };
      const alias = type === 'CNAME' ? undefined : list.find((record) => record.type === 'CNAME');
      if (alias === undefined) return { status: list.length > 0 ? 'NoError' : 'NxDomain', records: chain };
      chain.push(alias);
      current = bare(alias.value);
    }
    return { status: 'ServFail', records: [] };
  }

  save(): JsonObject {
    return {
      records: this.all().map((record) => ({ ...record })),
      servers: [...this.servers.values()].map((server) => ({
        ...server,
        zones: [...server.zones] as unknown as string[],
      })),
    };
  }

  restore(saved: JsonObject): void {
    this.records.clear();
    for (const record of saved.records as unknown as DnsRecord[]) this.add({ ...record });
    for (const server of saved.servers as unknown as (Omit<DnsServer, 'zones'> & {
      zones: [string, DnsBehavior][];
    })[]) {
      this.servers.set(server.address, { ...server, zones: new Map(server.zones) });
    }
  }
}
