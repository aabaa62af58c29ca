// Resume-MoveRequest.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { steerMoves } from './support/moves.ts';

export default exchangeCmdlet({
  name: 'Resume-MoveRequest',
  synopsis: 'Lets a suspended or failed move request go on.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity                   MoveRequestIdParameter ! 0 both
    DomainController           Fqdn null
    SuspendWhenReadyToComplete SwitchParameter
  `,
  examples: [
    {
      setup: 'New-MoveRequest alice -TargetDatabase DB02 -Suspend',
      script: 'Resume-MoveRequest alice; Step-SandboxClock -Minutes 10; (Get-Mailbox alice).Database',
      output: 'DB02',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const stops = Boolean(cmdlet.args.SuspendWhenReadyToComplete);
      const question = (name: string) => `Resuming move request "${name}".`;
      steerMoves(cmdlet, 'Queued', ['Suspended', 'AutoSuspended', 'Failed'], question, {
        SuspendWhenReadyToComplete: stops,
      });
    },
  }),
});
