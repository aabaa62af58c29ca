// Get-TransportRulePredicate: what rules can ask.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { listedParts } from './support/transport-rule-parts.ts';

export default exchangeCmdlet({
  name: 'Get-TransportRulePredicate',
  synopsis: 'Gets the conditions and exceptions that transport rules can have.',
  parameterLines: `
    Name String 0 null
  `,
  examples: [{ script: '(Get-TransportRulePredicate SentTo).Name', output: 'SentTo' }],
  create: listedParts('predicate'),
});
