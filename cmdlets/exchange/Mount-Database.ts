// Mount-Database.

import { worldOf } from '../windows/local-machine.ts';
import { findObject } from './support/config-objects.ts';
import { confirmed } from './support/confirmation.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Mount-Database',
  synopsis: 'Mounts a mailbox database.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Identity          DatabaseIdParameter ! 0 both
    DomainController  Fqdn null
    AcceptDataLoss    SwitchParameter
    Force             SwitchParameter
    NewCapacity       SwitchParameter versions:2016+
  `,
  examples: [{ script: 'Mount-Database DB02 -Confirm:$false\n(Get-MailboxDatabase DB02).Mounted', output: 'True' }],
  create: (cmdlet) => ({
    process() {
      const database = findObject(cmdlet, 'database', textOf(cmdlet.args.Identity));
      const question = `Mounting database "${database?.name}".`;
      if (!database || !confirmed(cmdlet, question)) return;
      attempt(cmdlet, () => worldOf(cmdlet).apply({ kind: 'database', identity: database.name, action: 'mount' }));
    },
  }),
});
