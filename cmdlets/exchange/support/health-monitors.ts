// Monitors of managed availability (2013+): what the Health Manager service of a server watches, by health set. A monitor looks at the
// model: the service behind it runs, databases are mounted, drives have room.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import { worldOf } from '../../windows/local-machine.ts';

export interface MonitorEntry {
  server: string;
  name: string;
  targetResource: string;
  healthSet: string;
  healthGroup: string;
  component: string;
  /** Online, Offline, or NotApplicable where no component stands behind it. */
  state: 'Online' | 'Offline' | 'NotApplicable';
  alertValue: 'Healthy' | 'Unhealthy' | 'Disabled';
  isHaImpacting: boolean;
  lastTransition: number | undefined;
}

/** Health set|group|component|high availability|service|monitors. */
const services = `
HubTransport|Transport|HubTransport|0|MSExchangeTransport|HubTransportServiceRunningMonitor,TransportAvailabilityMonitor
FrontendTransport|Transport|FrontendTransport|0|MSExchangeFrontEndTransport|FrontendTransportServiceRunningMonitor,OnPremisesInboundProxyMonitor
EdgeTransport|Transport|EdgeTransport|0|MSExchangeTransport|EdgeTransportServiceRunningMonitor
MailboxTransport|Transport|None|0|MSExchangeDelivery|MailboxTransportDeliveryServiceRunningMonitor
MailboxTransport|Transport|None|0|MSExchangeSubmission|MailboxTransportSubmissionServiceRunningMonitor
Transport|Transport|None|0|MSExchangeTransportLogSearch|TransportLogSearchServiceRunningMonitor
EdgeSync|Transport|None|0|MSExchangeEdgeSync|EdgeSyncServiceRunningMonitor
Store|Mailbox|None|1|MSExchangeIS|StoreServiceRunningMonitor
DataProtection|Mailbox|HighAvailability|1|MSExchangeRepl|ServiceHealthMSExchangeReplMonitor
MailboxAssistants|Mailbox|None|0|MSExchangeMailboxAssistants|MailboxAssistantsServiceRunningMonitor
AD|Infrastructure|None|1|MSExchangeADTopology|ADTopologyServiceRunningMonitor
IMAP.Protocol|ClientAccess|ImapProxy|0|MSExchangeIMAP4BE|ImapSelfTestMonitor
POP.Protocol|ClientAccess|PopProxy|0|MSExchangePOP3BE|PopSelfTestMonitor
OWA.Proxy|ClientAccess|OwaProxy|0|W3SVC|OWAProxyTestMonitor
EWS.Proxy|ClientAccess|EwsProxy|0|W3SVC|EWSProxyTestMonitor
Outlook.Proxy|ClientAccess|RpcProxy|0|MSExchangeRPC|OutlookProxyTestMonitor
Antimalware|Transport|None|0|FMS|AntimalwareServiceRunningMonitor
`;

interface Definition {
  healthSet: string;
  healthGroup: string;
  component: string;
  isHaImpacting: boolean;
  service: string;
  monitors: string[];
}
const definitions = (): Definition[] =>
  services
    .trim()
    .split('\n')
    .map((line) => {
      const [healthSet = '', healthGroup = '', component = '', impact = '', service = '', monitors = ''] =
        line.split('|');
      return {
        healthSet,
        healthGroup,
        component,
        isHaImpacting: impact === '1',
        service,
        monitors: monitors.split(','),
      };
    });

/** Services that are off unless someone wants them do not make a server unhealthy. */
function serviceAlert(status: string, startType: string): MonitorEntry['alertValue'] {
  if (status === 'Running') return 'Healthy';
  return startType === 'Automatic' ? 'Unhealthy' : 'Disabled';
}

export function monitorsOf(cmdlet: CmdletContext, machine: MachineView): MonitorEntry[] {
  const world = worldOf(cmdlet);
  const components = new Map(world.components(machine.name).map((view) => [view.component, view.state]));
  const monitoring = components.get('Monitoring') !== 'Inactive';
  const present = world.services(machine.name);
  const stateOf = (component: string): MonitorEntry['state'] => {
    const state = components.get(component);
    return state === undefined ? 'NotApplicable' : state === 'Active' ? 'Online' : 'Offline';
  };
  const entry = (definition: Omit<Definition, 'service' | 'monitors'>, name: string, targetResource: string) => ({
    server: machine.name,
    name,
    targetResource,
    healthSet: definition.healthSet,
    healthGroup: definition.healthGroup,
    component: definition.component,
    state: stateOf(definition.component),
    isHaImpacting: definition.isHaImpacting,
    lastTransition: machine.lastStart ?? world.find('server', machine.name)?.whenCreated,
  });
  const edge = machine.roles.includes('EdgeTransport');
  const alert = (value: MonitorEntry['alertValue']): MonitorEntry['alertValue'] => (monitoring ? value : 'Disabled');
  const ofServices = definitions()
    .filter(({ healthSet }) => (edge ? healthSet !== 'HubTransport' : healthSet !== 'EdgeTransport'))
    .flatMap((definition) => {
      const service = present.find(({ name }) => name.toLowerCase() === definition.service.toLowerCase());
      if (service === undefined) return [];
      const value = alert(serviceAlert(service.status, service.startType));
      return definition.monitors.map((name) => ({ ...entry(definition, name, service.name), alertValue: value }));
    });
  const store = { healthSet: 'Store', healthGroup: 'Mailbox', component: 'None', isHaImpacting: true };
  const ofDatabases = world
    .objects('database')
    .filter(({ properties }) => properties.Server?.toLowerCase() === machine.name.toLowerCase())
    .map(({ name, properties }) => ({
      ...entry(store, 'StoreDatabaseMountedMonitor', name),
      alertValue: alert(properties.Mounted ? 'Healthy' : 'Unhealthy'),
    }));
  const transport = { healthSet: 'Transport', healthGroup: 'Transport', component: 'None', isHaImpacting: false };
  const ofResources = world.resources(machine.name).map(({ resource, level }) => ({
    ...entry(transport, 'BackPressureMonitor', resource),
    alertValue: alert(level === 'Low' ? 'Healthy' : 'Unhealthy'),
  }));
  return [...ofServices, ...ofDatabases, ...ofResources];
}
