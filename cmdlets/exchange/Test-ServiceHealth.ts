// Test-ServiceHealth. Facts: outputs 2.2, services.

import { PSObject, typedArray } from '../../src/runtime/values.ts';
import type { MachineView, ServiceView } from '../../src/transport/views.ts';
import { localName, worldOf } from '../windows/local-machine.ts';
import { attempt, objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Management.TestServiceHealth.ServiceHealthResult';
const words = (text: string): string[] => text.split(' ');

interface RoleServices {
  role: string;
  services: string[];
  /** Which machines have the role. */
  on(machine: MachineView): boolean;
}
const modern = (machine: MachineView): boolean => (machine.version ?? 0) >= 2013;
const has = (machine: MachineView, role: string): boolean => machine.roles.includes(role);

/** Required services of each role; ones that a machine's version does not have do not count. */
const roles: RoleServices[] = [
  {
    role: 'Mailbox Server Role',
    services: words(
      'IISAdmin MSExchangeADTopology MSExchangeDelivery MSExchangeIS MSExchangeMailboxAssistants MSExchangeMailSubmission MSExchangeRepl MSExchangeRPC MSExchangeServiceHost MSExchangeSubmission MSExchangeThrottling MSExchangeTransportLogSearch W3Svc WinRM',
    ),
    on: (machine) => has(machine, 'Mailbox'),
  },
  {
    role: 'Client Access Server Role',
    services: words(
      'IISAdmin MSExchangeADTopology MSExchangeMailboxReplication MSExchangeRPC MSExchangeServiceHost W3Svc WinRM',
    ),
    on: (machine) => has(machine, 'ClientAccess') || (modern(machine) && has(machine, 'Mailbox')),
  },
  {
    role: 'Unified Messaging Server Role',
    services: words('IISAdmin MSExchangeADTopology MSExchangeServiceHost MSExchangeUM W3Svc WinRM'),
    on: (machine) =>
      has(machine, 'UnifiedMessaging') || (modern(machine) && machine.version !== 2019 && has(machine, 'Mailbox')),
  },
  {
    role: 'Hub Transport Server Role',
    services: words(
      'IISAdmin MSExchangeADTopology MSExchangeEdgeSync MSExchangeServiceHost MSExchangeTransport MSExchangeTransportLogSearch W3Svc WinRM',
    ),
    on: (machine) => has(machine, 'HubTransport') || (modern(machine) && has(machine, 'Mailbox')),
  },
  {
    role: 'Edge Transport Server Role',
    services: words('MSExchangeServiceHost MSExchangeTransport MSExchangeTransportLogSearch'),
    on: (machine) => has(machine, 'EdgeTransport'),
  },
];

function resultObject({ role, services }: RoleServices, present: ServiceView[], machine: MachineView): PSObject {
  const required = services.flatMap(
    (name) => present.find((service) => service.name.toLowerCase() === name.toLowerCase()) ?? [],
  );
  const namesOf = (running: boolean) =>
    typedArray(
      services.filter((name) =>
        required.some(
          (each) => each.name.toLowerCase() === name.toLowerCase() && (each.status === 'Running') === running,
        ),
      ),
      'System.String',
    );
  return PSObject.of(
    {
      Role: role,
      RequiredServicesRunning: required.every((service) => service.status === 'Running'),
      ServicesNotRunning: namesOf(false),
      ServicesRunning: namesOf(true),
      Identity: machine.name,
      IsValid: true,
      ObjectState: 'New',
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Test-ServiceHealth',
  synopsis: 'Tests whether the services that the roles of a server require are running.',
  supportsShouldProcess: true,
  parameterLines: `
    Server                  ServerIdParameter  0 both null  # The server.
    ActiveDirectoryTimeout  Int32                           # Seconds to wait for the directory.
    DomainController        Fqdn               null         # The domain controller to ask.
    MonitoringContext       Boolean                         # Adds events for monitoring software.
  `,
  outputs: [typeName],
  examples: [{ script: '(Test-ServiceHealth).RequiredServicesRunning -contains $false', output: 'False' }],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      const name = cmdlet.has('Server') ? textOf(cmdlet.args.Server) : localName(cmdlet);
      const machine = world.findMachine(name);
      if (!machine) {
        cmdlet.error(objectNotFound(cmdlet, name));
        return;
      }
      const services = attempt(cmdlet, () => world.services(machine.name)) ?? [];
      for (const each of roles) if (each.on(machine)) cmdlet.write(resultObject(each, services, machine));
    },
  }),
});
