// Add-ResubmitRequest. Facts: transport 4.3; *Safety Net in Exchange Server*.

import { localName, worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt, exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { resubmitRequestObject, resubmitRequestTypeName } from './support/resubmit-requests.ts';
import { instantOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

const conditions = {
  Sender: 'sender',
  Recipient: 'recipient',
  MessageId: 'messageId',
  ResubmitTo: 'resubmitTo',
} as const;

export default exchangeCmdlet({
  name: 'Add-ResubmitRequest',
  synopsis: 'Asks Safety Net to deliver the messages of a stretch of time once more.',
  description:
    'With Destination, messages that were delivered to that mailbox database are resubmitted; without, those that the conditions name. The server gives what lies in its own Primary Safety Net, or with UnresponsivePrimaryServers what its Shadow Safety Net holds for those servers. Messages that a mailbox still has are dropped as duplicates. Exchange makes such requests by itself after a database was activated on another copy with losses.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  versions: [2013, 2019],
  parameterLines: `
    EndTime                    DateTime !                                      # The latest messages that are resubmitted.
    StartTime                  DateTime !                                      # The earliest messages that are resubmitted.
    CorrelationId              Guid null                                       # Marks requests that belong together.
    Destination                Guid null [MDBResubmit]                         # GUID of the mailbox database.
    MessageId                  String null versions:2016+ [ConditionalResubmit] # Only the message with this Message-ID.
    Recipient                  String null [ConditionalResubmit]               # Only messages to this recipient, and only for it.
    ResubmitTo                 String null versions:2016+ [ConditionalResubmit] # Who gets the messages instead of their recipients.
    Sender                     String null [ConditionalResubmit]               # Only messages from this sender.
    Server                     ServerIdParameter both null                     # The server whose Safety Net is asked.
    TestOnly                   Boolean                                         # Only counts what would be resubmitted.
    UnresponsivePrimaryServers MultiValuedProperty null                        # Servers whose messages are given from the Shadow Safety Net.
  `,
  outputs: [resubmitRequestTypeName],
  examples: [
    {
      script:
        '$guid = (Get-MailboxDatabase DB01).Guid\n(Add-ResubmitRequest -Destination $guid -StartTime (Get-Date).AddHours(-4) -EndTime (Get-Date)).State',
      output: 'Running',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const { args } = cmdlet;
      const world = worldOf(cmdlet);
      const named = (Object.keys(conditions) as (keyof typeof conditions)[]).filter((name) => cmdlet.has(name));
      if (!cmdlet.has('Destination') && named.length === 0) {
        const message =
          'Specify the destination database, or at least one of Sender, Recipient, MessageId and ResubmitTo.';
        cmdlet.error(exchangeError(cmdlet, 'invalidArgument', message));
        return;
      }
      const server = cmdlet.has('Server') ? textOf(args.Server) : localName(cmdlet);
      if (!confirmed(cmdlet, `Adding a resubmit request to server "${server}".`)) return;
      const input = {
        kind: 'resubmit.add',
        server,
        start: instantOf(args.StartTime),
        end: instantOf(args.EndTime),
        ...(cmdlet.has('Destination') ? { destination: textOf(args.Destination) } : {}),
        ...Object.fromEntries(named.map((name) => [conditions[name], textOf(args[name])])),
        ...(cmdlet.has('CorrelationId') ? { correlationId: textOf(args.CorrelationId) } : {}),
        ...(cmdlet.has('TestOnly') ? { testOnly: args.TestOnly as boolean } : {}),
        ...(cmdlet.has('UnresponsivePrimaryServers')
          ? {
              unresponsive: textOf(args.UnresponsivePrimaryServers)
                .split(/[\s,]+/)
                .filter((name) => name !== ''),
            }
          : {}),
      } as const;
      const number = attempt(cmdlet, () => world.apply(input))?.count;
      if (number === undefined) return;
      const request = world.resubmitRequests(server).find((each) => each.number === number);
      if (request) cmdlet.write(resubmitRequestObject(request));
    },
  }),
});
