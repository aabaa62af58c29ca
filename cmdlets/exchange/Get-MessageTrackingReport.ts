// Get-MessageTrackingReport.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import { objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { resultSize } from './support/paging.ts';
import { dateTimeOf } from './support/times.ts';
import {
  type DeliveryStatus,
  displayName,
  entriesOfAll,
  eventObject,
  lastEvents,
  messageIdOfReport,
  type RecipientEvent,
  recipientEvents,
  reportIdOf,
  type TrackedMail,
  trackedMails,
} from './support/tracking-reports.ts';
import { textOf } from './types/argument-types.ts';

const typeName = 'Microsoft.Exchange.Management.SystemConfigurationTasks.MessageTrackingReport';

/** The mail of a report's identity; the error of an unknown one is written. */
function mailOf(cmdlet: CmdletContext, identity: string): TrackedMail | undefined {
  const messageId = messageIdOfReport(identity);
  const mail = messageId === undefined ? undefined : trackedMails(entriesOfAll(cmdlet, { messageId }))[0];
  if (mail === undefined) cmdlet.error(objectNotFound(cmdlet, identity));
  return mail;
}

/** A summary has the last word on each recipient, a recipient path all that happened to one. */
function shownEvents(cmdlet: CmdletContext, all: readonly RecipientEvent[]): RecipientEvent[] {
  const { args } = cmdlet;
  const wanted = cmdlet.has('RecipientPathFilter')
    ? [textOf(args.RecipientPathFilter)]
    : ((args.Recipients as string[] | undefined) ?? []);
  const addresses = wanted.map((address) => address.toLowerCase());
  const chosen = args.ReportTemplate === 'RecipientPath' ? [...all] : lastEvents(all);
  return chosen.filter(
    ({ address, status }) =>
      (addresses.length === 0 || addresses.includes(address.toLowerCase())) &&
      (!cmdlet.has('Status') || status === args.Status),
  );
}

function reportObject(cmdlet: CmdletContext, mail: TrackedMail): PSObject {
  const events = recipientEvents(cmdlet, mail);
  const last = lastEvents(events);
  const count = (status: DeliveryStatus): number => last.filter((event) => event.status === status).length;
  const names = (items: string[]) => typedArray(items, 'System.String');
  const shown = shownEvents(cmdlet, events).slice(0, resultSize(cmdlet));
  return PSObject.of(
    {
      MessageTrackingReportId: reportIdOf(mail),
      SubmittedDateTime: dateTimeOf(mail.submitted),
      Subject: mail.subject,
      FromAddress: mail.from,
      FromDisplayName: displayName(cmdlet, mail.from),
      RecipientAddresses: names(mail.recipients),
      RecipientDisplayNames: names(mail.recipients.map((address) => displayName(cmdlet, address))),
      DeliveredCount: count('Delivered'),
      PendingCount: count('Pending'),
      TransferredCount: count('Transferred'),
      UnsuccessfulCount: count('Unsuccessful'),
      RecipientTrackingEvents: typedArray(shown.map((event) => eventObject(cmdlet, event)) as Value[], 'System.Object'),
      Identity: reportIdOf(mail),
      IsValid: true,
      ObjectState: 'New',
    },
    typeName,
  );
}

export default exchangeCmdlet({
  name: 'Get-MessageTrackingReport',
  synopsis: 'Gets what became of a mail for its recipients.',
  parameterLines: `
    Identity               MessageTrackingReportId ! 0 both  # The MessageTrackingReportId of Search-MessageTrackingReport.
    BypassDelegateChecking SwitchParameter  # Mails of other users' mailboxes may be looked at.
    DetailLevel            =MessageTrackingDetailLevel(Basic,Verbose)
    DomainController       Fqdn null
    DoNotResolve           SwitchParameter  # Addresses are not turned into names.
    RecipientPathFilter    SmtpAddress null  # Only this recipient.
    Recipients             String[]  # Only these recipients.
    ReportTemplate         =ReportTemplate(RecipientPath,Summary)  # The last word on each recipient, or all that happened.
    ResultSize             Unlimited null  # At most that many events.
    Status                 =_DeliveryStatus(Delivered,Read,Pending,Transferred,Unsuccessful)  # Only recipients in this state.
    TraceLevel             =TraceLevel(Low,Medium,High)
  `,
  outputs: [typeName],
  examples: [
    {
      setup: 'Send-SandboxMessage alice bob,nobody@contoso.com -Subject tracked; Step-SandboxClock -Minutes 1',
      script:
        'Search-MessageTrackingReport alice -Subject tracked | Get-MessageTrackingReport | ForEach-Object { $_.DeliveredCount, $_.UnsuccessfulCount }',
      output: '1\n1',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const mail = mailOf(cmdlet, textOf(cmdlet.args.Identity));
      if (mail !== undefined) cmdlet.write(reportObject(cmdlet, mail));
    },
  }),
});
