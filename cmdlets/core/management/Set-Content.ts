// Set-Content.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { contentWriting } from './shared/write-content.ts';

export default defineCmdlet({
  name: 'Set-Content',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Replaces the content of an item.',
  parameters: {
    Value: {
      type: 'object[]',
      mandatory: true,
      position: 1,
      pipeline: 'both',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'The value or content.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
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
    NoNewline: { type: 'switch', help: 'Adds no line end.' },
    Encoding: {
      type: 'System.Text.Encoding',
      validate: [{ kind: 'notNullOrEmpty' }],
      transform: encodingArgument,
      help: 'Encoding of the text; utf8NoBOM by default.',
    },
    AsByteStream: { type: 'switch', help: 'Treats the content as bytes.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [{ script: "'one','two' | Set-Content C:\\a.txt; Get-Content C:\\a.txt", output: 'one\ntwo' }],
  create: (cmdlet) => contentWriting(cmdlet, false),
});
