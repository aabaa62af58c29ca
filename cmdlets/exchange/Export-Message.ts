// Export-Message. Facts: transport 1.8; the X- lines are those that the Replay directory reads (facts 7.5).

import type { MessageView } from '../../src/transport/views.ts';
import { confirmed } from './support/confirmation.ts';
import { exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { selectMessages } from './support/message-selection.ts';
import { textOf } from './types/argument-types.ts';
import { BinaryFileData } from './types/binary-file-data.ts';

const isSuspended = ({ status, queue }: MessageView): boolean => status === 'Suspended' || /\\poison$/i.test(queue);

/** Envelope and message as a file of the Replay directory. */
function replayFile(message: MessageView): string {
  const envelope = [
    `X-Sender: <${message.fromAddress === '<>' ? '' : message.fromAddress}>`,
    ...message.recipients.map(({ address }) => `X-Receiver: <${address}>`),
    'X-CreatedBy: MSExchange15',
    `X-HeloDomain: ${message.server}`,
    'X-EndOfInjectedXHeaders: 0',
  ];
  return [...envelope, message.eml()].join('\r\n');
}

export default exchangeCmdlet({
  name: 'Export-Message',
  synopsis: 'Copies a suspended message out of a queue, for AssembleMessage to write to a file.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity MessageIdentity ! 0 both  # Server\\Queue\\Number of a suspended message.
  `,
  outputs: ['Microsoft.Exchange.Data.BinaryFileDataObject'],
  examples: [
    {
      setup:
        "Suspend-Queue EX01\\Submission -Confirm:$false; Send-SandboxMessage alice bob -Subject copy -Server EX01; Step-SandboxClock -Seconds 30; Suspend-Message -Filter {Subject -eq 'copy'} -Confirm:$false",
      script:
        "Get-Message -Filter {Subject -eq 'copy'} | Export-Message | AssembleMessage -Path C:\\copy.eml\n(Select-String -Path C:\\copy.eml -Pattern '^Subject').Line",
      output: 'Subject: copy',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const identity = textOf(cmdlet.args.Identity);
      const messages = selectMessages(cmdlet);
      if (messages.length > 1) {
        const text = `The message identity "${identity}" matches more than one message.`;
        cmdlet.error(exchangeError(cmdlet, 'ambiguous', text, identity));
        return;
      }
      const [message] = messages;
      if (message === undefined) return;
      if (!isSuspended(message)) {
        const text = `The message "${message.identity}" can't be exported because it isn't suspended.`;
        cmdlet.error(exchangeError(cmdlet, 'invalidOperation', text, message.identity));
        return;
      }
      if (!confirmed(cmdlet, `Exporting the message "${message.identity}".`)) return;
      cmdlet.write(new BinaryFileData(message.identity, new TextEncoder().encode(replayFile(message))));
    },
  }),
});
