// Enable-JournalRule.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { switchingJournal } from './support/journal-rules.ts';

export default exchangeCmdlet({
  name: 'Enable-JournalRule',
  synopsis: 'Enables a journal rule.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity         RuleIdParameter ! 0 both
    DomainController Fqdn null
  `,
  examples: [
    {
      setup: 'New-JournalRule All -JournalEmailAddress carol -Enabled $false | Out-Null',
      script: 'Enable-JournalRule All -Confirm:$false; (Get-JournalRule All).Enabled',
      output: 'True',
    },
  ],
  create: switchingJournal(true),
});
