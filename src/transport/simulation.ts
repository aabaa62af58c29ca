// The parts of a world together, for the modules that let things happen. No rules here: only what exists, and small look-ups.

import type { Disk, EventRecord, LogRecord, LogSink } from '../../state/schema/log-records.ts';
import type { OrganizationData } from '../../state/schema/organization.ts';
import type { Approval } from './categorizer/approval.ts';
import type { Directory } from './directory/directory.ts';
import { Kernel } from './kernel/kernel.ts';
import { type EventLevel, eventLevelOf, eventLevels } from './machines/event-levels.ts';
import type { Machine } from './machines/machine.ts';
import type { Hop, Message, MessageOrigin } from './mail/message.ts';
import { Dns } from './network/dns.ts';
import { Links } from './network/links.ts';
import type { OutgoingMail, OutsideHost } from './outside/outside-host.ts';
import type { Queue } from './queues/queue.ts';
import type { TransportService } from './queues/transport-service.ts';
import type { ResubmitRequest } from './redundancy/resubmit-requests.ts';
import type { SafetyNetEntry } from './redundancy/safety-net.ts';
import type { ShadowHold } from './redundancy/shadow-message.ts';
import type { HandSession } from './session/hand-session.ts';
import { MailStore } from './store/mail-store.ts';
import { DecisionRecorder } from './trace.ts';
import { WorldError } from './world-error.ts';

export interface Effects {
  logs: LogSink;
  disk: Disk;
}

export class Simulation {
  readonly kernel: Kernel;
  readonly machines = new Map<string, Machine>();
  readonly machinesById = new Map<number, Machine>();
  /** Machines and outside hosts by IP address. */
  readonly machinesByAddress = new Map<string, Machine>();
  readonly hostsByAddress = new Map<string, OutsideHost>();
  readonly hosts = new Map<number, OutsideHost>();
  readonly dns = new Dns();
  readonly links = new Links();
  readonly store = new MailStore();
  readonly trace = new DecisionRecorder();
  readonly queues = new Map<number, Queue>();
  /** Shared parts of messages: origins by their text, and the last Received line between two hosts. */
  readonly origins = new Map<string, MessageOrigin>();
  readonly recentHops = new Map<string, Hop>();
  readonly shadowHolds = new Map<string, ShadowHold>();
  readonly sessions = new Map<number, HandSession>();
  directory!: Directory;
  safetyNet: SafetyNetEntry[] = [];
  /** Mail that waits for moderators. */
  readonly approvals = new Map<number, Approval>();
  readonly resubmitRequests = new Map<number, ResubmitRequest>();
  /** Mail that outside hosts and workstations still want to hand over. */
  readonly outgoing = new Map<number, OutgoingMail>();
  /** Next turn of the mailbox servers' submission; 0: none. */
  submissionAt = 0;
  /** Messages by connector and client: the minute, and how many in it. */
  readonly messageRates = new Map<string, [minute: number, count: number]>();
  /** When a server last wrote that a connector has no certificate, by connector and name. */
  readonly certificateComplaints = new Map<string, number>();
  clockRate = 1;
  clockPaused = false;

  constructor(
    readonly data: Pick<OrganizationData, 'name' | 'title' | 'timeZone' | 'culture' | 'forest'>,
    readonly effects: Effects,
    start: number,
    seed: number,
  ) {
    this.kernel = new Kernel(start, seed);
  }

  get now(): number {
    return this.kernel.now;
  }

  /** By name, FQDN or address. */
  findMachine(identity: string): Machine | undefined {
    const key = identity.toLowerCase().replace(/\.$/, '');
    const byName = this.machines.get(key);
    if (byName !== undefined) return byName;
    const dot = key.indexOf('.');
    const machine = dot > 0 ? this.machines.get(key.slice(0, dot)) : undefined;
    if (machine?.fqdn.toLowerCase() === key) return machine;
    return this.machinesByAddress.get(key);
  }

  machine(identity: string): Machine {
    const machine = this.findMachine(identity);
    if (machine === undefined)
      throw new WorldError('ServerNotFound', `There is no server '${identity}'.`, { identity });
    return machine;
  }

  machineById(id: number): Machine {
    return this.machinesById.get(id)!;
  }

  transportOf(machine: Machine): TransportService | undefined {
    return machine.transport;
  }

  /** The machine's transport runs: the Transport service, on Exchange 2003 the SMTP service. */
  transportRuns(machine: Machine): boolean {
    return machine.version === 2003
      ? machine.isRunning('SMTPSVC')
      : machine.hasTransportRole && machine.isRunning('MSExchangeTransport');
  }

  /** Running transport service of a machine. */
  runningTransport(machine: Machine): TransportService | undefined {
    return machine.hasTransportRole && machine.isRunning('MSExchangeTransport') ? machine.transport : undefined;
  }

  addMachine(machine: Machine): void {
    this.machines.set(machine.name.toLowerCase(), machine);
    this.machinesById.set(machine.id, machine);
    for (const adapter of machine.adapters) this.machinesByAddress.set(adapter.address, machine);
  }

  addHost(host: OutsideHost): void {
    this.hosts.set(host.id, host);
    for (const address of host.settings.Addresses) this.hostsByAddress.set(address, host);
  }

  /** Messages on all transport servers, server by server in order of arrival. */
  *messages(): Iterable<Message> {
    for (const machine of this.machinesById.values()) {
      for (let message = machine.transport?.oldest; message !== undefined; message = message.newer) yield message;
    }
  }

  /** Log records written so far by this process: a measure of the work done. */
  written = 0;

  log(machine: Machine, record: LogRecord): void {
    this.written += 1;
    this.effects.logs.append(machine.name, record);
  }

  /** Writes to a machine's event log. */
  event(
    machine: Machine,
    entry: Pick<EventRecord, 'source' | 'eventId' | 'category' | 'level' | 'message' | 'strings'> & {
      logName?: EventRecord['logName'];
      /** From which level of its category on it is written (Set-EventLogLevel). */
      loggingLevel?: EventLevel;
    },
  ): void {
    const { loggingLevel, ...written } = entry;
    if (loggingLevel !== undefined && !this.logsAt(machine, entry, loggingLevel)) return;
    const logName = entry.logName ?? 'Application';
    const recordId = (machine.eventCounts[logName] ?? 0) + 1;
    machine.eventCounts[logName] = recordId;
    this.log(machine, { log: 'event', time: this.now, recordId, ...written, logName });
  }

  private logsAt(machine: Machine, event: { source: string; category: string }, level: EventLevel): boolean {
    const server = this.directory.find('server', machine.name);
    const path = `${event.source}\\${event.category}`;
    return eventLevelOf(server?.properties.EventLogLevels, path) >= eventLevels.indexOf(level);
  }

  /** Organisation-wide transport settings. */
  get transportConfig() {
    const [config] = this.directory.sorted('transportConfig');
    return config!.properties;
  }

  /** Settings of a server's transport service. */
  serviceSettings(machine: Machine) {
    return this.directory.find('transportService', machine.name)!.properties;
  }

  newContentId(): number {
    return this.kernel.nextId('content');
  }

  /** Routing of all servers looks at the configuration again, at once. */
  notifyRouting(): void {
    for (const machine of this.machinesById.values())
      if (machine.transport !== undefined && this.transportRuns(machine))
        this.kernel.after(0, 'routing.notify', machine.id);
  }
}
