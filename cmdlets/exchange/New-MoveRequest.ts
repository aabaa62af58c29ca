// New-MoveRequest: the mailbox moves in the background, within some minutes by its size.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { moveStatistics, requestMove, requestProperties } from './support/moves.ts';

export default exchangeCmdlet({
  name: 'New-MoveRequest',
  synopsis: 'Moves a mailbox to another database, in the background.',
  defaultSet: 'MigrationLocal',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                         MailboxOrMailUserIdParameter ! 0 both
    AcceptLargeDataLoss              SwitchParameter
    AllowLargeItems                  SwitchParameter
    ArchiveOnly                      SwitchParameter [MigrationLocal]
    ArchiveTargetDatabase            DatabaseIdParameter [MigrationLocal]
    BadItemLimit                     Unlimited
    BatchName                        String null
    CheckInitialProvisioningSetting  Boolean [MigrationLocal]
    CompleteAfter                    DateTime
    CompletedRequestAgeLimit         Unlimited
    DomainController                 Fqdn null
    DoNotPreserveMailboxSignature    SwitchParameter [MigrationLocal]
    ForceOffline                     SwitchParameter
    ForcePull                        SwitchParameter [MigrationLocal]
    ForcePush                        SwitchParameter [MigrationLocal]
    IgnoreRuleLimitErrors            SwitchParameter
    IncrementalSyncInterval          TimeSpan
    InternalFlags                    InternalMrsFlag[]
    LargeItemLimit                   Unlimited
    MRSServer                        Fqdn null
    PreventCompletion                SwitchParameter
    PrimaryOnly                      SwitchParameter [MigrationLocal]
    Priority                         =RequestPriority(Lowest,Lower,Low,Normal,High,Higher,Highest,Emergency)
    Protect                          SwitchParameter
    ProxyToMailbox                   MailboxIdParameter
    RequestExpiryInterval            Unlimited
    SkipMoving                       SkippableMoveComponent[]
    StartAfter                       DateTime
    Suspend                          SwitchParameter
    SuspendComment                   String null
    SuspendWhenReadyToComplete       SwitchParameter
    TargetDatabase                   DatabaseIdParameter [MigrationLocal]
  `,
  examples: [{ script: '(New-MoveRequest -Identity alice -TargetDatabase DB02).Status', output: 'Queued' }],
  create: (cmdlet) => ({
    process() {
      const request = requestMove(cmdlet, {
        properties: requestProperties(cmdlet),
        question: (mailbox, database) => `Creating move request for mailbox "${mailbox}" to database "${database}".`,
      });
      if (request !== undefined) cmdlet.write(moveStatistics(cmdlet, request));
    },
  }),
});
