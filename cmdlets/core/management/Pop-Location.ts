// Pop-Location.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { reporting, sessionOf } from './shared/items.ts';
import { goTo } from './shared/locations.ts';

export default defineCmdlet({
  name: 'Pop-Location',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['popd'],
  synopsis: 'Goes back to the location that was put on the stack last.',
  parameters: {
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    StackName: { type: 'string', pipeline: 'name', help: 'Name of the location stack.' },
  },
  outputs: ['System.Management.Automation.PathInfo'],
  examples: [{ script: 'Push-Location C:\\Windows -ErrorAction Ignore; Pop-Location; $PWD.Path', output: 'C:\\' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      reporting(cmdlet, () => {
        const info = session.pop(cmdlet.args.StackName);
        if (info) goTo(session, info.path, true);
        if (cmdlet.args.PassThru) cmdlet.write(session.current());
      });
    },
  }),
});
