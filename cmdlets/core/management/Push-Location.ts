// Push-Location.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting, sessionOf } from './shared/items.ts';
import { goTo } from './shared/locations.ts';

export default defineCmdlet({
  name: 'Push-Location',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['pushd'],
  synopsis: 'Puts the current location on a stack and goes to another one.',
  parameters: {
    Path: { type: 'string', position: 0, pipeline: 'both', sets: 'Path', help: 'The new location.' },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      pipeline: 'name',
      sets: 'LiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    StackName: { type: 'string', pipeline: 'name', help: 'Name of the location stack.' },
  },
  defaultSet: 'Path',
  outputs: ['System.Management.Automation.PathInfo'],
  examples: [
    {
      setup: 'New-Item C:\\Logs -ItemType Directory > $null',
      script: 'Push-Location C:\\Logs; Pop-Location; $PWD.Path',
      output: 'C:\\',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const before = session.current();
      reporting(cmdlet, () => {
        const literal = cmdlet.has('LiteralPath');
        const path = (literal ? cmdlet.args.LiteralPath : cmdlet.args.Path) as string | undefined;
        if (path !== undefined && path !== '') goTo(session, path, literal);
        session.push(cmdlet.args.StackName, before);
        if (cmdlet.args.PassThru) cmdlet.write(session.current());
      });
    },
  }),
});
