// Get-TypeData.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { displayedTypeNames } from '../../../src/runtime/type-data.ts';
import { extendedTypes } from '../../../src/runtime/types/extensions.ts';
import { TypeData } from './types/type-data.ts';

export default defineCmdlet({
  name: 'Get-TypeData',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Gets what was added to types.',
  parameters: {
    TypeName: { type: 'string[]', position: 0, pipeline: 'both', wildcards: true, help: 'Names of the types.' },
  },
  outputs: ['System.Management.Automation.Runspaces.TypeData'],
  examples: [
    {
      setup: 'Update-TypeData -TypeName Hub.Note -DefaultDisplayPropertySet Text',
      script: '(Get-TypeData Hub.Note).TypeName',
      output: 'Hub.Note',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const patterns = (cmdlet.args.TypeName as string[] | undefined) ?? ['*'];
      const all = new Map<string, string>();
      for (const name of displayedTypeNames()) all.set(name.toLowerCase(), name);
      for (const [name] of extendedTypes()) if (!all.has(name)) all.set(name, name);
      for (const name of all.values())
        if (patterns.some((pattern) => matchesWildcard(name, pattern, true))) cmdlet.write(new TypeData(name));
    },
  }),
});
