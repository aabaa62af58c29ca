// Suspend-MailboxDatabaseCopy.

import { confirmed } from './support/confirmation.ts';
import { changeCopy, copyNamed } from './support/copy-states.ts';
import { exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Suspend-MailboxDatabaseCopy',
  synopsis: 'Stops the replication or the activation of a copy of a mailbox database.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         DatabaseCopyIdParameter ! 0 both  # Database\\Server.
    ActivationOnly   SwitchParameter [Identity]  # Replication goes on; the copy is not activated by itself.
    DomainController Fqdn null
    EnableReplayLag  SwitchParameter versions:2013+ [EnableReplayLag!] # The copy's replay lag holds again.
    SuspendComment   String null length:512 [Identity] # Why; shown with the status.
  `,
  examples: [
    {
      script:
        "Suspend-MailboxDatabaseCopy 'DB01\\EX02' -SuspendComment 'disk' -Confirm:$false\n(Get-MailboxDatabaseCopyStatus 'DB01\\EX02').Status",
      output: 'Suspended',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const copy = copyNamed(cmdlet, textOf(cmdlet.args.Identity));
      if (copy === undefined) return;
      const name = `${copy.database.name}\\${copy.server}`;
      if (copy.database.properties.Server?.toLowerCase() === copy.server.toLowerCase()) {
        const message = `The database copy "${name}" is the active copy. Only passive copies can be suspended.`;
        cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, name));
        return;
      }
      if (!confirmed(cmdlet, `Suspending mailbox database copy "${name}".`)) return;
      if (cmdlet.args.EnableReplayLag) changeCopy(cmdlet, copy, { ReplayLagCopies: null });
      else {
        const comment = cmdlet.has('SuspendComment') ? textOf(cmdlet.args.SuspendComment) : '';
        const lists = cmdlet.args.ActivationOnly ? 'ActivationSuspendedCopies' : 'SuspendedCopies';
        changeCopy(cmdlet, copy, { [lists]: comment });
      }
    },
  }),
});
