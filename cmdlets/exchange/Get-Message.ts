// Get-Message. Facts: transport 1.5, 1.7; outputs 1.4.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { selectMessages } from './support/message-selection.ts';
import { pageOf, warnOfMore, writePageInfo } from './support/paging.ts';
import { messageProperties } from './support/queue-filters.ts';
import { messageObject, messageTypeName } from './support/queue-objects.ts';
import { componentLatencies } from './types/component-latency.ts';

export default exchangeCmdlet({
  name: 'Get-Message',
  synopsis: 'Gets the messages in queues.',
  defaultSet: 'Filter',
  parameterLines: `
    Identity                     MessageIdentity               0        [Identity]  # Server\\Queue\\Number, or a part of it.
    BookmarkIndex                Int32                                              # Where in the results to start, from 1.
    BookmarkObject               ExtensibleMessageInfo                              # The message at which to start.
    Filter                       String                                 [Filter]    # A condition on the messages' properties.
    IncludeBookmark              Boolean                                            # Whether the bookmarked message is shown.
    IncludeComponentLatencyInfo  SwitchParameter                                    # Adds the latency of each transport component.
    IncludeRecipientInfo         SwitchParameter                                    # Adds the recipients.
    Queue                        QueueIdentity                 both     [Queue]     # The queue whose messages are shown.
    ResultSize                   Unlimited                                          # At most that many messages, 1000 by default.
    ReturnPageInfo               Boolean                                            # Reserved for the product itself.
    SearchForward                Boolean                                            # Direction from the bookmark.
    Server                       ServerIdParameter             both     [Filter]    # The server whose messages are shown.
    SortOrder                    QueueViewerSortOrderEntry[]                        # Properties with + or -.
  `,
  outputs: [messageTypeName],
  examples: [
    { script: 'Get-Message', output: '' },
    {
      setup:
        'Suspend-Queue EX01\\Submission -Confirm:$false; Send-SandboxMessage alice bob -Subject held -Server EX01; Step-SandboxClock -Seconds 30',
      script: "(Get-Message -Filter {Subject -eq 'held'}).FromAddress",
      output: 'alice@contoso.com',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const found = pageOf(cmdlet, selectMessages(cmdlet), messageProperties);
      writePageInfo(cmdlet, found);
      const { IncludeRecipientInfo: recipients = false, IncludeComponentLatencyInfo: latency = false } = cmdlet.args;
      const { now } = worldOf(cmdlet);
      for (const message of found.page)
        cmdlet.write(messageObject(message, recipients, latency ? componentLatencies(message, now) : null));
      warnOfMore(cmdlet, found.more);
    },
  }),
});
