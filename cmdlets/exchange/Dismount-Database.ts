// Dismount-Database.

import { worldOf } from '../windows/local-machine.ts';
import { findObject } from './support/config-objects.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Dismount-Database',
  synopsis: 'Dismounts a mailbox database.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity          DatabaseIdParameter ! 0 both
    DomainController  Fqdn null
  `,
  examples: [{ script: 'Dismount-Database DB02 -Confirm:$false\n(Get-MailboxDatabase DB02).Mounted', output: 'False' }],
  create: (cmdlet) => ({
    process() {
      const database = findObject(cmdlet, 'database', textOf(cmdlet.args.Identity));
      const question = `Dismounting database "${database?.name}".`;
      if (!database || !confirmed(cmdlet, question)) return;
      attempt(cmdlet, () => worldOf(cmdlet).apply({ kind: 'database', identity: database.name, action: 'dismount' }));
    },
  }),
});
