// New-JournalRule: disabled unless it is enabled at once.

import { creating } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { journalRuleChanges } from './support/journal-rules.ts';
import { journalRule } from './support/more-presentations.ts';

export default exchangeCmdlet({
  name: 'New-JournalRule',
  synopsis: 'Makes a journal rule.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                String ! 0 length:64
    JournalEmailAddress RecipientIdParameter !
    DomainController    Fqdn null
    Enabled             Boolean
    Recipient           SmtpAddress null
    Scope               =JournalRuleScope(Global,Internal,External)
  `,
  examples: [
    {
      script: '(New-JournalRule All -JournalEmailAddress carol -Scope Global).Enabled',
      output: 'False',
    },
  ],
  create: creating('journalRule', {
    ...journalRuleChanges,
    presentation: journalRule,
    adjust: (cmdlet, changes, object) => {
      const properties = journalRuleChanges.adjust!(cmdlet, changes, object);
      return properties && { ...properties, Enabled: Boolean(cmdlet.args.Enabled) };
    },
  }),
});
