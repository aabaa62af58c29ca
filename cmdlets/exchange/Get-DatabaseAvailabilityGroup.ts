// Get-DatabaseAvailabilityGroup.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { databaseAvailabilityGroup } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-DatabaseAvailabilityGroup',
  synopsis: 'Gets the database availability groups.',
  parameterLines: `
    Identity         DatabaseAvailabilityGroupIdParameter 0 both
    DomainController Fqdn null
    Status           SwitchParameter
  `,
  examples: [{ script: '(Get-DatabaseAvailabilityGroup DAG1).Servers', output: 'EX01\nEX02' }],
  create: getting('databaseAvailabilityGroup', databaseAvailabilityGroup),
});
