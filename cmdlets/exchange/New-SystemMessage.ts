// New-SystemMessage.

import { creating } from './support/config-families.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { systemMessage } from './support/more-presentations.ts';
import { isDsnCode, languageOf, systemMessageName } from './support/system-messages.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'New-SystemMessage',
  synopsis: 'Makes a custom text for a delivery status notification or a quota message.',
  defaultSet: 'Dsn',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    DsnCode          EnhancedStatusCode [Dsn!]  # The enhanced status code that the text is for.
    Internal         Boolean [Dsn!]  # Whether it is for senders of the organisation or for outside ones.
    Language         CultureInfo !  # The language of the text.
    QuotaMessageType =QuotaMessageType(ProhibitSendReceiveMailbox,ProhibitSendMailbox,WarningMailbox,WarningMailboxUnlimitedSize,ProhibitPostPublicFolder,WarningPublicFolder,WarningPublicFolderUnlimitedSize,ProhibitReceiveMailboxMessagesPerFolderCount,WarningMailboxMessagesPerFolderCount,WarningMailboxMessagesPerFolderUnlimitedCount,ProhibitReceiveFolderHierarchyChildrenCountCount,WarningFolderHierarchyChildrenCount,WarningFolderHierarchyChildrenUnlimitedCount,ProhibitReceiveFoldersCount,WarningFoldersCount,WarningFoldersCountUnlimited,ProhibitReceiveFolderHierarchyDepth,WarningFolderHierarchyDepth,WarningFolderHierarchyDepthUnlimited) [Quota!]
    Text             String ! length:512 # The text; HTML tags are allowed.
    DomainController Fqdn null
  `,
  examples: [
    {
      script: "(New-SystemMessage -DsnCode 5.1.1 -Internal $true -Language en -Text 'Call the help desk.').Identity",
      output: 'en\\Internal\\5.1.1',
    },
  ],
  create: creating('systemMessage', {
    noun: 'system message',
    presentation: systemMessage,
    nameOf: systemMessageName,
    skip: ['Language', 'DsnCode'],
    adjust(cmdlet, given) {
      if (!cmdlet.has('DsnCode')) return { ...given, Language: languageOf(cmdlet) };
      const code = textOf(cmdlet.args.DsnCode);
      return isDsnCode(cmdlet, code) ? { ...given, DsnCode: code, Language: languageOf(cmdlet) } : undefined;
    },
  }),
});
