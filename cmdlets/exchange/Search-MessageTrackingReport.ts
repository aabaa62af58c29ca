// Search-MessageTrackingReport.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { enumerate } from '../../src/runtime/enumerate.ts';
import { PSObject, typedArray } from '../../src/runtime/values.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { findObject } from './support/config-objects.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { resultSize, warnOfMore } from './support/paging.ts';
import { dateTimeOf } from './support/times.ts';
import { displayName, entriesOfAll, reportIdOf, type TrackedMail, trackedMails } from './support/tracking-reports.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Management.SystemConfigurationTasks.MessageTrackingSearchResult';

function addressesOf(mailbox: ConfigObject): string[] {
  const { EmailAddresses } = mailbox.properties as { EmailAddresses?: string[] };
  return (EmailAddresses ?? []).map((address) => address.replace(/^smtp:/i, '').toLowerCase());
}

/** Mails to the mailbox from -Sender, or mails from it, to -Recipients when given. */
function fits(cmdlet: CmdletContext, mail: TrackedMail, own: readonly string[]): boolean {
  const { args } = cmdlet;
  const reached = (addresses: readonly string[]): boolean =>
    mail.entries.some(({ recipients }) => recipients.some((address) => addresses.includes(address.toLowerCase())));
  if (cmdlet.has('MessageId') && mail.messageId.toLowerCase() !== textOf(args.MessageId).toLowerCase()) return false;
  if (cmdlet.has('Subject') && !mail.subject.toLowerCase().includes(textOf(args.Subject).toLowerCase())) return false;
  if (cmdlet.has('Sender')) return mail.from.toLowerCase() === textOf(args.Sender).toLowerCase() && reached(own);
  if (!own.includes(mail.from.toLowerCase())) return false;
  return (
    !cmdlet.has('Recipients') || reached([...enumerate(args.Recipients)].map((each) => textOf(each).toLowerCase()))
  );
}

function resultObject(cmdlet: CmdletContext, mail: TrackedMail): PSObject {
  const names = (items: string[]) => typedArray(items, 'System.String');
  return PSObject.of(
    {
      MessageTrackingReportId: reportIdOf(mail),
      SubmittedDateTime: dateTimeOf(mail.submitted),
      Subject: mail.subject,
      FromAddress: mail.from,
      FromDisplayName: displayName(cmdlet, mail.from),
      RecipientAddresses: names(mail.recipients),
      RecipientDisplayNames: names(mail.recipients.map((address) => displayName(cmdlet, address))),
      PreviousHopServer: '',
      FirstHopServer: mail.server,
      Identity: reportIdOf(mail),
      IsValid: true,
      ObjectState: 'New',
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Search-MessageTrackingReport',
  synopsis: 'Finds the delivery reports of mails that a mailbox sent or got.',
  defaultSet: 'SearchAsRecipient',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity               MailboxIdParameter ! 0 both  # The mailbox that sent the mails, or got them.
    Sender                 SmtpAddress [SearchAsSender!]  # Mails that the mailbox got from this sender.
    BypassDelegateChecking SwitchParameter  # Mails of other users' mailboxes may be looked at.
    DomainController       Fqdn null
    DoNotResolve           SwitchParameter  # Addresses are not turned into names.
    MessageEntryId         String null
    MessageId              String null  # The Message-ID of the header.
    Recipients             SmtpAddress[] [SearchAsRecipient]  # Mails to any of these.
    ResultSize             Unlimited null  # At most that many, 1000 by default.
    Subject                String null  # A part of the subject.
    TraceLevel             =TraceLevel(Low,Medium,High)
  `,
  outputs: [typeName],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob -Subject tracked; Step-SandboxClock -Minutes 1',
      script: '(Search-MessageTrackingReport alice -Recipients bob@contoso.com).Subject',
      output: 'tracked',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const mailbox = findObject(cmdlet, 'mailbox', textOf(cmdlet.args.Identity));
      if (mailbox === undefined) return;
      const own = addressesOf(mailbox as ConfigObject);
      const found = trackedMails(entriesOfAll(cmdlet, {})).filter((mail) => fits(cmdlet, mail, own));
      const size = resultSize(cmdlet);
      for (const mail of found.slice(0, size)) cmdlet.write(resultObject(cmdlet, mail));
      warnOfMore(cmdlet, found.length > size);
    },
  }),
});
