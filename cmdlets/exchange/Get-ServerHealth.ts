// Get-ServerHealth. Facts: outputs 2.3.

import { PSObject } from '../../src/runtime/values.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { askedMonitors } from './support/health.ts';
import type { MonitorEntry } from './support/health-monitors.ts';
import { dateTimeOf } from './support/times.ts';

const typeName = 'Microsoft.Exchange.Monitoring.MonitorHealthEntry';

function entryObject(entry: MonitorEntry): PSObject {
  return PSObject.of(
    {
      Server: entry.server,
      CurrentHealthSetState: entry.state,
      Name: entry.name,
      TargetResource: entry.targetResource,
      HealthSetName: entry.healthSet,
      HealthGroupName: entry.healthGroup,
      AlertValue: entry.alertValue,
      FirstAlertObservedTime: entry.alertValue === 'Unhealthy' ? dateTimeOf(entry.lastTransition) : null,
      Description: '',
      IsHaImpacting: entry.isHaImpacting,
      ServerComponent: entry.component,
      LastTransitionTime: dateTimeOf(entry.lastTransition),
      Identity: `${entry.healthSet}\\${entry.name}\\${entry.targetResource}`,
      IsValid: true,
      ObjectState: 'New',
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Get-ServerHealth',
  versions: [2013, 2019],
  synopsis: 'Gets what managed availability knows of the health of a server, monitor by monitor.',
  parameterLines: `
    Identity        ServerIdParameter ! 0 both  # The server.
    HaImpactingOnly SwitchParameter  # Only monitors that count for high availability.
    HealthSet       String null  # Only this health set.
  `,
  outputs: [typeName],
  examples: [
    { script: "(Get-ServerHealth EX01 | Where-Object AlertValue -eq 'Unhealthy').Count", output: '0' },
    { script: 'Get-ServerHealth EX01 -HealthSet HubTransport' },
  ],
  create: (cmdlet) => ({
    process() {
      for (const entry of askedMonitors(cmdlet)) cmdlet.write(entryObject(entry));
    },
  }),
});
