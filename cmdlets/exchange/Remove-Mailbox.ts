// Remove-Mailbox.

import { removing } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';

export default exchangeCmdlet({
  name: 'Remove-Mailbox',
  synopsis: 'Removes a mailbox.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity                                MailboxIdParameter both [Identity!:0]
    Database                                DatabaseIdParameter [StoreMailboxIdentity!]
    StoreMailboxIdentity                    StoreMailboxIdParameter [StoreMailboxIdentity!]
    Arbitration                             SwitchParameter
    AuditLog                                SwitchParameter versions:2016+
    AuxAuditLog                             SwitchParameter versions:2016+
    DomainController                        Fqdn null
    Force                                   SwitchParameter versions:2013+
    IgnoreDefaultScope                      SwitchParameter
    IgnoreLegalHold                         SwitchParameter
    Migration                               SwitchParameter versions:2016+
    Permanent                               Boolean [Identity]
    PublicFolder                            SwitchParameter versions:2013+
    RemoveArbitrationMailboxWithOABsAllowed SwitchParameter versions:2013+
    RemoveLastArbitrationMailboxAllowed     SwitchParameter
    SupervisoryReviewPolicy                 SwitchParameter versions:2016+
  `,
  examples: [{ script: 'Get-Mailbox nothing* | Remove-Mailbox -Confirm:$false', output: '' }],
  create: removing('mailbox', 'mailbox'),
});
