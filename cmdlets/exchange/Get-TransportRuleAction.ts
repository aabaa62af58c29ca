// Get-TransportRuleAction: what rules can do.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { listedParts } from './support/transport-rule-parts.ts';

export default exchangeCmdlet({
  name: 'Get-TransportRuleAction',
  synopsis: 'Gets the actions that transport rules can have.',
  parameterLines: `
    Name String 0 null
  `,
  examples: [{ script: '(Get-TransportRuleAction DeleteMessage).Name', output: 'DeleteMessage' }],
  create: listedParts('action'),
});
