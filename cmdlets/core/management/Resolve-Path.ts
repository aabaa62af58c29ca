// Resolve-Path.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { relativePath } from '../../../src/runtime/providers/path-text.ts';
import { eachItem, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Resolve-Path',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['rvpa'],
  synopsis: 'Resolves wildcard characters in a path and gives the paths it stands for.',
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
    Relative: {
      type: 'switch',
      sets: ['Path', 'LiteralPath'],
      help: 'Gives the path relative to the current location.',
    },
    RelativeBasePath: { type: 'string', help: 'Folder that relative paths start from.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  outputs: ['System.String', 'System.Management.Automation.PathInfo'],
  examples: [{ setup: "Set-Content C:\\a.txt 'x'", script: '(Resolve-Path C:\\a.*).Path', output: 'C:\\a.txt' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const base = cmdlet.args.RelativeBasePath as string | undefined;
      const folder = base === undefined ? session.currentFolder() : session.resolve(base).path;
      eachItem(cmdlet, (found) => {
        if (!cmdlet.args.Relative) cmdlet.write(session.pathInfo(found));
        else cmdlet.write(found.provider.hierarchical ? relativePath(folder, found.path) : session.display(found));
      });
    },
  }),
});
