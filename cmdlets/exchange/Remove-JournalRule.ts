// Remove-JournalRule.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-JournalRule',
  synopsis: 'Removes a journal rule.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RuleIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [{ script: 'Get-JournalRule nothing* | Remove-JournalRule -Confirm:$false', output: '' }],
  create: removing('journalRule', 'journal rule'),
});
