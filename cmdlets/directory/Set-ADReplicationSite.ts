// Set-ADReplicationSite.

import type { JsonValue } from '../../state/schema/json.ts';
import { worldOf } from '../windows/local-machine.ts';
import { changeDirectory, directoryCmdlet, directoryObject, findDirectoryObject } from './support.ts';

export default directoryCmdlet({
  name: 'Set-ADReplicationSite',
  synopsis: 'Changes an AD site.',
  supportsShouldProcess: true,
  parameters: {
    Identity: {
      type: 'object',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'Name, distinguished name, GUID or object.',
    },
    Description: { type: 'string', help: 'Description.' },
    PassThru: { type: 'switch', help: 'Puts out the changed object.' },
    Server: { type: 'string', help: 'The domain controller to write to.' },
  },
  examples: [{ script: "Set-ADReplicationSite Tokyo -Description 'Asia'", output: '' }],
  create: (cmdlet) => ({
    process() {
      const object = findDirectoryObject(cmdlet, 'adSite', cmdlet.args.Identity);
      if (!object || !cmdlet.shouldProcess(object.distinguishedName, 'Set')) return;
      const properties: Record<string, JsonValue> = {};
      if (cmdlet.has('Description')) properties.Description = String(cmdlet.args.Description);
      const done = changeDirectory(cmdlet, object.name, () => {
        worldOf(cmdlet).apply({ kind: 'config.set', class: 'adSite', identity: object.guid, properties });
      });
      const changed = done && worldOf(cmdlet).find('adSite', object.guid);
      if (changed && cmdlet.args.PassThru) cmdlet.write(directoryObject(cmdlet, changed));
    },
  }),
});
