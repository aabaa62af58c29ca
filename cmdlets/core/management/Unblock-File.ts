// Unblock-File: files of the sandbox carry no mark of the web, so there is nothing to take off.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { eachItem } from './shared/items.ts';

export default defineCmdlet({
  name: 'Unblock-File',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Takes the mark off files that came from the internet.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      sets: 'ByPath',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'ByLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
  },
  defaultSet: 'ByPath',
  supportsShouldProcess: true,
  examples: [{ setup: "Set-Content C:\\a.txt 'x'", script: 'Unblock-File C:\\a.txt' }],
  create: (cmdlet) => ({
    process() {
      eachItem(cmdlet, ({ path }) => void cmdlet.shouldProcess(path));
    },
  }),
});
