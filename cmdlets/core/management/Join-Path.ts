// Join-Path.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { joinPath, splitDrive } from '../../../src/runtime/providers/path-text.ts';
import { driveNotFound } from '../../../src/runtime/providers/provider-errors.ts';
import { reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Join-Path',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Joins parts to one path.',
  parameters: {
    Path: {
      type: 'string[]',
      aliases: ['PSPath'],
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The path to start with.',
    },
    ChildPath: {
      type: 'string[]',
      mandatory: true,
      position: 1,
      pipeline: 'name',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }, { kind: 'allowEmptyCollection' }],
      help: 'Part to append.',
    },
    AdditionalChildPath: {
      type: 'string[]',
      position: 2,
      pipeline: 'name',
      remaining: true,
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }, { kind: 'allowEmptyCollection' }],
      help: 'Further parts to append.',
    },
    Resolve: { type: 'switch', help: 'Gives the existing items that match.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  outputs: ['System.String'],
  examples: [
    { script: "Join-Path C:\\Logs 'mail.log'", output: 'C:\\Logs\\mail.log' },
    { script: 'Join-Path C:\\Logs MessageTracking a.log', output: 'C:\\Logs\\MessageTracking\\a.log' },
  ],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const children = ([] as string[]).concat(cmdlet.args.ChildPath ?? [], cmdlet.args.AdditionalChildPath ?? []);
      for (const parent of cmdlet.args.Path as string[]) {
        reporting(cmdlet, () => {
          const drive = splitDrive(parent);
          if (drive && session.findDrive(drive.drive) === undefined) throw driveNotFound(drive.drive);
          const joined = children.reduce((path, child) => joinPath(path, child), parent);
          if (!cmdlet.args.Resolve) cmdlet.write(joined);
          else for (const found of session.expand(joined)) cmdlet.write(session.display(found));
        });
      }
    },
  }),
});
