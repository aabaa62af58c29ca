// Get-Verb.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { PSObject } from '../../../src/runtime/values.ts';
import { approvedVerbs } from './shared/verbs.ts';

export default defineCmdlet({
  name: 'Get-Verb',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets the approved verbs for names of commands.',
  parameters: {
    Verb: { type: 'string[]', position: 0, pipeline: 'both', help: 'Verbs; wildcard characters are allowed.' },
    Group: {
      type: 'string[]',
      position: 1,
      pipeline: 'both',
      validate: [
        { kind: 'set', values: ['Common', 'Communications', 'Data', 'Diagnostic', 'Lifecycle', 'Other', 'Security'] },
      ],
      help: 'Only verbs of these groups.',
    },
  },
  outputs: ['System.Management.Automation.VerbInfo'],
  examples: [{ script: '(Get-Verb -Verb Set).Group', output: 'Common' }],
  create: (cmdlet) => ({
    process() {
      const names = cmdlet.args.Verb as string[] | undefined;
      const groups = (cmdlet.args.Group as string[] | undefined)?.map((group) => group.toLowerCase());
      for (const { verb, aliasPrefix, group } of approvedVerbs()) {
        if (groups && !groups.includes(group.toLowerCase())) continue;
        if (names && !names.some((name) => matchesWildcard(verb, name))) continue;
        const description = `Approved verb of the group ${group}`;
        cmdlet.write(
          PSObject.of(
            { Verb: verb, AliasPrefix: aliasPrefix, Group: group, Description: description },
            'System.Management.Automation.VerbInfo',
          ),
        );
      }
    },
  }),
});
