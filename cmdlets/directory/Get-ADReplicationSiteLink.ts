// Get-ADReplicationSiteLink.

import { toText } from '../../src/runtime/convert.ts';
import { directoryCmdlet, directoryObject, filterObjects, findDirectoryObject } from './support.ts';

export default directoryCmdlet({
  name: 'Get-ADReplicationSiteLink',
  synopsis: 'Gets AD site links.',
  defaultSet: 'Filter',
  parameters: {
    Filter: { type: 'object', sets: { Filter: {} }, help: 'A condition on Name; * for all.' },
    Identity: {
      type: 'object',
      sets: { Identity: { mandatory: true, position: 0, pipeline: 'value' } },
      help: 'Name, distinguished name, GUID or object.',
    },
    Properties: { type: 'string[]', aliases: ['Property'], help: 'Further properties; all are shown anyway.' },
    Server: { type: 'string', help: 'The domain controller to ask.' },
  },
  examples: [{ script: '(Get-ADReplicationSiteLink Redmond-Tokyo).Cost', output: '10' }],
  create: (cmdlet) => ({
    process() {
      if (cmdlet.has('Identity')) {
        const found = findDirectoryObject(cmdlet, 'adSiteLink', cmdlet.args.Identity);
        if (found) cmdlet.write(directoryObject(cmdlet, found));
        return;
      }
      const filter = cmdlet.has('Filter') ? toText(cmdlet.args.Filter) : '*';
      cmdlet.writeAll(filterObjects(cmdlet, 'adSiteLink', filter).map((object) => directoryObject(cmdlet, object)));
    },
  }),
});
