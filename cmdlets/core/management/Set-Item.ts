// Set-Item.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../src/runtime/providers/item-notes.ts';
import { hasWildcard } from '../../../src/runtime/providers/path-text.ts';
import { pathArguments, reporting, sessionOf } from './shared/items.ts';

export default defineCmdlet({
  name: 'Set-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['si'],
  synopsis: 'Sets the value of an item, such as a variable or alias.',
  parameters: {
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
    Value: { type: 'object', position: 1, pipeline: 'both', help: 'The value or content.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'Path',
  supportsShouldProcess: true,
  examples: [{ script: "Set-Item Env:REPORT 'daily'; $env:REPORT", output: 'daily' }],
  create: (cmdlet) => ({
    process() {
      const session = sessionOf(cmdlet);
      const { paths, literal } = pathArguments(cmdlet);
      for (const path of paths) {
        reporting(cmdlet, () => {
          const items = !literal && hasWildcard(path) ? session.expand(path) : [session.resolve(path)];
          for (const item of items) {
            const done = item.provider.setItem(
              cmdlet,
              item.path,
              cmdlet.args.Value ?? null,
              cmdlet.args.Force === true,
            );
            if (done && cmdlet.args.PassThru) cmdlet.write(withNotes(session, item, item.provider.item(item.path)));
          }
        });
      }
    },
  }),
});
