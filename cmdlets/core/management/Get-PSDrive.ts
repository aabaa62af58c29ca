// Get-PSDrive.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { hasWildcard } from '../../../src/runtime/providers/path-text.ts';
import { driveNotFound, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Get-PSDrive',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gdr'],
  synopsis: 'Gets the drives of the session.',
  parameters: {
    Name: {
      type: 'string[]',
      position: 0,
      pipeline: 'name',
      sets: 'Name',
      validate: [{ kind: 'notNullOrEmpty' }],
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
    Scope: { type: 'string', pipeline: 'name', help: 'Scope: global, local, script, or a number of levels up.' },
    PSProvider: { type: 'string[]', pipeline: 'name', help: 'Name of the provider.' },
  },
  defaultSet: 'Name',
  outputs: ['System.Management.Automation.PSDriveInfo'],
  examples: [{ script: '(Get-PSDrive Variable).Provider.Name', output: 'Variable' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const literal = cmdlet.has('LiteralName');
      const names = ((literal ? cmdlet.args.LiteralName : cmdlet.args.Name) as string[] | undefined) ?? ['*'];
      const providers = cmdlet.args.PSProvider as string[] | undefined;
      reporting(cmdlet, () => {
        const drives = session
          .drives(cmdlet.args.Scope)
          .filter(
            (drive) => providers === undefined || providers.some((name) => matchesWildcard(drive.provider.name, name)),
          );
        for (const name of names) {
          const found = drives.filter((drive) =>
            literal ? drive.name.toLowerCase() === name.toLowerCase() : matchesWildcard(drive.name, name),
          );
          cmdlet.writeAll(found);
          if (found.length > 0 || (!literal && hasWildcard(name))) continue;
          const record = recordOf(driveNotFound(name));
          record.errorId = 'GetLocationNoMatchingDrive';
          cmdlet.error(record);
        }
      });
    },
  }),
});
