// Clear-Content.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { expandContentPaths, reporting } from './shared/items.ts';

export default defineCmdlet({
  name: 'Clear-Content',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['clc'],
  synopsis: 'Empties an item without removing it.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'Path',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'one'",
      script: 'Clear-Content C:\\a.txt; (Get-Item C:\\a.txt).Length',
      output: '0',
    },
  ],
  create: (cmdlet) => ({
    process() {
      for (const { provider, path } of expandContentPaths(cmdlet)) {
        reporting(cmdlet, () => provider.clearContent(cmdlet, path, cmdlet.args.Force === true));
      }
    },
  }),
});
