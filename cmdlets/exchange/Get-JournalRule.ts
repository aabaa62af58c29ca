// Get-JournalRule.

import { getting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { journalRule } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'Get-JournalRule',
  synopsis: 'Gets the journal rules.',
  parameterLines: `
    Identity         RuleIdParameter 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-JournalRule', output: '' }],
  create: getting('journalRule', journalRule),
});
