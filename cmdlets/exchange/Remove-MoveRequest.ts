// Remove-MoveRequest: a request that is still going is called off.

import { worldOf } from '../windows/local-machine.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { findMoveRequests } from './support/moves.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Remove-MoveRequest',
  synopsis: 'Removes a move request; one that is going is called off.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity         MoveRequestIdParameter both [Identity!:0]
    MoveRequestQueue DatabaseIdParameter [MigrationMoveRequestQueue!]
    DomainController Fqdn null
    MailboxGuid      Guid [MigrationMoveRequestQueue!]
  `,
  examples: [
    {
      setup: 'New-MoveRequest alice -TargetDatabase DB02',
      script: 'Get-MoveRequest | Remove-MoveRequest -Confirm:$false; @(Get-MoveRequest).Count',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const identity = textOf(cmdlet.has('Identity') ? cmdlet.args.Identity : cmdlet.args.MailboxGuid);
      for (const request of findMoveRequests(cmdlet, identity)) {
        if (!confirmed(cmdlet, `Removing move request "${request.identity}".`)) continue;
        const input = { kind: 'config.remove', class: 'moveRequest', identity: request.guid } as const;
        attempt(cmdlet, () => worldOf(cmdlet).apply(input));
      }
    },
  }),
});
