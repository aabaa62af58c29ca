// Resume-Message. Facts: transport 1.6, 1.8.

import { worldOf } from '../windows/local-machine.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { actOnMessages } from './support/message-selection.ts';

export default exchangeCmdlet({
  name: 'Resume-Message',
  synopsis: 'Lets suspended messages be delivered, and sends poison messages through the categorizer again.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity  MessageIdentity    ! 0 both [Identity!]  # Server\\Queue\\Number, or a part of it.
    Filter    String             !        [Filter!]    # A condition that selects messages.
    Server    ServerIdParameter  both     [Filter]     # The server whose messages the filter is for.
  `,
  examples: [{ script: "Resume-Message -Filter {Subject -eq 'nothing of the kind'} -Confirm:$false", output: '' }],
  create: (cmdlet) => ({
    process() {
      const world = worldOf(cmdlet);
      actOnMessages(cmdlet, 'Resuming', (message) => {
        world.apply({ kind: 'message', action: 'resume', message: message.identity });
      });
    },
  }),
});
