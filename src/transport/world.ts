// The simulated organisation: a deterministic state machine. `apply` is the only way to change it; reading: world-reader.ts.

import type { ConfigClass, ConfigObject } from '../../state/schema/configuration.ts';
import type { DnsType, InputResult, WorldInput } from '../../state/schema/inputs.ts';
import type { OrganizationData } from '../../state/schema/organization.ts';
import type { WorldSnapshot } from '../../state/schema/snapshot.ts';
import { applyInput } from './apply.ts';
import { dropDirectory } from './delivery/gateway.ts';
import { configFile } from './machines/application-config.ts';
import { pressureViews } from './machines/back-pressure.ts';
import { componentViews } from './machines/components.ts';
import type { Machine } from './machines/machine.ts';
import { privateBytes } from './machines/pressure-resources.ts';
import { isQueueDatabase, serviceViews } from './machines/services.ts';
import { messageViews } from './message-views.ts';
import { connect, reach } from './network/connection.ts';
import { dnsAnswer, dnsRecordViews, dnsServerViews } from './network/dns-views.ts';
import { adapterServers, hostsFile, resolveAddress } from './network/resolver.ts';
import { findHosts, hostView } from './outside/hosts.ts';
import { pickupFolders } from './outside/pickup.ts';
import { machineView, mailboxItems, queueView } from './queries.ts';
import { administeredService, isVisible, queuesOfIdentity } from './queues/administration.ts';
import type { Queue } from './queues/queue.ts';
import { pipelineOf } from './receive/agents/catalog.ts';
import { requestViews } from './redundancy/resubmit-requests.ts';
import type { Effects, Simulation } from './simulation.ts';
import { restoreWorld } from './snapshot/restore.ts';
import { saveWorld } from './snapshot/save.ts';
import type {
  ClockView,
  ComponentStateView,
  DecisionView,
  DnsAnswerView,
  DnsRecordView,
  DnsServerView,
  HostView,
  LinkView,
  MachineView,
  MailboxItemView,
  MessageView,
  QueueView,
  ResourceView,
  ResubmitRequestView,
  ServiceView,
} from './views.ts';
import { createSimulation } from './world-creation.ts';
import { WorldError } from './world-error.ts';
import type { WorldReader } from './world-reader.ts';

export type WorldEffects = Effects;

export class World implements WorldReader {
  /** The model behind it: for the transport's own tests and checks. */
  readonly simulation: Simulation;

  private constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  static create(data: OrganizationData, effects: WorldEffects, seed: number = data.seed): World {
    return new World(createSimulation(data, effects, seed));
  }

  static restore(snapshot: WorldSnapshot, effects: WorldEffects): World {
    return new World(restoreWorld(snapshot, effects));
  }

  apply(input: WorldInput): InputResult {
    return applyInput(this.simulation, input);
  }

  snapshot(): WorldSnapshot {
    return saveWorld(this.simulation);
  }

  // ---------------------------------------------------------------- clock and organisation

  get now(): number {
    return this.simulation.now;
  }

  get clock(): ClockView {
    const { kernel, clockRate, clockPaused } = this.simulation;
    return {
      now: kernel.now,
      rate: clockRate,
      paused: clockPaused,
      nextEvent: kernel.events.first?.time,
      pending: kernel.events.size,
    };
  }

  get organizationName(): string {
    return this.simulation.data.name;
  }

  get timeZone(): string {
    return this.simulation.data.timeZone;
  }

  get culture(): string {
    return this.simulation.data.culture;
  }

  get defaultServer(): string {
    for (const machine of this.simulation.machinesById.values())
      if (machine.hasTransportRole && !machine.isEdge) return machine.name;
    throw new WorldError('ServerNotFound', 'The organisation has no transport server.', {});
  }

  // ---------------------------------------------------------------- configuration

  objects<C extends ConfigClass>(configClass: C, order: 'name' | 'created' = 'name'): ConfigObject<C>[] {
    const { directory } = this.simulation;
    return order === 'name' ? [...directory.sorted(configClass)] : [...directory.all(configClass)];
  }

  find<C extends ConfigClass>(configClass: C, identity: string): ConfigObject<C> | undefined {
    return this.simulation.directory.find(configClass, identity);
  }

  findRecipient(identity: string): ConfigObject | undefined {
    return this.simulation.directory.findRecipient(identity);
  }

  // ---------------------------------------------------------------- queues and messages

  private service(server: string, asking: string | undefined) {
    const { machine, service } = administeredService(this.simulation, server);
    const from = asking === undefined ? undefined : this.simulation.findMachine(asking);
    // An Edge server answers no queue calls of others, nor does it reach them (spec W2 step 3).
    const apart = from !== undefined && from !== machine && (machine.isEdge || from.isEdge);
    const isReached = (origin: Machine) =>
      this.looking(() => reach(this.simulation, { machine: origin }, machine.address).result === 'ok');
    if (apart || (from !== undefined && !isReached(from))) {
      throw new WorldError('TransportUnavailable', `The transport service on ${machine.name} can't be reached.`, {
        server: machine.name,
      });
    }
    return { machine, service };
  }

  queues(server: string, asking?: string): QueueView[] {
    const { machine, service } = this.service(server, asking);
    return [...service.queues.values()]
      .filter((queue) => isVisible(service, queue))
      .map((queue) => queueView(this.simulation, machine, queue));
  }

  /** Identities of the queues alone: no message is looked at, however many there are. `filled`: only queues that hold some. */
  queueIdentities(server: string, asking?: string, filled = false): string[] {
    const { machine, service } = this.service(server, asking);
    return [...service.queues.values()]
      .filter((queue) => (filled ? queue.items.size > 0 : isVisible(service, queue)))
      .map((queue) => `${machine.name}\\${queue.label}`);
  }

  /** Queues of a machine whatever its state, as somebody outside of the product sees them; none where there is no transport. */
  queuesSeen(server: string): QueueView[] {
    const machine = this.machine(server);
    const service = machine.transport;
    if (service === undefined) return [];
    return [...service.queues.values()]
      .filter((queue) => isVisible(service, queue))
      .map((queue) => queueView(this.simulation, machine, queue));
  }

  findQueues(identity: string, defaultServer: string): QueueView[] {
    const full = this.fullIdentity(identity, defaultServer);
    const { machine, queues } = queuesOfIdentity(this.simulation, full);
    return queues.map((queue) => queueView(this.simulation, machine, queue));
  }

  private fullIdentity(identity: string, defaultServer: string): string {
    const slash = identity.indexOf('\\');
    return slash > 0 && this.simulation.findMachine(identity.slice(0, slash)) !== undefined
      ? identity
      : `${defaultServer}\\${identity}`;
  }

  messages(server: string, filter: { queue?: string } = {}): Iterable<MessageView> {
    const { machine, service } = administeredService(this.simulation, server);
    const queues: Iterable<Queue> =
      filter.queue === undefined
        ? service.queues.values()
        : queuesOfIdentity(this.simulation, this.fullIdentity(filter.queue, machine.name)).queues;
    return messageViews(this.simulation, machine, service, queues);
  }

  messageCount(server: string): number {
    return this.simulation.machine(server).transport?.messageCount ?? 0;
  }

  resubmitRequests(server: string): ResubmitRequestView[] {
    return requestViews(this.simulation, server);
  }

  mailboxItems(identity: string, folder?: string): MailboxItemView[] | undefined {
    return mailboxItems(this.simulation, identity, folder);
  }

  // ---------------------------------------------------------------- machines

  machines(): MachineView[] {
    return [...this.simulation.machinesById.values()].map(machineView);
  }

  findMachine(identity: string): MachineView | undefined {
    const machine = this.simulation.findMachine(identity);
    return machine === undefined ? undefined : machineView(machine);
  }

  private machine(server: string): Machine {
    return this.simulation.machine(server);
  }

  services(server: string): ServiceView[] {
    return serviceViews(this.machine(server));
  }

  components(server: string): ComponentStateView[] {
    return componentViews(this.machine(server));
  }

  resources(server: string): ResourceView[] {
    const machine = this.machine(server);
    return machine.transport === undefined ? [] : pressureViews(machine, machine.transport);
  }

  /** Private bytes of the process that runs the transport service; undefined where it does not run. */
  transportMemory(server: string): number | undefined {
    const { transport } = this.machine(server);
    return transport === undefined ? undefined : privateBytes(transport);
  }

  /** Events of the running Transport service with the agents called at each; undefined where it does not run. */
  transportPipeline(server: string): { event: string; agents: string[] }[] | undefined {
    const service = this.simulation.runningTransport(this.machine(server));
    return service === undefined ? undefined : pipelineOf(service.settings.agents ?? []);
  }

  links(): LinkView[] {
    const sites = this.simulation.directory.sorted('adSite').map((site) => site.name);
    const pairs = sites.flatMap((from, index) => sites.slice(index + 1).map((to) => [from, to] as const));
    const { links } = this.simulation;
    const all = pairs.map(([from, to]) => ({
      ...links.between({ name: '', place: from }, { name: '', place: to }),
      from,
      to,
    }));
    for (const setting of links.settings.values()) {
      const known = all.findIndex(
        (link) =>
          link.from.toLowerCase() === setting.from.toLowerCase() && link.to.toLowerCase() === setting.to.toLowerCase(),
      );
      if (known >= 0) all[known] = setting;
      else all.push(setting);
    }
    return all.map((link) => ({ ...link, identity: `${link.from}/${link.to}` }));
  }

  // ---------------------------------------------------------------- DNS and the outside

  hosts(): HostView[] {
    return [...this.simulation.hosts.values()].map(hostView);
  }

  findHosts(identity: string): HostView[] {
    return findHosts(this.simulation, identity).map(hostView);
  }

  dnsRecords(): DnsRecordView[] {
    return dnsRecordViews(this.simulation);
  }

  dnsServers(): DnsServerView[] {
    return dnsServerViews(this.simulation);
  }

  askDns(machine: string, server: string, name: string, type: DnsType): DnsAnswerView {
    return dnsAnswer(this.simulation, this.machine(machine), server, name, type);
  }

  /** Looking leaves no trace: whoever asks, nothing that the journal does not know changes, neither the cache of names … */
  resolveHost(machine: string, name: string): { addresses: string[]; waitMs: number } {
    const asking = this.machine(machine);
    const cached = new Map(asking.dnsCache);
    const found = resolveAddress(this.simulation, asking, adapterServers(asking), name);
    asking.dnsCache = cached;
    return { addresses: found.values.map(({ value }) => value), waitMs: found.waitMs };
  }

  probe(
    machine: string,
    address: string,
    port?: number,
  ): { result: 'ok' | 'refused' | 'timeout'; waitMs: number; latencyMs: number } {
    const origin = { machine: this.machine(machine) };
    const { result, waitMs, latencyMs } = this.looking(() =>
      port === undefined ? reach(this.simulation, origin, address) : connect(this.simulation, origin, address, port),
    );
    return { result, waitMs, latencyMs };
  }

  /** … nor the order of chance, which a line that loses packets draws from. */
  private looking<T>(look: () => T): T {
    const { random } = this.simulation.kernel;
    const drawn = random.save();
    const seen = look();
    random.restore(drawn);
    return seen;
  }

  // ---------------------------------------------------------------- files

  isWatched(server: string, path: string): boolean {
    const machine = this.simulation.findMachine(server);
    if (machine === undefined) return false;
    const key = path.toLowerCase().replace(/\\+$/, '');
    if (key === hostsFile) return true;
    if (machine.transport !== undefined && (isQueueDatabase(machine, key) || key === configFile(machine).toLowerCase()))
      return true;
    if (machine.transport !== undefined && machine.version !== 2003) {
      const { pickup, replay } = pickupFolders(this.simulation, machine);
      const folder = key.slice(0, key.lastIndexOf('\\'));
      if (key.endsWith('.eml') && folder !== '' && (folder === pickup || folder === replay)) return true;
    }
    for (const connector of this.simulation.directory.all('foreignConnector')) {
      if (
        machine.version !== 2003 &&
        machine.hasTransportRole &&
        key ===
          dropDirectory(this.simulation, machine, connector.name, connector.properties.DropDirectory).toLowerCase()
      )
        return true;
    }
    return machine.directories.has(key);
  }

  /** Known directories below one, relative to it. */
  directoriesBelow(server: string, path: string): string[] {
    const start = `${path.toLowerCase().replace(/\\+$/, '')}\\`;
    const known = this.simulation.findMachine(server)?.directories ?? [];
    return [...known].filter((each) => each.startsWith(start)).map((each) => each.slice(start.length));
  }

  decisions(messageId: string): DecisionView[] {
    return this.simulation.trace.find(messageId);
  }
}
