// Get-Location.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { driveNotFound } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Get-Location',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gl', 'pwd'],
  synopsis: 'Gets the current location or the stack of locations.',
  parameters: {
    PSProvider: { type: 'string[]', pipeline: 'name', sets: 'Location', help: 'Name of the provider.' },
    PSDrive: { type: 'string[]', pipeline: 'name', sets: 'Location', help: 'Drives whose location is wanted.' },
    Stack: { type: 'switch', sets: 'Stack', help: 'Shows the stack of locations.' },
    StackName: { type: 'string[]', pipeline: 'name', sets: 'Stack', help: 'Name of the location stack.' },
  },
  defaultSet: 'Location',
  outputs: ['System.Management.Automation.PathInfo', 'System.Management.Automation.PathInfoStack'],
  examples: [{ script: '(Get-Location).Path', output: 'C:\\' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const { StackName: names, PSDrive: drives, PSProvider: providers } = cmdlet.args;
      if (cmdlet.parameterSet === 'Stack') {
        for (const name of (names as string[] | undefined) ?? [''])
          reporting(cmdlet, () => cmdlet.write(session.stack(name)));
        return;
      }
      for (const name of (drives as string[] | undefined) ?? []) {
        reporting(cmdlet, () => {
          const drive = session.findDrive(name);
          if (drive === undefined) throw driveNotFound(name);
          cmdlet.write(session.locationOf(drive));
        });
      }
      if (drives !== undefined) return;
      if (providers === undefined) cmdlet.write(session.current());
      for (const name of (providers as string[] | undefined) ?? []) {
        reporting(cmdlet, () => {
          const drive = session.provider(name).info.listDrives()[0];
          if (drive) cmdlet.write(session.locationOf(drive));
        });
      }
    },
  }),
});
