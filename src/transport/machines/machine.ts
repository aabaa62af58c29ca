// One machine: its hardware, network adapters, Windows services, component states and the files that mail depends on.

import type { ExchangeVersion, ServerRole } from '../../../state/schema/configuration.ts';
import { hasTransport } from '../../../state/schema/property-catalog.ts';
import type { TransportService } from '../queues/transport-service.ts';
import { type ServiceDefinition, servicesOf } from './service-catalog.ts';

export interface Adapter {
  name: string;
  guid: string;
  address: string;
  dnsServers: string[];
}

export type ServiceStatus = 'Running' | 'Stopped' | 'StartPending' | 'StopPending';

export interface ServiceState {
  definition: ServiceDefinition;
  status: ServiceStatus;
  completesAt: number;
  processId: number;
}

export type ComponentState = 'Active' | 'Inactive' | 'Draining';

/** One requester's latest word on a component, in the registry (local) or the directory (remote). */
export interface ComponentRequest {
  component: string;
  requester: string;
  state: ComponentState;
  time: number;
}

/** A cached DNS answer of this machine. */
export interface CachedAnswer {
  expires: number;
  status: string;
  values: { value: string; preference: number }[];
}

export class Machine {
  site: string | null = null;
  roles: ServerRole[] = [];
  version: ExchangeVersion | undefined;
  build = '';
  online = true;
  memoryGB = 64;
  diskSizeGB = 500;
  memoryLoadPercent: number | null = null;
  diskFreeGB: number | null = null;
  versionBuckets: number | null = null;
  lastStart: number | undefined;
  lastCrash: number | undefined;
  inGroup = false;
  readonly services = new Map<string, ServiceState>();
  localStates: ComponentRequest[] = [];
  remoteStates: ComponentRequest[] = [];
  /** Text of watched files by path in lower case. */
  readonly files = new Map<string, string>();
  /** Their paths as they were given. */
  readonly fileNames = new Map<string, string>();
  /** Next look into the Pickup and Replay directories; 0: no file waits. */
  pickupAt = 0;
  readonly directories = new Set<string>();
  dnsCache = new Map<string, CachedAnswer>();
  /** Entries so far in each event log. */
  readonly eventCounts: Record<string, number> = {};
  transport: TransportService | undefined;
  /** Next turn of the Mail Submission's choice of a hub. */
  submissionTurn = 0;

  /** Host name as given, domain in lower case. */
  readonly fqdn: string;

  constructor(
    readonly id: number,
    readonly name: string,
    readonly domain: string,
    readonly adapters: Adapter[],
  ) {
    this.fqdn = `${name}.${domain.toLowerCase()}`;
  }

  get address(): string {
    return this.adapters[0]?.address ?? '0.0.0.0';
  }

  get isEdge(): boolean {
    return this.roles.includes('EdgeTransport');
  }

  get hasTransportRole(): boolean {
    return this.version !== undefined && hasTransport(this.roles, this.version);
  }

  /** Front End Transport stands in front of Transport: 2013 with Client Access, 2016 and later. */
  get hasFrontEnd(): boolean {
    return this.services.has('msexchangefrontendtransport');
  }

  isRunning(service: string): boolean {
    return this.online && this.services.get(service.toLowerCase())?.status === 'Running';
  }

  /** Makes the services that version and roles ask for; those that stay keep their state. */
  installServices(running: boolean): void {
    const wanted = servicesOf(this.version, this.roles, this.inGroup);
    const keep = new Set<string>();
    for (const definition of wanted) {
      const key = definition.name.toLowerCase();
      keep.add(key);
      const present = this.services.get(key);
      if (present !== undefined) present.definition = definition;
      else
        this.services.set(key, {
          definition,
          status: running && definition.start === 'Automatic' ? 'Running' : 'Stopped',
          completesAt: 0,
          processId: processIdOf(this.id, key, 0),
        });
    }
    for (const key of [...this.services.keys()]) if (!keep.has(key)) this.services.delete(key);
  }

  dependentsOf(service: string): ServiceState[] {
    const key = service.toLowerCase();
    return [...this.services.values()].filter((state) =>
      state.definition.dependsOn.some((name) => name.toLowerCase() === key),
    );
  }
}

/** A process id that looks like one and depends on nothing but machine, service and start. */
export function processIdOf(machineId: number, service: string, start: number): number {
  let value = machineId * 7919 + start * 104_729;
  for (let index = 0; index < service.length; index += 1) value = Math.imul(value, 31) + service.charCodeAt(index);
  return 1000 + ((value >>> 0) % 15_000) * 4;
}
