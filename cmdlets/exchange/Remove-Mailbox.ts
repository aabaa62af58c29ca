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
    AuditLog                                SwitchParameter
    AuxAuditLog                             SwitchParameter
    DomainController                        Fqdn null
    Force                                   SwitchParameter
    IgnoreDefaultScope                      SwitchParameter
    IgnoreLegalHold                         SwitchParameter
    Migration                               SwitchParameter
    Permanent                               Boolean [Identity]
    PublicFolder                            SwitchParameter
    RemoveArbitrationMailboxWithOABsAllowed SwitchParameter
    RemoveLastArbitrationMailboxAllowed     SwitchParameter
    SupervisoryReviewPolicy                 SwitchParameter
  `,
  examples: [{ script: 'Get-Mailbox nothing* | Remove-Mailbox -Confirm:$false', output: '' }],
  create: removing('mailbox', 'mailbox'),
});
