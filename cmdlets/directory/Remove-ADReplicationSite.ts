// Remove-ADReplicationSite.

import { worldOf } from '../windows/local-machine.ts';
import { changeDirectory, directoryCmdlet, findDirectoryObject } from './support.ts';

export default directoryCmdlet({
  name: 'Remove-ADReplicationSite',
  synopsis: 'Removes an AD site.',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameters: {
    Identity: {
      type: 'object',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'Name, distinguished name, GUID or object.',
    },
    Server: { type: 'string', help: 'The domain controller to write to.' },
  },
  examples: [
    {
      script: 'Remove-ADReplicationSite Dublin -Confirm:$false\n(Get-ADReplicationSite -Filter *).Name',
      output: 'Redmond\nTokyo',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const object = findDirectoryObject(cmdlet, 'adSite', cmdlet.args.Identity);
      if (!object || !cmdlet.shouldProcess(object.distinguishedName, 'Remove')) return;
      changeDirectory(cmdlet, object.name, () => {
        worldOf(cmdlet).apply({ kind: 'config.remove', class: 'adSite', identity: object.guid });
      });
    },
  }),
});
