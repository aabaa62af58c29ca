// Disable-Mailbox: the mailbox goes, the account stays.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { propertiesOfObject, userProperties } from './support/accounts.ts';
import { changeObject } from './support/config-changes.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { makeRecipient } from './support/recipient-creation.ts';
import { oneRecipient } from './support/recipients.ts';
import { textOf } from './types/argument-types.ts';

function disableArchive(cmdlet: CmdletContext, mailbox: ConfigObject): void {
  const question = `Disabling the archive mailbox for "${mailbox.identity}".`;
  changeObject(cmdlet, mailbox, { ArchiveStatus: 'None', ArchiveName: [], ArchiveDatabase: null }, question);
}

export default exchangeCmdlet({
  name: 'Disable-Mailbox',
  synopsis: 'Takes the mailbox from a user; the user stays.',
  defaultSet: 'Archive',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity                                 MailboxIdParameter ! 0 both
    Arbitration                              SwitchParameter [Arbitration]
    Archive                                  SwitchParameter [Archive]
    DisableArbitrationMailboxWithOABsAllowed SwitchParameter versions:2013+ [Arbitration]
    DisableLastArbitrationMailboxAllowed     SwitchParameter [Arbitration]
    DomainController                         Fqdn null
    IgnoreDefaultScope                       SwitchParameter
    IgnoreLegalHold                          SwitchParameter
    PublicFolder                             SwitchParameter versions:2013+ [PublicFolder]
    RemoteArchive                            SwitchParameter [RemoteArchive]
  `,
  examples: [{ script: 'Disable-Mailbox bob -Confirm:$false; (Get-User bob).RecipientType', output: 'User' }],
  create: (cmdlet) => ({
    process() {
      const mailbox = oneRecipient(cmdlet, ['mailbox'], textOf(cmdlet.args.Identity));
      if (mailbox === undefined) return;
      if (cmdlet.args.Archive || cmdlet.args.RemoteArchive) disableArchive(cmdlet, mailbox);
      else {
        const properties = { ...propertiesOfObject(mailbox, userProperties), ConvertedFrom: mailbox.guid };
        makeRecipient(cmdlet, 'user', mailbox.name, properties, `Disabling mailbox "${mailbox.identity}".`);
      }
    },
  }),
});
