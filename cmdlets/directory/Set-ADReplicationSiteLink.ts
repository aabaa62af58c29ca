// Set-ADReplicationSiteLink.

import type { JsonValue } from '../../state/schema/json.ts';
import { worldOf } from '../windows/local-machine.ts';
import { changeDirectory, directoryCmdlet, directoryObject, findDirectoryObject, siteIdentities } from './support.ts';

export default directoryCmdlet({
  name: 'Set-ADReplicationSiteLink',
  synopsis: 'Changes an AD site link.',
  supportsShouldProcess: true,
  parameters: {
    Identity: {
      type: 'object',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'Name, distinguished name, GUID or object.',
    },
    SitesIncluded: { type: 'object[]', help: 'The sites it joins.' },
    Cost: { type: 'int', help: 'Cost.' },
    ReplicationFrequencyInMinutes: { type: 'int', help: 'How often the directory replicates.' },
    PassThru: { type: 'switch', help: 'Puts out the changed object.' },
    Server: { type: 'string', help: 'The domain controller to write to.' },
  },
  examples: [
    {
      script: 'Set-ADReplicationSiteLink Redmond-Tokyo -Cost 25\n(Get-ADReplicationSiteLink Redmond-Tokyo).Cost',
      output: '25',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const object = findDirectoryObject(cmdlet, 'adSiteLink', cmdlet.args.Identity);
      if (!object || !cmdlet.shouldProcess(object.distinguishedName, 'Set')) return;
      const properties: Record<string, JsonValue> = {};
      if (cmdlet.has('SitesIncluded')) properties.Sites = siteIdentities(cmdlet, cmdlet.args.SitesIncluded, object);
      if (cmdlet.has('Cost')) properties.ADCost = Number(cmdlet.args.Cost);
      const done = changeDirectory(cmdlet, object.name, () => {
        worldOf(cmdlet).apply({ kind: 'config.set', class: 'adSiteLink', identity: object.guid, properties });
      });
      const changed = done && worldOf(cmdlet).find('adSiteLink', object.guid);
      if (changed && cmdlet.args.PassThru) cmdlet.write(directoryObject(cmdlet, changed));
    },
  }),
});
