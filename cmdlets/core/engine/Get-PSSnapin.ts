// Get-PSSnapin: the snap-ins of the Exchange Management Shell are built in.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { snapins } from './shared/snapins.ts';

export default defineCmdlet({
  name: 'Get-PSSnapin',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Gets the snap-ins of the session.',
  parameters: {
    Name: { type: 'string[]', position: 0, wildcards: true, help: 'Names of snap-ins.' },
    Registered: { type: 'switch', help: 'Gets those that could be added.' },
  },
  outputs: ['System.Management.Automation.PSSnapInInfo'],
  examples: [
    { script: '(Get-PSSnapin *Exchange*E2010).Name', output: 'Microsoft.Exchange.Management.PowerShell.E2010' },
  ],
  create: (cmdlet) => ({
    process() {
      const names = cmdlet.args.Name as string[] | undefined;
      if (names === undefined) return cmdlet.writeAll(snapins());
      for (const name of names) {
        const found = snapins().filter((snapin) => matchesWildcard(String(snapin.get('Name')), name));
        cmdlet.writeAll(found);
        if (found.length > 0 || /[*?[]/.test(name)) continue;
        const message = `No Windows PowerShell snap-ins matching the pattern '${name}' were found. Check the pattern and then try the command again.`;
        cmdlet.error(
          recordOf(
            failed(
              'System.Management.Automation.PSArgumentException',
              message,
              'NoPSSnapInsFound',
              'InvalidArgument',
              name,
            ),
          ),
        );
      }
    },
  }),
});
