// Move-Mailbox, the way of Exchange 2007; here in every organisation. The move itself takes the time that New-MoveRequest's takes.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { moveStatistics, requestMove, requestProperties } from './support/moves.ts';

export default exchangeCmdlet({
  name: 'Move-Mailbox',
  synopsis: 'Moves a mailbox to another database; it arrives there after some minutes by its size.',
  supportsShouldProcess: true,
  // The product asks because the mailbox is out of reach meanwhile; here it is not.
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                        MailboxIdParameter ! 0 both
    TargetDatabase                  DatabaseIdParameter
    AllowMerge                      SwitchParameter
    AttributesToClear               MultiValuedProperty
    BadItemLimit                    Int32
    DomainController                Fqdn null
    EndDate                         DateTime
    GlobalCatalog                   Fqdn null
    IgnorePolicyMatch               SwitchParameter
    IgnoreRuleLimitErrors           SwitchParameter
    MaxThreads                      Int32
    PreserveMailboxSizeLimit        SwitchParameter
    ReportFile                      LocalLongFullPath null
    RetryInterval                   EnhancedTimeSpan
    RetryTimeout                    EnhancedTimeSpan
    StartDate                       DateTime
    ValidateOnly                    SwitchParameter
  `,
  examples: [
    {
      script: '(Move-Mailbox ann -TargetDatabase DB-A2 -Confirm:$false).TargetDatabase',
      organization: 'Northwind2007',
      output: 'DB-A2',
    },
  ],
  create: (cmdlet) => ({
    process() {
      // A completed move of before is no hindrance: Exchange 2007 keeps no requests.
      const request = requestMove(cmdlet, {
        properties: requestProperties(cmdlet),
        validateOnly: Boolean(cmdlet.args.ValidateOnly),
        replacesCompleted: true,
        question: (mailbox, database) => `Moving mailbox "${mailbox}" to database "${database}".`,
      });
      if (request !== undefined) cmdlet.write(moveStatistics(cmdlet, request));
    },
  }),
});
