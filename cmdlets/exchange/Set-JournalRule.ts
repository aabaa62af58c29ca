// Set-JournalRule.

import { setting } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { journalRuleChanges } from './support/journal-rules.ts';

export default exchangeCmdlet({
  name: 'Set-JournalRule',
  synopsis: 'Changes a journal rule.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity            RuleIdParameter ! 0 both
    DomainController    Fqdn null
    JournalEmailAddress RecipientIdParameter null
    Name                String null length:64
    Recipient           SmtpAddress null
    Scope               =JournalRuleScope(Global,Internal,External)
  `,
  examples: [{ script: 'Get-JournalRule | Set-JournalRule -Recipient bob@contoso.com' }],
  create: setting('journalRule', journalRuleChanges),
});
