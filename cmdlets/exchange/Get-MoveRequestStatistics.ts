// Get-MoveRequestStatistics.

import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { findMoveRequests, moveStatistics } from './support/moves.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-MoveRequestStatistics',
  synopsis: 'Gets how far move requests are.',
  defaultSet: 'Identity',
  parameterLines: `
    Identity         MoveRequestIdParameter both [Identity!:0]
    MoveRequestQueue DatabaseIdParameter [MoveRequestQueue!]
    Diagnostic       SwitchParameter
    DomainController Fqdn null
    IncludeReport    SwitchParameter
    MailboxGuid      Guid [MoveRequestQueue]
    MRSInstance      Fqdn null
  `,
  examples: [
    {
      setup: 'New-MoveRequest alice -TargetDatabase DB02; Step-SandboxClock -Minutes 10',
      script: '(Get-MoveRequest | Get-MoveRequestStatistics).PercentComplete',
      output: '100',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const identity = cmdlet.has('Identity') ? textOf(cmdlet.args.Identity) : undefined;
      const queue = cmdlet.has('MoveRequestQueue') ? textOf(cmdlet.args.MoveRequestQueue).toLowerCase() : undefined;
      for (const request of findMoveRequests(cmdlet, identity))
        if (queue === undefined || request.properties.TargetDatabase.toLowerCase() === queue)
          cmdlet.write(moveStatistics(cmdlet, request));
    },
  }),
});
