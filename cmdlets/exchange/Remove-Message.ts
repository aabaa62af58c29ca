// Remove-Message. Facts: transport 1.6, 1.8.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { actOnMessages } from './support/message-selection.ts';

export default exchangeCmdlet({
  name: 'Remove-Message',
  synopsis: 'Deletes messages from queues, with or without a non-delivery report to the sender.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity  MessageIdentity    ! 0 both [Identity!]  # Server\\Queue\\Number, or a part of it.
    Filter    String             !        [Filter!]    # A condition that selects messages.
    Server    ServerIdParameter  both     [Filter]     # The server whose messages the filter is for.
    WithNDR   Boolean                                  # Whether the sender gets a non-delivery report; yes by default.
  `,
  examples: [{ script: "Remove-Message -Filter {Subject -eq 'nothing of the kind'} -Confirm:$false", output: '' }],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      actOnMessages(cmdlet, 'Removing', (message) => {
        world.apply({
          kind: 'message',
          action: 'remove',
          message: message.identity,
          withNdr: cmdlet.args.WithNDR ?? true,
        });
      });
    },
  }),
});
