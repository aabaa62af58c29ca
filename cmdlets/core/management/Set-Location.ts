// Set-Location.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting, sessionOf } from './shared/items.ts';
import { goTo, moveInHistory } from './shared/locations.ts';

export default defineCmdlet({
  name: 'Set-Location',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['cd', 'chdir', 'sl'],
  synopsis: 'Makes a container the current location.',
  parameters: {
    Path: { type: 'string', position: 0, pipeline: 'both', sets: 'Path', help: 'The new location.' },
    LiteralPath: {
      type: 'string',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    StackName: { type: 'string', pipeline: 'name', sets: 'Stack', help: 'Name of the location stack.' },
  },
  defaultSet: 'Path',
  outputs: ['System.Management.Automation.PathInfo', 'System.Management.Automation.PathInfoStack'],
  examples: [
    {
      setup: 'New-Item C:\\Logs -ItemType Directory > $null',
      script: 'Set-Location C:\\Logs; $PWD.Path',
      output: 'C:\\Logs',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      reporting(cmdlet, () => {
        if (cmdlet.parameterSet === 'Stack') {
          session.stack(cmdlet.args.StackName);
          session.defaultStack = cmdlet.args.StackName || 'default';
          return;
        }
        const literal = cmdlet.has('LiteralPath');
        const path = ((literal ? cmdlet.args.LiteralPath : cmdlet.args.Path) as string | undefined) ?? '~';
        const info =
          !literal && (path === '-' || path === '+') ? moveInHistory(session, path) : goTo(session, path, literal);
        if (cmdlet.args.PassThru) cmdlet.write(info);
      });
    },
  }),
});
