// Get-ChildItem.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { createLister } from './shared/child-items.ts';

export default defineCmdlet({
  name: 'Get-ChildItem',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['dir', 'gci', 'ls'],
  synopsis: 'Gets the items in a container.',
  parameters: {
    Path: {
      type: 'string[]',
      position: 0,
      pipeline: 'both',
      sets: 'Items',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralItems',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Filter: { type: 'string', position: 1, help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Recurse: { type: 'switch', aliases: ['s', 'r'], help: 'Goes into the containers below.' },
    Depth: { type: 'uint', help: 'How many levels deep to go.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Name: { type: 'switch', help: 'Names; wildcard characters are allowed where several are meant.' },
    Attributes: { type: 'object', help: 'Only items with this combination of attributes.' },
    FollowSymlink: { type: 'switch', help: 'Follows links to folders.' },
    Directory: { type: 'switch', aliases: ['ad'], help: 'Only folders.' },
    File: { type: 'switch', aliases: ['af'], help: 'Only files.' },
    Hidden: { type: 'switch', aliases: ['ah', 'h'], help: 'Only hidden items.' },
    ReadOnly: { type: 'switch', aliases: ['ar'], help: 'Only read-only items.' },
    System: { type: 'switch', aliases: ['as'], help: 'Only system items.' },
  },
  defaultSet: 'Items',
  outputs: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  examples: [
    { setup: "Set-Content C:\\Temp1.log 'x'", script: 'Get-ChildItem C:\\ -Filter *.log -Name', output: 'Temp1.log' },
    { script: 'Get-ChildItem C:\\ -Recurse -File | Measure-Object Length -Sum' },
  ],
  create: (cmdlet) => {
    const lister = createLister(cmdlet);
    return {
      process() {
        const literal = cmdlet.has('LiteralPath');
        const paths = (literal ? cmdlet.args.LiteralPath : cmdlet.args.Path) as string[] | undefined;
        for (const path of paths ?? ['.']) lister.list(path, literal);
      },
    };
  },
});
