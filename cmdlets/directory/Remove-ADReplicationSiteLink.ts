// Remove-ADReplicationSiteLink.

import { worldOf } from '../windows/local-machine.ts';
import { changeDirectory, directoryCmdlet, findDirectoryObject } from './support.ts';

export default directoryCmdlet({
  name: 'Remove-ADReplicationSiteLink',
  synopsis: 'Removes an AD site link.',
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
      script: 'Remove-ADReplicationSiteLink Dublin-Tokyo -Confirm:$false\n@(Get-ADReplicationSiteLink -Filter *).Count',
      output: '2',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const object = findDirectoryObject(cmdlet, 'adSiteLink', cmdlet.args.Identity);
      if (!object || !cmdlet.shouldProcess(object.distinguishedName, 'Remove')) return;
      changeDirectory(cmdlet, object.name, () => {
        worldOf(cmdlet).apply({ kind: 'config.remove', class: 'adSiteLink', identity: object.guid });
      });
    },
  }),
});
