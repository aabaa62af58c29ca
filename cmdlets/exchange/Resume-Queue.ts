// Resume-Queue. Facts: transport 1.6, 1.8.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { actOnQueues } from './support/queue-actions.ts';

export default exchangeCmdlet({
  name: 'Resume-Queue',
  synopsis: 'Lets a suspended queue deliver again.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity  QueueIdentity      ! 0 both [Identity!]  # The queue, Server\\Queue.
    Filter    String             !        [Filter!]    # A condition that selects queues.

    Server    ServerIdParameter  both     [Filter]     # The server whose queues the filter is for.
  `,
  examples: [
    {
      script:
        'Suspend-Queue EX01\\Submission -Confirm:$false\nResume-Queue EX01\\Submission\n(Get-Queue EX01\\Submission).Status',
      output: 'Ready',
    },
  ],
  create: (cmdlet) => ({
    process() {
      actOnQueues(cmdlet, 'resume', 'Resuming');
    },
  }),
});
