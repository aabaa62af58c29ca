// Remove-PSDrive.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { hasWildcard } from '../../../src/runtime/providers/path-text.ts';
import { driveNotFound, failed } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Remove-PSDrive',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['rdr'],
  synopsis: 'Removes drives from the session; what they stand for stays.',
  parameters: {
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'Name',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    LiteralName: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'LiteralName',
      help: 'Name, without wildcard characters.',
    },
    PSProvider: { type: 'string[]', pipeline: 'name', help: 'Name of the provider.' },
    Scope: { type: 'string', pipeline: 'name', help: 'Scope: global, local, script, or a number of levels up.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
  },
  defaultSet: 'Name',
  supportsShouldProcess: true,
  examples: [
    { setup: 'New-PSDrive L FileSystem C:\\ > $null', script: 'Remove-PSDrive L; Test-Path L:\\', output: 'False' },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const literal = cmdlet.has('LiteralName');
      for (const name of (literal ? cmdlet.args.LiteralName : cmdlet.args.Name) as string[]) {
        reporting(cmdlet, () => {
          const found = session
            .drives(cmdlet.args.Scope)
            .filter((drive) =>
              literal ? drive.name.toLowerCase() === name.toLowerCase() : matchesWildcard(drive.name, name),
            );
          if (found.length === 0 && !hasWildcard(name)) throw driveNotFound(name);
          for (const drive of found) {
            if (
              !cmdlet.shouldProcess(
                `Name: ${drive.name} Provider: ${drive.provider} Root: ${drive.root}`,
                'Remove Drive',
              )
            )
              continue;
            if (session.currentDrive === drive && cmdlet.args.Force !== true) {
              const message = `Cannot remove drive '${drive.name}' because it is in use.`;
              throw failed(
                'System.Management.Automation.PSInvalidOperationException',
                message,
                'InvalidOperation',
                'InvalidOperation',
                null,
              );
            }
            session.removeDrive(drive);
          }
        });
      }
    },
  }),
});
