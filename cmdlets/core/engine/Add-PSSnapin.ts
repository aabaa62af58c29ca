// Add-PSSnapin: scripts begin with it out of habit; Exchange's snap-ins are there already.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { snapins } from './shared/snapins.ts';

export default defineCmdlet({
  name: 'Add-PSSnapin',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['asnp'],
  synopsis: 'Adds snap-ins to the session.',
  parameters: {
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      wildcards: true,
      help: 'Names of snap-ins.',
    },
    PassThru: { type: 'switch', help: 'Puts out the snap-in.' },
  },
  outputs: ['System.Management.Automation.PSSnapInInfo'],
  examples: [{ script: 'Add-PSSnapin Microsoft.Exchange.Management.PowerShell.E2010' }],
  create: (cmdlet) => ({
    process() {
      for (const name of cmdlet.args.Name as string[]) {
        const found = snapins().filter((snapin) => matchesWildcard(String(snapin.get('Name')), name));
        if (cmdlet.args.PassThru) cmdlet.writeAll(found);
        if (found.length > 0) continue;
        const message = `No snap-ins have been registered for Windows PowerShell version 7.`;
        cmdlet.error(
          recordOf(
            failed(
              'System.Management.Automation.PSArgumentException',
              message,
              'AddPSSnapInRead',
              'InvalidArgument',
              name,
            ),
          ),
        );
      }
    },
  }),
});
