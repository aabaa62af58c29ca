// Resume-MailboxDatabaseCopy.

import { confirmed } from './support/confirmation.ts';
import { changeCopy, copyNamed } from './support/copy-states.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Resume-MailboxDatabaseCopy',
  synopsis: 'Lets a suspended copy of a mailbox database be replicated and activated again.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity               DatabaseCopyIdParameter ! 0 both  # Database\\Server.
    DisableReplayLag       SwitchParameter versions:2013+ [DisableReplayLag!] # The copy replays without its lag.
    DisableReplayLagReason String null versions:2013+ [DisableReplayLag] # Why; shown with the status.
    DomainController       Fqdn null
    ReplicationOnly        SwitchParameter [Identity]  # The copy is still not activated by itself.
  `,
  examples: [
    {
      setup: "Suspend-MailboxDatabaseCopy 'DB01\\EX02' -Confirm:$false",
      script: "Resume-MailboxDatabaseCopy 'DB01\\EX02'\n(Get-MailboxDatabaseCopyStatus 'DB01\\EX02').Status",
      output: 'Healthy',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const copy = copyNamed(cmdlet, textOf(cmdlet.args.Identity));
      if (copy === undefined) return;
      if (!confirmed(cmdlet, `Resuming mailbox database copy "${copy.database.name}\\${copy.server}".`)) return;
      if (cmdlet.args.DisableReplayLag) {
        const reason = cmdlet.has('DisableReplayLagReason') ? textOf(cmdlet.args.DisableReplayLagReason) : '';
        changeCopy(cmdlet, copy, { ReplayLagCopies: reason });
      } else
        changeCopy(cmdlet, copy, {
          SuspendedCopies: null,
          ...(cmdlet.args.ReplicationOnly ? {} : { ActivationSuspendedCopies: null }),
        });
    },
  }),
});
