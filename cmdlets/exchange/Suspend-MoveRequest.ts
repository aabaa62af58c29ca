// Suspend-MoveRequest.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { steerMoves } from './support/moves.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Suspend-MoveRequest',
  synopsis: 'Halts a move request before it is completed.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         MoveRequestIdParameter ! 0 both
    DomainController Fqdn null
    SuspendComment   String null
  `,
  examples: [
    {
      setup: 'New-MoveRequest alice -TargetDatabase DB02',
      script: 'Suspend-MoveRequest alice -Confirm:$false; (Get-MoveRequest alice).Status',
      output: 'Suspended',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const comment = cmdlet.has('SuspendComment') ? { SuspendComment: textOf(cmdlet.args.SuspendComment) } : {};
      const question = (name: string) => `Suspending move request "${name}".`;
      steerMoves(cmdlet, 'Suspended', ['Queued', 'InProgress', 'AutoSuspended'], question, comment);
    },
  }),
});
