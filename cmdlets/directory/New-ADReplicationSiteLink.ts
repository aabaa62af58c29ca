// New-ADReplicationSiteLink.

import { worldOf } from '../windows/local-machine.ts';
import { changeDirectory, directoryCmdlet, directoryObject, siteIdentities } from './support.ts';

export default directoryCmdlet({
  name: 'New-ADReplicationSiteLink',
  synopsis: 'Makes an AD site link.',
  supportsShouldProcess: true,
  parameters: {
    Name: { type: 'string', mandatory: true, position: 0, pipeline: 'name', help: 'Name.' },
    SitesIncluded: { type: 'object[]', position: 1, pipeline: 'name', help: 'The sites it joins.' },
    Cost: { type: 'int', pipeline: 'name', help: 'Cost.' },
    ReplicationFrequencyInMinutes: { type: 'int', help: 'How often the directory replicates.' },
    InterSiteTransportProtocol: { type: 'string', help: 'IP or SMTP.' },
    PassThru: { type: 'switch', help: 'Puts out the new object.' },
    Server: { type: 'string', help: 'The domain controller to write to.' },
  },
  examples: [
    {
      script:
        'New-ADReplicationSiteLink Far -SitesIncluded Redmond, Tokyo -Cost 50\n(Get-ADReplicationSiteLink Far).Cost',
      output: '50',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const name: string = cmdlet.args.Name;
      if (!cmdlet.shouldProcess(name)) return;
      const world = worldOf(cmdlet);
      const properties = {
        Sites: siteIdentities(cmdlet, cmdlet.args.SitesIncluded ?? []),
        ADCost: Number(cmdlet.args.Cost ?? 100),
      };
      const done = changeDirectory(cmdlet, name, () => {
        world.apply({ kind: 'config.new', class: 'adSiteLink', name, properties });
      });
      const made = done && world.find('adSiteLink', name);
      if (made && cmdlet.args.PassThru) cmdlet.write(directoryObject(cmdlet, made));
    },
  }),
});
