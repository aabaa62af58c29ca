// New-ADReplicationSite.

import { worldOf } from '../windows/local-machine.ts';
import { changeDirectory, directoryCmdlet, directoryObject } from './support.ts';

export default directoryCmdlet({
  name: 'New-ADReplicationSite',
  synopsis: 'Makes an AD site.',
  supportsShouldProcess: true,
  parameters: {
    Name: { type: 'string', mandatory: true, position: 0, pipeline: 'name', help: 'Name.' },
    Description: { type: 'string', pipeline: 'name', help: 'Description.' },
    PassThru: { type: 'switch', help: 'Puts out the new object.' },
    Server: { type: 'string', help: 'The domain controller to write to.' },
  },
  examples: [{ script: 'New-ADReplicationSite Berlin\n(Get-ADReplicationSite Berlin).ObjectClass', output: 'site' }],
  create: (cmdlet) => ({
    process() {
      const name: string = cmdlet.args.Name;
      if (!cmdlet.shouldProcess(name)) return;
      const world = worldOf(cmdlet);
      const properties = cmdlet.has('Description') ? { Description: String(cmdlet.args.Description) } : {};
      const done = changeDirectory(cmdlet, name, () => {
        world.apply({ kind: 'config.new', class: 'adSite', name, properties });
      });
      const made = done && world.find('adSite', name);
      if (made && cmdlet.args.PassThru) cmdlet.write(directoryObject(cmdlet, made));
    },
  }),
});
