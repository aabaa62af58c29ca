// An organisation as data: what a new world starts from. Files under state/organizations have this form.

import type { ConfigClass } from './configuration.ts';
import type { DnsBehavior, DnsType, HostSettings } from './inputs.ts';
import type { JsonObject } from './json.ts';

export interface OrganizationData {
  name: string;
  title: string;
  /** ISO date of the clock at the start. */
  start: string;
  seed: number;
  timeZone: string;
  culture: string;
  forest: string;
  /** Machines: Exchange servers (with a matching `server` object made from this), domain controllers, DNS servers. */
  machines: MachineData[];
  /** Configuration objects in the order in which they are made. */
  objects: { class: ConfigClass; name: string; properties: JsonObject }[];
  hosts: ({ name: string; preference?: number; skipDnsRecord?: boolean } & Partial<HostSettings>)[];
  dnsServers: { name: string; address: string; behavior?: DnsBehavior; zoneBehavior?: Record<string, DnsBehavior> }[];
  dnsRecords: { name: string; type: DnsType; value: string; preference?: number; ttlMs?: number }[];
  /** Folders that exist on a machine and that mail depends on (drop directories). */
  directories?: { server: string; path: string }[];
  /** Component states left behind by whoever worked here before. */
  components?: { server: string; component: string; requester: string; state: 'Active' | 'Inactive' | 'Draining' }[];
}

export interface MachineData {
  name: string;
  /** Absent: no Exchange on it. */
  version?: number;
  build?: string;
  roles?: string[];
  site?: string;
  routingGroup?: string;
  domain: string;
  adapters: { name: string; guid?: string; address: string; dnsServers: string[] }[];
  memoryGB?: number;
  diskSizeGB?: number;
}
