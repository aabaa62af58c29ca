// Invoke-Item: the sandbox has no programs that open documents, so a file that exists cannot be opened.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { failed, operationNotSupported } from '../../../src/runtime/providers/provider-errors.ts';
import { eachItem } from './shared/items.ts';

export default defineCmdlet({
  name: 'Invoke-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['ii'],
  synopsis: 'Opens an item with its program.',
  description: 'The sandbox has no desktop: opening a file reports that no application is associated with it.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
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
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'x'",
      script: 'Invoke-Item C:\\a.txt -WhatIf',
      output: 'What if: Performing the operation "Invoke Item" on target "C:\\a.txt".',
    },
  ],
  create: (cmdlet) => ({
    process() {
      eachItem(cmdlet, ({ provider, path }) => {
        if (!provider.hierarchical) throw operationNotSupported();
        if (!cmdlet.shouldProcess(path, 'Invoke Item')) return;
        throw failed(
          'System.ComponentModel.Win32Exception',
          'No application is associated with the specified file for this operation.',
          'System.ComponentModel.Win32Exception',
          'NotSpecified',
          null,
        );
      });
    },
  }),
});
