// The processes of a machine that the simulation knows: those of its running services. The worker of the transport service has the memory
// that back pressure measures; what the others take is a typical figure, as nothing in the simulation depends on it.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { MachineView, ServiceView } from '../../src/transport/views.ts';
import { worldOf } from './local-machine.ts';

export interface ProcessView {
  id: number;
  name: string;
  machine: string;
  /** Service that it belongs to. */
  service: string;
  privateBytes: number;
}

const MiB = 1_048_576;
/** The worker that the Transport service watches and starts again when it dies. */
export const transportWorker = 'EdgeTransport';

/** Service, its program, typical private memory in MB; a service that is not here runs inside svchost. */
const programs = `
FMS|FMS|60
HostControllerService|hostcontrollerservice|50
IISAdmin|inetinfo|20
MSComplianceAudit|ComplianceAuditService|80
MSExchangeADTopology|Microsoft.Exchange.Directory.TopologyService|90
MSExchangeAntispamUpdate|Microsoft.Exchange.AntispamUpdateSvc|60
MSExchangeCompliance|MSExchangeCompliance|90
MSExchangeDagMgmt|MSExchangeDagMgmt|110
MSExchangeDelivery|MSExchangeDelivery|180
MSExchangeDiagnostics|Microsoft.Exchange.Diagnostics.Service|140
MSExchangeEdgeSync|Microsoft.Exchange.EdgeSyncSvc|110
MSExchangeFastSearch|Microsoft.Exchange.Search.Service|160
MSExchangeFrontEndTransport|MSExchangeFrontendTransport|170
MSExchangeHM|MSExchangeHMHost|60
MSExchangeHMRecovery|MSExchangeHMRecovery|40
MSExchangeIS|Microsoft.Exchange.Store.Service|230
MSExchangeMailboxAssistants|MSExchangeMailboxAssistants|240
MSExchangeMailboxReplication|MSExchangeMailboxReplication|150
MSExchangeMailSubmission|MSExchangeMailSubmission|90
MSExchangeMitigation|MSExchangeMitigation|50
MSExchangeNotificationsBroker|Microsoft.Exchange.Notifications.Broker|100
MSExchangeRepl|msexchangerepl|220
MSExchangeRPC|Microsoft.Exchange.RpcClientAccess.Service|190
MSExchangeServiceHost|Microsoft.Exchange.ServiceHost|130
MSExchangeSubmission|MSExchangeSubmission|160
MSExchangeThrottling|MSExchangeThrottling|50
MSExchangeTransport|MSExchangeTransport|40
MSExchangeTransportLogSearch|MSExchangeTransportLogSearch|110
MSExchangeUM|umservice|120
MSExchangeUMCR|Microsoft.Exchange.UM.CallRouter|110
W3Svc|w3wp|400`;

let byService: Map<string, { name: string; privateBytes: number }> | undefined;

function programOf(service: ServiceView): { name: string; privateBytes: number } {
  byService ??= new Map(
    programs
      .trim()
      .split('\n')
      .map((line) => {
        const [service = '', name = '', megabytes] = line.split('|');
        return [service.toLowerCase(), { name, privateBytes: Number(megabytes) * MiB }];
      }),
  );
  return byService.get(service.name.toLowerCase()) ?? { name: 'svchost', privateBytes: 15 * MiB };
}

/** Running processes in order of name; a machine that is off has none. */
export function processesOf(cmdlet: CmdletContext, machine: MachineView): ProcessView[] {
  if (!machine.online) return [];
  const world = worldOf(cmdlet);
  const processes: ProcessView[] = [];
  for (const service of world.services(machine.name)) {
    if (service.status !== 'Running') continue;
    processes.push({
      id: service.processId,
      machine: machine.name,
      service: service.name,
      ...programOf(service),
    });
    // The service itself only watches its worker, EdgeTransport.exe, on every role and version.
    const memory = service.name === 'MSExchangeTransport' ? world.transportMemory(machine.name) : undefined;
    if (memory !== undefined)
      processes.push({
        id: service.processId + 2,
        machine: machine.name,
        service: service.name,
        name: transportWorker,
        privateBytes: memory,
      });
  }
  return processes.sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : a.name === b.name ? a.id - b.id : 1,
  );
}
