// Retry-Queue. Facts: transport 1.6, 1.8.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { actOnQueues } from './support/queue-actions.ts';

export default exchangeCmdlet({
  name: 'Retry-Queue',
  synopsis: 'Connects a queue in retry at once, or sends its messages through the categorizer again.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity  QueueIdentity      ! 0 both [Identity!]  # The queue, Server\\Queue.
    Filter    String             !        [Filter!]    # A condition that selects queues.
    Resubmit  Boolean                                  # Back to the Submission queue instead of a connection.
    Server    ServerIdParameter  both     [Filter]     # The server whose queues the filter is for.
  `,
  examples: [{ script: "Retry-Queue -Filter {Status -eq 'Retry'}", output: '' }],
  create: (cmdlet) => ({
    process() {
      actOnQueues(cmdlet, cmdlet.args.Resubmit ? 'resubmit' : 'retry', 'Forcing a connection for');
    },
  }),
});
