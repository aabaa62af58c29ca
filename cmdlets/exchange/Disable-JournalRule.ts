// Disable-JournalRule.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { switchingJournal } from './support/journal-rules.ts';

export default exchangeCmdlet({
  name: 'Disable-JournalRule',
  synopsis: 'Disables a journal rule.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         RuleIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'New-JournalRule All -JournalEmailAddress carol -Enabled $true | Out-Null',
      script: 'Disable-JournalRule All -Confirm:$false; (Get-JournalRule All).Enabled',
      output: 'False',
    },
  ],
  create: switchingJournal(false),
});
