// Suspend-Queue. Facts: transport 1.6, 1.8.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { actOnQueues } from './support/queue-actions.ts';

export default exchangeCmdlet({
  name: 'Suspend-Queue',
  synopsis: 'Stops the delivery of a queue; it still takes messages.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity  QueueIdentity      ! 0 both [Identity!]  # The queue, Server\\Queue.
    Filter    String             !        [Filter!]    # A condition that selects queues.

    Server    ServerIdParameter  both     [Filter]     # The server whose queues the filter is for.
  `,
  examples: [
    {
      script: 'Suspend-Queue EX01\\Submission -Confirm:$false\n(Get-Queue EX01\\Submission).Status',
      output: 'Suspended',
    },
  ],
  create: (cmdlet) => ({
    process() {
      actOnQueues(cmdlet, 'suspend', 'Suspending');
    },
  }),
});
