// Component states of Exchange 2013 and later: who may ask for which state, and what it comes to.
// Source: *Get-/Set-ServerComponentState*; facts 5.1 Model (any Inactive wins, then Draining; the newest entry of each requester counts).

import type { Simulation } from '../simulation.ts';
import type { ComponentStateView } from '../views.ts';
import { WorldError } from '../world-error.ts';
import type { ComponentRequest, ComponentState, Machine } from './machine.ts';

const components2016 =
  'ServerWideOffline HubTransport FrontendTransport Monitoring RecoveryActionsEnabled AutoDiscoverProxy ActiveSyncProxy EcpProxy EwsProxy ImapProxy OabProxy OwaProxy PopProxy PushNotificationsProxy RpsProxy RwsProxy RpcProxy UMCallRouter XropProxy HttpProxyAvailabilityGroup ForwardSyncDaemon ProvisioningRps MapiProxy EdgeTransport HighAvailability SharedCache MailboxDeliveryProxy RoutingUpdates RestProxy DefaultProxy Lsass RoutingService E4EProxy CafeLAMv2 LogExportProvider';
const count2013 = 26;
const inactiveByDefault = new Set(['ForwardSyncDaemon', 'ProvisioningRps']);
const unaffectedByOffline = new Set(['Monitoring', 'RecoveryActionsEnabled']);
export const requesters = ['HealthAPI', 'Maintenance', 'Sidelined', 'Functional', 'Deployment'];
const drainable = new Set(['HubTransport', 'FrontendTransport', 'UMCallRouter', 'EdgeTransport']);

/** Names of a server's components in the order in which they are listed. */
export function componentsOf(machine: Machine): string[] {
  if (machine.version === undefined || machine.version < 2013) return [];
  const all = components2016.split(' ');
  if (machine.version === 2013) return all.slice(0, count2013);
  return machine.version >= 2019 ? all.filter((name) => name !== 'UMCallRouter') : all;
}

/** The newest word of each requester, from registry and directory together. */
function latest(machine: Machine, component: string): ComponentRequest[] {
  const byRequester = new Map<string, ComponentRequest>();
  for (const request of [...machine.localStates, ...machine.remoteStates]) {
    if (request.component !== component) continue;
    const known = byRequester.get(request.requester);
    if (known === undefined || request.time > known.time) byRequester.set(request.requester, request);
  }
  return [...byRequester.values()];
}

function ownState(machine: Machine, component: string): ComponentState {
  let state: ComponentState = 'Active';
  const requests = latest(machine, component);
  if (requests.length === 0 && inactiveByDefault.has(component)) return 'Inactive';
  for (const request of requests) {
    if (request.state === 'Inactive') return 'Inactive';
    if (request.state === 'Draining') state = 'Draining';
  }
  return state;
}

export function isServerWideOffline(machine: Machine): boolean {
  return ownState(machine, 'ServerWideOffline') === 'Inactive';
}

export function componentState(machine: Machine, component: string): ComponentState {
  if (machine.version === undefined || machine.version < 2013) return 'Active';
  if (!unaffectedByOffline.has(component) && isServerWideOffline(machine)) return 'Inactive';
  return ownState(machine, component);
}

/** State of the component that the Transport service follows. */
export function transportState(machine: Machine): ComponentState {
  return componentState(machine, machine.isEdge ? 'EdgeTransport' : 'HubTransport');
}

/** Entries that a fresh installation has. */
export function installComponents(machine: Machine, now: number): void {
  if (machine.version === undefined || machine.version < 2013) return;
  for (const component of ['ServerWideOffline', 'Monitoring', 'RecoveryActionsEnabled']) {
    machine.localStates.push({ component, requester: 'Functional', state: 'Active', time: now });
    machine.remoteStates.push({ component, requester: 'Functional', state: 'Active', time: now });
  }
}

/** Writes a requester's word; tells which of the components that mail follows thereby changed. */
export function setComponentState(
  machine: Machine,
  component: string,
  requester: string,
  state: ComponentState,
  scope: 'both' | 'local' | 'remote',
  now: number,
): string[] {
  const name = componentsOf(machine).find((candidate) => candidate.toLowerCase() === component.toLowerCase());
  if (name === undefined)
    throw new WorldError('InvalidValue', `Server ${machine.name} has no component '${component}'.`, { component });
  const who = requesters.find((candidate) => candidate.toLowerCase() === requester.toLowerCase());
  if (who === undefined) throw new WorldError('InvalidValue', `There is no requester '${requester}'.`, { requester });
  if (state === 'Draining' && !drainable.has(name))
    throw new WorldError('InvalidValue', `Component ${name} can't drain.`, { component: name, state });
  const watched = ['HubTransport', 'FrontendTransport', 'EdgeTransport', 'ServerWideOffline'];
  const before = watched.map((candidate) => componentState(machine, candidate));
  if (scope !== 'remote')
    machine.localStates = replaced(machine.localStates, { component: name, requester: who, state, time: now });
  if (scope !== 'local')
    machine.remoteStates = replaced(machine.remoteStates, { component: name, requester: who, state, time: now });
  return watched.filter((candidate, index) => componentState(machine, candidate) !== before[index]);
}

function replaced(states: ComponentRequest[], request: ComponentRequest): ComponentRequest[] {
  return [
    ...states.filter((state) => state.component !== request.component || state.requester !== request.requester),
    request,
  ];
}

export function componentViews(machine: Machine): ComponentStateView[] {
  const offline = isServerWideOffline(machine);
  const views = (states: ComponentRequest[], component: string) =>
    states
      .filter((state) => state.component === component)
      .map(({ requester, state, time }) => ({ requester, state, timestamp: time }));
  return componentsOf(machine).map((component) => ({
    server: machine.name,
    fqdn: machine.fqdn,
    component,
    state: componentState(machine, component),
    serverWideOfflineIsOffline: offline,
    localStates: views(machine.localStates, component),
    remoteStates: views(machine.remoteStates, component),
  }));
}

/** Event 7009: the transport service read its component's state (KB 2866822). The English text is ours. */
export function logServiceState(simulation: Simulation, machine: Machine): void {
  const component = machine.isEdge ? 'EdgeTransport' : 'HubTransport';
  const state = transportState(machine);
  simulation.event(machine, {
    source: 'MSExchangeTransport',
    eventId: 7009,
    category: 'Components',
    level: 'Information',
    message: `Fetching the service state. Service state data: service - ${component}, state - ${state}`,
    strings: [component, state],
  });
}
